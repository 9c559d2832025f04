// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "command_context.hpp"

#include <array>
#include <fmt/format.h>
#include <ideary/error.hpp>

#include "environment.hpp"

namespace ideary::tools {

namespace {

constexpr std::string_view format_names[] = {"text", "json", "jsonl", "csv", "tsv", "ids", "path"};
constexpr std::string_view filter_options[] = {"topic", "year", "author",
                                               "event", "kind", "language"};

std::string default_path() {
    // The XDG specification requires relative paths to be ignored.
    const std::string data = environment("XDG_DATA_HOME");
    if (!data.empty() && data.front() == '/') {
        return data + "/ideary";
    }
    const std::string home = environment("HOME");
    if (home.empty()) {
        throw Error(ErrorKind::usage, "there is no place for the index: HOME is not set",
                    "Name one with --index PATH");
    }
    return home + "/.local/share/ideary";
}

Format format_of(const Arguments &arguments) {
    if (find_option(arguments.command().id, "format") == nullptr) {
        return Format::text;
    }
    const std::string name = arguments.text("format");
    std::size_t at = 0;
    while (at + 1 < std::size(format_names) && format_names[at] != name) {
        ++at;
    }
    return static_cast<Format>(at);
}

std::string place(const Remark &remark) {
    if (remark.path.empty()) {
        return "remark: ";
    }
    return remark.line > 0 ? fmt::format("{}:{}: ", remark.path, remark.line) : remark.path + ": ";
}

} // namespace

CommandContext::CommandContext(const Arguments &arguments)
    : style(Style::of_output(arguments.text("color"), arguments.text("hyperlinks"))),
      format(format_of(arguments)), given_path_(arguments.text("index")),
      quiet_(arguments.has("quiet")) {
    if (given_path_.empty()) {
        given_path_ = environment("IDEARY_INDEX");
    }
}

std::string CommandContext::index_path() const {
    return given_path_.empty() ? default_path() : given_path_;
}

Index CommandContext::open_index() const {
    return Index::open(index_path(), {.verify = Verify::by_size});
}

void CommandContext::warn(std::string_view sentence) const {
    if (!quiet_) {
        print_error(sentence);
    }
}

void CommandContext::warn(const std::vector<Remark> &remarks) const {
    for (std::size_t i = 0; i < remarks.size() && i < max_printed_remarks; ++i) {
        warn(place(remarks[i]) + remarks[i].text);
    }
    if (remarks.size() > max_printed_remarks) {
        warn(fmt::format("... and {} more remarks", remarks.size() - max_printed_remarks));
    }
}

Query query_of(const Arguments &arguments, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < arguments.positionals().size(); ++i) {
        text.append(i == first ? "" : " ").append(arguments.positionals()[i]);
    }
    return Query::parse(text, arguments.has("all"));
}

std::vector<Filter> filters_of(const Arguments &arguments) {
    std::vector<Filter> filters;
    for (const std::string_view option : filter_options) {
        for (std::string &value : arguments.texts(option)) {
            filters.push_back({std::string(option), std::move(value)});
        }
    }
    return filters;
}

std::vector<Remark> filter_remarks(const Index &index, const std::vector<Filter> &filters) {
    SearchOptions options;
    options.filters = filters;
    options.limit = 0;
    options.exact_total = false;
    return filters.empty() ? std::vector<Remark>()
                           : index.search(Query::parse(""), options).remarks;
}

SearchOptions ranking_of(const Arguments &arguments) {
    SearchOptions options;
    options.filters = filters_of(arguments);
    options.literal = arguments.has("literal");
    return options;
}

} // namespace ideary::tools
