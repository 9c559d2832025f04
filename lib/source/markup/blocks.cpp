// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/markup/blocks.hpp"

#include <algorithm>
#include <array>

namespace ideary::source {
namespace {

/// Lines drawn with punctuation beyond ASCII.
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

} // namespace

BlockReader::BlockReader(const SourceLines &rows, std::vector<Outline> embedded, Syntax syntax)
    : lines_(rows), syntax_(syntax), markdown_(syntax == Syntax::markdown),
      rst_(syntax == Syntax::rst), embedded_(std::move(embedded)) {
    std::vector<std::string_view> views;
    views.reserve(rows.size());
    for (const SourceLine &each : rows) {
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
    while (at_ < lines_.size()) {
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
    if (parts_ > max_parts) {
        Remark remark;
        remark.text = "this document has more than 262144 links and cells of tables; the rest of "
                      "them are left out";
        remarks_.push_back(std::move(remark));
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

Text BlockReader::inline_of(std::string_view raw) {
    Text text = read_inline(raw, syntax_, references_);
    parts_ += text.links.size();
    if (parts_ > max_parts) {
        text.links = {};
    }
    return text;
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
    add(directive ? NodeKind::directive : NodeKind::code, at_, end).text.plain = std::move(text);
    at_ = end + 1;
    return true;
}

/// A list or table of HTML: its nodes were read by the pass before.
bool BlockReader::read_embedded() {
    const int place = lines_[at_].embedded;
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
        if (!marked && (!markdown_ || interrupts(at_) || item_at(at_))) {
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

/// Four spaces after an empty line, outside any list.
bool BlockReader::read_indented_code() {
    if (!markdown_ || indent_of(row(at_)) < 4 || !blank_above(at_)) {
        return false;
    }
    const std::size_t first = at_;
    std::string text;
    std::size_t last = at_;
    for (; at_ < lines_.size() && (blank(at_) || indent_of(row(at_)) >= 4); ++at_) {
        if (!blank(at_)) {
            text.append(text.empty() ? "" : "\n").append(row(at_));
            last = at_;
        }
    }
    add(NodeKind::code, first, last).text.plain = std::move(text);
    return true;
}

} // namespace ideary::source
