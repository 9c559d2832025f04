// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data_sniff.hpp"

#include <algorithm>
#include <array>

#include "source/formats.hpp"

namespace ideary::source {
namespace {

constexpr std::string_view spaces = " \t\r\n";

bool looks_like_json(std::string_view text) {
    text = skip_comments(text);
    const std::string_view rest = text.empty() ? text : skip_spaces(text.substr(1));
    const char next = rest.empty() ? '\0' : rest.front();
    if (text.starts_with('{')) {
        return next == '"' || next == '}';
    }
    return text.starts_with('[') &&
           (next == '{' || next == '"' ||
            (next == '[' && rest.size() > 1 &&
             std::string_view("[{\"").find(skip_spaces(rest.substr(1)).substr(0, 1)) !=
                 std::string_view::npos));
}

/// Whether a text is XML and no page.
bool looks_like_xml(std::string_view text) {
    text = skip_spaces(text);
    const std::string_view head = text.substr(0, 2048);
    const bool page = head.find("<html") != std::string_view::npos ||
                      head.find("<!DOCTYPE html") != std::string_view::npos ||
                      head.find("<!doctype html") != std::string_view::npos;
    static constexpr std::array roots = std::to_array<std::string_view>(
        {"<?xml", "<schedule", "<rss", "<feed", "<rdf:RDF", "<collection", "<opml", "<svg"});
    return !page && std::any_of(roots.begin(), roots.end(),
                                [&](std::string_view root) { return text.starts_with(root); });
}

bool looks_like_bibtex(std::string_view text) {
    const std::size_t at = text.find('@');
    const std::string_view head = skip_spaces(text);
    static constexpr std::array types = std::to_array<std::string_view>(
        {"@article", "@inproceedings", "@proceedings", "@misc", "@book", "@string", "@incollection",
         "@conference", "@techreport", "@Article", "@InProceedings", "@Proceedings", "@Misc"});
    return at != std::string_view::npos && (head.starts_with('@')) &&
           std::any_of(types.begin(), types.end(), [&](std::string_view type) {
               return head.starts_with(type) &&
                      skip_spaces(head.substr(type.size())).starts_with('{');
           });
}

} // namespace

std::string_view skip_spaces(std::string_view text) {
    const std::size_t at = text.find_first_not_of(spaces);
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

std::string_view skip_comments(std::string_view text) {
    text = skip_spaces(text);
    while (text.starts_with("//") || text.starts_with("/*")) {
        const std::string_view close = text.starts_with("//") ? "\n" : "*/";
        const std::size_t end = text.find(close);
        text = end == std::string_view::npos ? std::string_view()
                                             : skip_spaces(text.substr(end + close.size()));
    }
    return text;
}

bool is_data_format(std::string_view format) {
    static constexpr std::array data = std::to_array<std::string_view>(
        {"json", "xml", "yaml", "csv", "toml", "icalendar", "bibtex"});
    return std::find(data.begin(), data.end(), format) != data.end();
}

std::string_view data_format(std::string_view text, std::string_view name) {
    const std::string_view by_name = format_by_name(name);
    if (skip_spaces(text).starts_with("BEGIN:VCALENDAR")) {
        return "icalendar";
    }
    if (looks_like_json(text)) {
        return "json";
    }
    if (looks_like_xml(text)) {
        return "xml";
    }
    if (looks_like_bibtex(text)) {
        return "bibtex";
    }
    if (by_name == "xml" && !skip_spaces(text).starts_with('<')) {
        return {};
    }
    if (is_data_format(by_name)) {
        const bool page = skip_spaces(text).starts_with('<') && by_name != "xml";
        return page ? std::string_view() : by_name;
    }
    if (text.starts_with("%YAML")) {
        return "yaml";
    }
    return by_name == "text" ? "csv?" : std::string_view();
}

} // namespace ideary::source
