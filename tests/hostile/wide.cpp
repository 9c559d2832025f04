// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inputs that a mutator hardly finds: many repetitions of an element that is short to write and
// expensive to store.
#include <fmt/format.h>

#include "hostile.hpp"

namespace ideary::hostile {
namespace {

/// Appends `piece` to `begin` up to a size; {} in it is replaced by its number.
std::string series(std::string begin, const char *piece, std::size_t size) {
    for (std::size_t i = 0; begin.size() < size; ++i) {
        begin += fmt::format(fmt::runtime(piece), i);
    }
    return begin;
}

std::vector<std::string> wide_markdown(std::size_t size) {
    const std::size_t some = size / 8;
    const std::string title = series("title: ", "Long title ", 4000) + "\n";
    return {series(series("---\nauthors: [", "a{}, ", some) + "z]\n---\n", "- wish\n", size),
            series("---\n" + title + "---\n", "- wish\n", size),
            series(series("# Ideas\n\n## ", "Long heading ", some) + "\n\n", "- a\n", size),
            series(series("- ", "Long parent ", 4000) + "\n", "  - a\n", size),
            series("|a|b|\n|-|-|\n", "|a|a|a|a|a|a|a|a|a|a|a|a|a|a|\n", size),
            series("Talks:\n\n", "[a](b) [c](d) [e](f)\n", size),
            series("- ", "*a **b _c ", size),
            series("- ", "[[a]] ", size),
            series("<ul>", "<li>a</ul><ul>", size),
            series("", "- a\n", size),
            series("", "a\n", size)};
}

std::vector<std::string> wide_html(std::size_t size) {
    return {series("<!doctype html><ul><li ", "a{}=1 ", size) + ">wish</ul>",
            series("<!doctype html><ul>", "<li><a href=x>a</a>", size),
            series("<!doctype html>", "<table><tr><td>a<td>b</table>", size),
            series("<!doctype html><table>", "<tr><td>a<td>b", size),
            series("<!doctype html><table><tr>", "<td>a", size),
            series("<!doctype html>", "<div>", size)};
}

std::vector<std::string> wide_rst(std::size_t size) {
    const std::string border = series("+", "-+", size / 3) + "\n";
    const std::string columns = series("=", " =", 2000) + "\n";
    return {border + series("|", "a|", size / 3) + "\n" + border,
            series(series("+", "-+", 4000) + "\n", "|a|\n+-+\n", size),
            series(columns, "a\n", size) + columns, series("Talks\n=====\n\n", "`a`_ ", size),
            series("Talks\n=====\n\n", "* a\n", size)};
}

} // namespace

std::vector<std::string> wide_inputs(std::string_view target, std::size_t size) {
    if (target == "markdown" || target == "text") {
        return wide_markdown(size);
    }
    if (target == "html") {
        return wide_html(size);
    }
    if (target == "rst") {
        return wide_rst(size);
    }
    if (target == "records") {
        return {series("[", "{{\"title\":\"a{}\"}},", size),
                series("{\"title\":\"a\",\"authors\":[", "\"a{}\",", size) + "\"z\"]}",
                series("{\"title\":\"a\",\"topics\":[", "\"a{}\",", size) + "\"z\"]}"};
    }
    if (target == "json") {
        return {series("[", "{{\"title\":\"a{}\",\"speakers\":[\"b\"]}},", size) + "{}]",
                series("{\"sessions\":[", "{{\"title\":\"a\",\"id\":{}}},", size) + "{}]}",
                series("[", "[],", size) + "[]]", series("{\"talks\":", "[", size)};
    }
    if (target == "xml") {
        return {series("<schedule><day>", "<event id='{0}'><title>a{0}</title></event>", size),
                series("<schedule>", "<day>", size), series("<schedule ", "a{}='b' ", size),
                series("<schedule><day>", "<event/>", size)};
    }
    if (target == "csv") {
        return {series("title,speaker\n", "a{},b\n", size), series("title,speaker\n", ",", size),
                series("title,speaker\n\"", "\"\"", size)};
    }
    if (target == "icalendar") {
        return {series("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nSUMMARY:a{}\nEND:VEVENT\n", size),
                series("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "A{}:b\n", size)};
    }
    if (target == "yaml") {
        return {series("", "- title: a{}\n", size), series("a: ", "[", size)};
    }
    if (target == "bibtex") {
        return {series("", "@misc{{a{0}, title={{b{0}}}}}\n", size),
                series("@misc{a, author={", "b{} and ", size) + "c}}",
                series("@misc{a, title={", "{{", size)};
    }
    if (target == "topics" || target == "synonyms") {
        return {series("- [", "a{}, ", size) + "z]\n", series("", "- [a{0}, b{0}]\n", size),
                series("", "- topic: a{}\n", size)};
    }
    return {};
}

} // namespace ideary::hostile
