// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <array>

#include "source/markup/blocks.hpp"
#include "source/markup/outline_reader.hpp"

namespace ideary::source {
namespace {

/// How many lines show a mark of each syntax.
struct Marks {
    int lines = 0, tags = 0, atx = 0, bullets = 0, rst = 0;
    int markdown = 0;  ///< links, tables, fences, quotes
    int bold = 0;      ///< lines with `**…**`
    bool page = false; ///< begins as a whole page of HTML
};

bool is_adornment(std::string_view line) {
    line = trim_right(line);
    return line.size() >= 3 && is_punct(line[0]) && run_of(line, line[0]) == line.size();
}

bool begins_page(std::string_view text) {
    constexpr std::array<std::string_view, 5> heads{"<!doctype html", "<html", "<head", "<body",
                                                    "<!doctype"};
    return std::any_of(heads.begin(), heads.end(),
                       [&](std::string_view head) { return starts_with_folded(text, head); });
}

void count_markdown(std::string_view text, Marks &marks) {
    const std::size_t level = run_of(text, '#');
    if (level > 0 && level < 7 && (level > 1 || text.substr(level, 1) == " ") &&
        level < text.size()) {
        ++marks.atx;
    }
    const std::size_t bold = text.find("**");
    marks.bold += bold != npos && text.find("**", bold + 3) != npos ? 1 : 0;
    if (contains(text, "](") || is_alignment_row(text) || fence_mark(text).length > 0 ||
        contains(text, "][") || starts(text, "> ") ||
        (starts(text, "[") && contains(text, "]: http"))) {
        ++marks.markdown;
    }
}

void count_rst(std::string_view line, std::string_view above, Marks &marks) {
    const std::size_t colons = line.find("::");
    const bool directive = starts(line, ".. ") && (colons != npos || starts(line, ".. _"));
    const bool reference =
        contains(line, "`_") || contains(line, ":ref:`") || contains(line, ":doc:`");
    const bool title = is_adornment(line) && contains("~^\"'+=", line.substr(0, 1)) &&
                       !is_blank(above) && !is_adornment(above);
    marks.rst += directive || reference ? 2 : 0;
    marks.rst += title && line[0] != '=' ? 1 : 0;
    marks.rst += starts(line, "#. ") ? 1 : 0;
}

Marks count(const std::vector<std::string> &lines) {
    Marks marks;
    std::string_view above;
    for (const std::string &line : lines) {
        const std::string_view text = trim(line);
        if (!text.empty()) {
            if (marks.lines++ == 0 || starts(above, "<?xml")) {
                marks.page = begins_page(text);
            }
            const TagAt tag = text[0] == '<' ? tag_at(text) : TagAt{};
            marks.tags += tag.length > 0 ? 1 : 0;
            marks.bullets += marker_of(text).bullet ? 1 : 0;
            count_markdown(text, marks);
            count_rst(line, above, marks);
        }
        above = line;
    }
    return marks;
}

/// A title with a line above and below it, as only RST has.
bool has_overline(const std::vector<std::string> &lines) {
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        if (is_adornment(lines[i]) && is_adornment(lines[i + 2]) &&
            lines[i][0] == lines[i + 2][0] && !is_blank(lines[i + 1]) &&
            !is_adornment(lines[i + 1]) && contains("=-~^\"'*#", lines[i].substr(0, 1)) &&
            (i == 0 || is_blank(lines[i - 1]))) {
            return true;
        }
    }
    return false;
}

bool has_underline(const std::vector<std::string> &lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (is_adornment(lines[i]) && contains("=-", lines[i].substr(0, 1)) &&
            !is_blank(lines[i - 1]) && !is_adornment(lines[i - 1]) &&
            !marker_of(trim_left(lines[i - 1])).bullet) {
            return true;
        }
    }
    return false;
}

} // namespace

Syntax sniff(const std::vector<std::string> &lines, std::optional<Syntax> hint) {
    const Marks marks = count(lines);
    const bool fragment = marks.tags >= 3 && marks.tags * 2 >= marks.lines && marks.atx == 0 &&
                          marks.bullets == 0 && marks.markdown + marks.bold == 0;
    if (marks.page || fragment || (hint == Syntax::html && marks.tags > 0)) {
        return Syntax::html;
    }
    if (hint == Syntax::markdown || hint == Syntax::rst) {
        return *hint;
    }
    const int overline = has_overline(lines) ? 2 : 0;
    if (marks.rst + overline >= 2 && marks.rst + overline > marks.markdown + marks.bold &&
        marks.atx == 0) {
        return Syntax::rst;
    }
    // One bold word does not make a mail Markdown: nothing else in it is marked up.
    const bool bold = marks.bold > 1;
    const bool marked =
        marks.atx > 0 || marks.markdown > 0 || bold || marks.tags > 1 || has_underline(lines);
    return marked ? Syntax::markdown : Syntax::plain;
}

} // namespace ideary::source
