// SPDX-License-Identifier: GPL-2.0-or-later
#include "source/blocks.hpp"

#include <algorithm>
#include <array>

namespace ideary::source {
namespace {

constexpr std::size_t widest_title = 120;

/// Whether an underline of that length is about as long as the title.
bool long_enough(std::size_t underline, std::string_view title) {
    return underline * 10 >= width(trim(title)) * 7;
}

bool all_of_one(std::string_view text, std::string_view signs) {
    return !text.empty() && contains(signs, text.substr(0, 1)) &&
           run_of(text, text[0]) == text.size();
}

/// Lines drawn with signs beyond ASCII.
bool is_drawn(std::string_view text) {
    constexpr std::array<std::string_view, 6> strokes{"—", "─", "━", "═", "⸻", "–"};
    for (std::string_view stroke : strokes) {
        std::size_t at = 0;
        while (starts(text.substr(at), stroke)) {
            at += stroke.size();
        }
        if (at == text.size() && (at >= 3 * stroke.size() || stroke == "⸻")) {
            return true;
        }
    }
    return false;
}

/// `##Title` without a blank: a heading when the rest reads like a title.
bool is_tight_title(std::string_view rest, std::size_t level, bool free_above) {
    rest = trim(rest);
    if (rest.empty() || width(rest) > widest_title ||
        contains(".;,!", rest.substr(rest.size() - 1))) {
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

/// A heading's text without closing signs and an attribute block such as `{#anchor}`.
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

BlockReader::BlockReader(const Rows &rows, std::vector<Outline> embedded, Syntax syntax)
    : rows_(rows), syntax_(syntax), markdown_(syntax == Syntax::markdown),
      rst_(syntax == Syntax::rst), embedded_(std::move(embedded)) {
    std::vector<std::string_view> views;
    views.reserve(rows.size());
    for (const Row &each : rows) {
        views.emplace_back(each.text);
        long_lines_ = long_lines_ || (each.text.size() > 120 && width(each.text) > 120);
    }
    fence_ends_ = rst_ ? std::vector<std::size_t>(rows.size(), npos) : fence_ends(views);
    outline_.syntax = syntax;
}

Outline BlockReader::read() {
    // The first that fits takes the row; the order is the rule.
    static constexpr std::array<Step, 18> steps{&BlockReader::read_embedded,
                                                &BlockReader::read_fence,
                                                &BlockReader::read_literal,
                                                &BlockReader::read_rst_title,
                                                &BlockReader::read_explicit,
                                                &BlockReader::read_field,
                                                &BlockReader::read_atx,
                                                &BlockReader::read_wiki_title,
                                                &BlockReader::read_numbered_title,
                                                &BlockReader::read_grid_table,
                                                &BlockReader::read_simple_table,
                                                &BlockReader::read_rule,
                                                &BlockReader::read_definition,
                                                &BlockReader::read_quote,
                                                &BlockReader::read_pipe_table,
                                                &BlockReader::read_term,
                                                &BlockReader::read_list,
                                                &BlockReader::read_indented_code};
    collect_references();
    while (at_ < rows_.size()) {
        if (blank(at_)) {
            ++at_;
            continue;
        }
        const bool taken =
            std::any_of(steps.begin(), steps.end(), [this](Step step) { return (this->*step)(); });
        if (!taken) {
            read_paragraph();
        }
    }
    return std::move(outline_);
}

Node &BlockReader::add(NodeKind kind, std::size_t first, std::size_t last) {
    Node node;
    node.kind = kind;
    node.line = number(first);
    node.end_line = number(last);
    node.blank_before = blank_above(first);
    node.blank_after = blank(last + 1);
    term_list_ = false;
    literal_next_ = false;
    outline_.nodes.push_back(std::move(node));
    return outline_.nodes.back();
}

void BlockReader::add_heading(std::size_t at, std::size_t last, int level, std::string_view raw) {
    Text text = inline_of(raw);
    Node &node = add(NodeKind::heading, at, last);
    node.level = level;
    node.text = std::move(text);
    node.ordinal = take_ordinal(node.text);
    node.underlined = last > at;
}

void BlockReader::remark(std::size_t at, std::string_view text) {
    Remark remark;
    remark.text = text;
    remark.line = number(at);
    remarks_.push_back(std::move(remark));
}

bool BlockReader::read_fence() {
    const std::size_t end = fence_ends_[at_];
    if (end == npos) {
        return false;
    }
    const std::string_view info = fence_mark(row(at_)).info;
    const bool directive = starts(info, "{") && !starts(info, "{code") && !starts(info, "{.") &&
                           !starts(info, "{literal");
    std::string text;
    for (std::size_t i = at_ + 1; i < end; ++i) {
        text.append(row(i)).append(i + 1 < end ? "\n" : "");
    }
    add(directive ? NodeKind::form : NodeKind::code, at_, end).text.plain = std::move(text);
    at_ = end + 1;
    return true;
}

/// A list or table of HTML: its nodes were read by the pass before.
bool BlockReader::read_embedded() {
    const int place = rows_[at_].embedded;
    if (place < 0) {
        return false;
    }
    Outline &inner = embedded_[static_cast<std::size_t>(place)];
    const int lists = lists_, tables = tables_;
    for (Node &node : inner.nodes) {
        node.list += node.list > 0 ? lists : 0;
        node.table += node.table > 0 ? tables : 0;
        lists_ = std::max(lists_, node.list);
        tables_ = std::max(tables_, node.table);
        outline_.nodes.push_back(std::move(node));
    }
    ++at_;
    return true;
}

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
    if (ordinal_length(text) == 0 || !blank_above(at_) || at_ + 1 >= rows_.size()) {
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

bool BlockReader::is_rule(std::size_t at) const {
    const std::string_view text = trim(row(at));
    if (text.size() < 3) {
        return false;
    }
    if (is_drawn(text)) {
        return true;
    }
    if (!contains(rst_ ? "-=~^_*+#" : "-*_=", text.substr(0, 1))) {
        return false;
    }
    const auto signs = std::count(text.begin(), text.end(), text[0]);
    const bool blanks = text[0] != '=' && !rst_;
    return signs >= 3 && std::all_of(text.begin(), text.end(), [&](char c) {
               return c == text[0] || (blanks && is_space(c));
           });
}

bool BlockReader::read_rule() {
    if (!is_rule(at_)) {
        return false;
    }
    add(NodeKind::rule, at_, at_);
    ++at_;
    return true;
}

bool BlockReader::read_quote() {
    if (rst_ || !starts(trim_left(row(at_)), ">")) {
        return false;
    }
    const std::size_t first = at_;
    std::string raw;
    for (bool marked = true; !blank(at_); ++at_) {
        std::string_view text = trim_left(row(at_));
        marked = starts(text, ">");
        if (!marked && (!markdown_ || interrupts(at_))) {
            break;
        }
        while (starts(text, ">")) {
            text = trim_left(text.substr(1));
        }
        raw.append(raw.empty() ? "" : "\n").append(text);
    }
    Text text = inline_of(raw);
    add(NodeKind::quote, first, at_ - 1).text = std::move(text);
    return true;
}

/// Four blanks after a blank line, outside any list.
bool BlockReader::read_indented_code() {
    if (!markdown_ || indent_of(row(at_)) < 4 || !blank_above(at_)) {
        return false;
    }
    const std::size_t first = at_;
    std::string text;
    std::size_t last = at_;
    for (; at_ < rows_.size() && (blank(at_) || indent_of(row(at_)) >= 4); ++at_) {
        if (!blank(at_)) {
            text.append(text.empty() ? "" : "\n").append(row(at_));
            last = at_;
        }
    }
    add(NodeKind::code, first, last).text.plain = std::move(text);
    return true;
}

bool BlockReader::interrupts(std::size_t at) const {
    if (rows_[at].embedded >= 0 || fence_ends_[at] != npos || atx_level(at) > 0 || is_rule(at) ||
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
    Text text = inline_of(raw);
    Node &node = add(NodeKind::paragraph, first, last);
    node.text = std::move(text);
    node.lines = std::move(lines);
    literal_next_ = literal;
}

} // namespace ideary::source
