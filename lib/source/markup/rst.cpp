// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What only reStructuredText has (and the reference definitions of both languages).
#include <algorithm>
#include <array>

#include "source/markup/blocks.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t longest_target = 2048;

bool is_adornment(std::string_view line) {
    line = trim_right(line);
    return line.size() >= 3 && is_punct(line[0]) && run_of(line, line[0]) == line.size();
}

/// Label and target of `[label]: target`; empty label where it is none.
std::pair<std::string, std::string> markdown_definition(std::string_view line) {
    const std::string_view text = trim(line);
    if (indent_of(line) > 3 || !starts(text, "[")) {
        return {};
    }
    const std::size_t end = text.find("]:");
    if (end == npos || end < 2 || contains(text.substr(1, end - 1), "]") ||
        text.size() == end + 2) {
        return {};
    }
    std::string_view target = trim(text.substr(end + 2));
    target = target.substr(0, target.find_first_of(" \t"));
    if (starts(target, "<") && ends(target, ">")) {
        target = target.substr(1, target.size() - 2);
    }
    return {fold_label(text.substr(1, end - 1)), std::string(target)};
}

/// Name and target of `.. _name: target`.
std::pair<std::string, std::string> rst_target(std::string_view line) {
    if (!starts(line, ".. _")) {
        return {};
    }
    std::string_view text = line.substr(4);
    const bool quoted = starts(text, "`");
    const std::size_t end = quoted ? text.find("`:", 1) : text.find(": ");
    if (end == npos) {
        return {};
    }
    const std::string_view name = quoted ? text.substr(1, end - 1) : text.substr(0, end);
    return {fold_label(name), std::string(trim(text.substr(end + 2)))};
}

/// `.. name::` without the dots and colons, lower case; empty for comments and targets.
std::string directive_name(std::string_view line) {
    const std::string_view text = trim_left(line.substr(2));
    const std::size_t end = text.find("::");
    if (end == npos || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](char c) { return is_alnum(c) || c == '-' || c == '_'; })) {
        return {};
    }
    return lowered(text.substr(0, end));
}

} // namespace

void BlockReader::collect_references() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (fence_ends_[i] != npos) {
            i = fence_ends_[i];
            continue;
        }
        auto [label, target] = rst_ ? rst_target(row(i)) : markdown_definition(row(i));
        if (!label.empty() && label[0] != '^' && target.size() <= longest_target) {
            references_.emplace(std::move(label), std::move(target));
        }
    }
}

/// `[label]: target`, `[^note]: text` with its indented lines, `*[abbreviation]: text`.
bool BlockReader::read_definition() {
    const std::string_view text = trim_left(row(at_));
    const bool abbreviation = starts(text, "*[") && contains(text, "]:");
    if (rst_ || (!abbreviation && markdown_definition(row(at_)).first.empty())) {
        return false;
    }
    const std::size_t first = at_++;
    if (starts(text, "[^")) {
        at_ = indented_end(at_);
    }
    std::string raw;
    for (std::size_t i = first; i < at_; ++i) {
        raw.append(trim(row(i))).append(" ");
    }
    add(NodeKind::directive, first, at_ - 1).text.plain = trim(raw);
    return true;
}

/// The row after the last indented one from there on, space rows between them passed over.
std::size_t BlockReader::indented_end(std::size_t from) const {
    std::size_t end = from;
    for (std::size_t i = from; i < lines_.size(); ++i) {
        if (!blank(i)) {
            if (indent_of(row(i)) < 2) {
                break;
            }
            end = i + 1;
        }
    }
    return end;
}

/// The level of an adornment: by order of first use.
int BlockReader::rst_level(char sign, bool over) {
    const std::pair<char, bool> style{sign, over};
    auto found = std::find(rst_levels_.begin(), rst_levels_.end(), style);
    if (found == rst_levels_.end()) {
        rst_levels_.push_back(style);
        found = rst_levels_.end() - 1;
    }
    return std::min(static_cast<int>(found - rst_levels_.begin()) + 1, 6);
}

bool BlockReader::underlines(std::size_t at, std::string_view title) const {
    if (at >= lines_.size() || !is_adornment(row(at)) || is_blank(title)) {
        return false;
    }
    return trim_right(row(at)).size() * 10 >= width(trim(title)) * 7;
}

bool BlockReader::read_rst_title() {
    if (!rst_) {
        return false;
    }
    const std::string_view text = row(at_);
    const bool over = is_adornment(text) && at_ + 2 < lines_.size() && !blank(at_ + 1) &&
                      underlines(at_ + 2, row(at_ + 1)) && row(at_ + 2)[0] == text[0];
    const std::size_t title = over ? at_ + 1 : at_;
    const bool under = !over && blank_above(at_) && indent_of(text) == 0 && !is_adornment(text) &&
                       underlines(at_ + 1, text) && !marker_of(text).bullet;
    if (!over && !under) {
        return false;
    }
    const int level = rst_level(row(title + 1)[0], over);
    add_heading(title, title + 1, level, trim(row(title)));
    Node &node = outline_.nodes.back();
    node.blank_before = blank_above(at_);
    at_ = title + 2;
    return true;
}

/// `.. name:: …`, `.. _target: …`, `.. comment`, `__ target`, each with its indented lines.
bool BlockReader::read_explicit() {
    const std::string_view text = trim_right(row(at_));
    if (!rst_ || !(starts(text, ".. ") || text == ".." || starts(text, "__ "))) {
        return false;
    }
    const std::size_t first = at_;
    const std::string name = starts(text, "..") ? directive_name(text) : std::string();
    const bool code = name == "code" || name == "code-block" || name == "sourcecode";
    at_ = indented_end(at_ + 1);
    std::string raw;
    for (std::size_t i = first; i < at_; ++i) {
        raw.append(raw.empty() ? "" : "\n").append(trim_right(row(i)));
    }
    add(code ? NodeKind::code : NodeKind::directive, first, at_ - 1).text.plain = std::move(raw);
    return true;
}

/// `:name: value`
bool BlockReader::read_field() {
    const std::string_view text = row(at_);
    if (!rst_ || !starts(text, ":") || text.size() < 3 || is_space(text[1])) {
        return false;
    }
    const std::size_t end = text.find(':', 1);
    const bool bounded =
        end != npos && end > 1 && (end + 1 == text.size() || is_space(text[end + 1]));
    if (!bounded) {
        return false;
    }
    const std::size_t first = at_;
    at_ = indented_end(at_ + 1);
    add(NodeKind::directive, first, at_ - 1).text.plain = trim(text);
    return true;
}

/// The indented block after a paragraph that ends in `::`.
bool BlockReader::read_literal() {
    if (!literal_next_ || indent_of(row(at_)) < 1) {
        return false;
    }
    const std::size_t first = at_;
    at_ = std::max(indented_end(at_), at_ + 1);
    std::string raw;
    for (std::size_t i = first; i < at_; ++i) {
        raw.append(raw.empty() ? "" : "\n").append(trim_right(row(i)));
    }
    add(NodeKind::code, first, at_ - 1).text.plain = std::move(raw);
    return true;
}

/// A definition list: the term is an item, the indented lines under it its body.
bool BlockReader::read_term() {
    if (!rst_ || indent_of(row(at_)) > 0 || blank(at_ + 1) || indent_of(row(at_ + 1)) < 2 ||
        !(blank_above(at_) || term_list_) || item_at(at_) || starts(row(at_), "|")) {
        return false;
    }
    const bool same_list = term_list_;
    const std::size_t first = at_;
    at_ = indented_end(at_ + 1);
    std::vector<Text> more;
    std::string raw;
    for (std::size_t i = first + 1; i <= at_; ++i) {
        if (i < at_ && !blank(i)) {
            raw.append(raw.empty() ? "" : "\n").append(trim(row(i)));
        } else if (!raw.empty()) {
            more.push_back(inline_of(raw));
            raw.clear();
        }
    }
    Text text = inline_of(trim(row(first)));
    Node &node = add(NodeKind::item, first, first);
    node.text = std::move(text);
    node.more = std::move(more);
    node.list = same_list ? lists_ : ++lists_;
    term_list_ = true;
    return true;
}

} // namespace ideary::source
