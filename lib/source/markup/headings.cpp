// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Headings by marks, numbered lines over underlines, and paragraphs that end in an underline.
#include "source/markup/blocks.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t widest_title = 120;

/// `##Title` without a space: a heading when the rest reads like a title.
bool is_tight_title(std::string_view rest, std::size_t level, bool free_above) {
    rest = trim(rest);
    if (rest.empty() || width(rest) > widest_title ||
        contains(".;,", rest.substr(rest.size() - 1))) {
        return false;
    }
    const char first = rest[0];
    if (!is_letter(first) && !is_high(first) && first != '[' && first != '*' &&
        !(is_digit(first) && level > 1)) {
        return false;
    }
    if (level > 1) {
        return true;
    }
    return free_above && is_upper(first) && contains(rest, " ") && !contains(rest, " #");
}

/// A heading's text without closing punctuation and an attribute block such as `{#anchor}`.
std::string_view heading_text(std::string_view rest) {
    rest = trim(rest);
    const std::size_t open = rest.rfind('{');
    if (open != npos && ends(rest, "}") && open + 1 < rest.size() &&
        contains("#.:", rest.substr(open + 1, 1))) {
        rest = trim_right(rest.substr(0, open));
    }
    const std::size_t last = rest.find_last_not_of('#');
    if (last == npos) {
        return {};
    }
    return last + 1 < rest.size() && is_space(rest[last]) ? trim(rest.substr(0, last)) : rest;
}

} // namespace

int BlockReader::atx_level(std::size_t at) const {
    const std::string_view text = row(at);
    if (rst_ || indent_of(text) > 3) {
        return 0;
    }
    const std::string_view body = trim_left(text);
    const std::size_t level = run_of(body, '#');
    if (level == 0 || level > 6) {
        return 0;
    }
    const std::string_view rest = body.substr(level);
    const bool apart = rest.empty() || is_space(rest[0]);
    return apart || is_tight_title(rest, level, blank_above(at)) ? static_cast<int>(level) : 0;
}

bool BlockReader::read_atx() {
    const int level = atx_level(at_);
    if (level == 0) {
        return false;
    }
    const std::string_view rest = trim_left(row(at_)).substr(static_cast<std::size_t>(level));
    const std::string_view text = heading_text(rest);
    if (!text.empty()) {
        add_heading(at_, at_, level, text);
    }
    ++at_;
    return true;
}

/// MoinMoin and MediaWiki: `== Title ==`.
bool BlockReader::read_wiki_title() {
    const std::string_view text = trim(row(at_));
    const std::size_t level = run_of(text, '=');
    if (rst_ || level == 0 || level > 6 || text.size() < 2 * level + 3 ||
        !ends(text, std::string(level, '=')) || !is_space(text[level]) ||
        !is_space(text[text.size() - level - 1])) {
        return false;
    }
    add_heading(at_, at_, static_cast<int>(level), text.substr(level, text.size() - 2 * level));
    ++at_;
    return true;
}

/// `1. Title` over an underline: would else be a list item over a rule.
bool BlockReader::read_numbered_title() {
    const std::string_view text = trim(row(at_));
    if (ordinal_length(text) == 0 || !blank_above(at_) || at_ + 1 >= lines_.size()) {
        return false;
    }
    const std::string_view under = trim_right(row(at_ + 1));
    if (under.size() < 3 || !all_of_one(under, rst_ ? "-=~^\"'`#*+_:." : "-=") ||
        !long_enough(under.size(), text)) {
        return false;
    }
    const int level = rst_ ? rst_level(under[0], false) : under[0] == '=' ? 1 : 2;
    add_heading(at_, at_ + 1, level, text);
    at_ += 2;
    return true;
}

bool BlockReader::interrupts(std::size_t at) const {
    if (lines_[at].embedded >= 0 || fence_ends_[at] != npos || atx_level(at) > 0 || is_rule(at) ||
        starts_pipe_table(at)) {
        return true;
    }
    return !rst_ && starts(trim_left(row(at)), ">");
}

int BlockReader::setext_level(std::size_t at, std::string_view title) const {
    const std::string_view under = trim(row(at));
    if (rst_ || indent_of(row(at)) > 3 || !all_of_one(under, "=-") ||
        under.size() < (under[0] == '=' ? 2U : 3U)) {
        return 0;
    }
    if (width(title) > widest_title && !long_enough(under.size(), title)) {
        return 0;
    }
    return under[0] == '=' ? 1 : 2;
}

bool BlockReader::read_paragraph() {
    const std::size_t first = at_;
    for (++at_; !blank(at_); ++at_) {
        const std::string_view above = row(at_ - 1);
        const int level = setext_level(at_, above);
        // Below several lines the last is the title, where the underline is made for it.
        const bool own = at_ - first == 1 || long_enough(trim(row(at_)).size(), above);
        if (level > 0 && own) {
            if (at_ - first > 1) {
                end_paragraph(first, at_ - 2);
            }
            add_heading(at_ - 1, at_, level, trim(above));
            ++at_;
            return true;
        }
        const Marker marker = item_at(at_);
        const bool first_item = marker.bullet || contains(marker.ordinal, "1") ||
                                contains(marker.ordinal, "#") || contains(marker.ordinal, "a");
        if (interrupts(at_) || (marker && (first_item || !blank_above(at_ - 1)) && first_item)) {
            break;
        }
    }
    end_paragraph(first, at_ - 1);
    return true;
}

void BlockReader::end_paragraph(std::size_t first, std::size_t last) {
    std::vector<Line> lines;
    std::string raw;
    for (std::size_t i = first; i <= last; ++i) {
        std::string_view text = row(i);
        if (rst_ && starts(text, "| ")) {
            text = text.substr(2);
        }
        lines.push_back({number(i), std::string(row(i)), inline_of(trim(text))});
        raw.append(raw.empty() ? "" : "\n").append(trim_left(text));
    }
    const bool literal = rst_ && ends(trim_right(raw), "::");
    if (literal) {
        raw = trim_right(raw);
        raw.pop_back();
    }
    if (literal && raw == ":") {
        literal_next_ = true;
        return;
    }
    Text text = inline_of(raw);
    Node &node = add(NodeKind::paragraph, first, last);
    node.text = std::move(text);
    node.lines = std::move(lines);
    literal_next_ = literal;
}

} // namespace ideary::source
