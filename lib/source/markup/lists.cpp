// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The list reader: a stack of indents. Deeper by two columns or more is a child; two spaces, four
// spaces and tabs are all one level.
#include <algorithm>
#include <array>

#include "source/markup/blocks.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t widest_heading = 80, look_ahead = 12;

/// Takes `[ ]` or `[x]` off the head of an item.
bool take_checkbox(std::string_view &text) {
    const bool box = text.size() >= 3 && text[0] == '[' && text[2] == ']' &&
                     contains(" xX", text.substr(1, 1)) && (text.size() == 3 || is_space(text[3]));
    if (box) {
        text = trim_left(text.substr(3));
    }
    return box;
}

char letter_of(std::string_view ordinal) {
    const std::size_t at = starts(ordinal, "(") ? 1 : 0;
    return at < ordinal.size() && is_letter(ordinal[at]) ? ordinal[at] : '\0';
}

/// A short line that reads like a heading and not like the rest of a sentence.
bool reads_like_heading(std::string_view text, std::string_view above) {
    if (width(text) > widest_heading || contains(".!?;,", text.substr(text.size() - 1))) {
        return false;
    }
    return !is_lower(text[0]) || width(above) < widest_heading / 2;
}

} // namespace

/// Letters number a list when they start it at a and a b follows, or go on from the letter before.
bool BlockReader::letter_list(std::size_t at, const std::string &ordinal) const {
    const char letter = letter_of(ordinal);
    if (letter == '\0') {
        return true;
    }
    if (!frames_.empty()) {
        const char last = letter_of(outline_.nodes[frames_.back().node].ordinal);
        if (last != '\0' && letter == last + 1) {
            return true;
        }
    }
    if (letter != 'a' && letter != 'A') {
        return false;
    }
    for (std::size_t i = at + 1; i < lines_.size() && i < at + look_ahead; ++i) {
        const std::string_view text = trim_left(row(i));
        const std::size_t sign = starts(ordinal, "(") ? 1 : 0;
        if (text.size() > ordinal.size() && text[sign] == letter + 1 &&
            text[sign + 1] == ordinal[sign + 1] && is_space(text[ordinal.size()])) {
            return true;
        }
    }
    return false;
}

Marker BlockReader::item_at(std::size_t at) const {
    if (at >= lines_.size() || blank(at) || is_rule(at)) {
        return {};
    }
    Marker marker = marker_of(trim_left(row(at)));
    const bool ok = marker && letter_list(at, marker.ordinal);
    return ok ? marker : Marker{};
}

bool BlockReader::read_list() {
    const Marker first = item_at(at_);
    if (!first) {
        return false;
    }
    ++lists_;
    list_is_bulleted_ = first.bullet;
    bool after_blank = true;
    while (at_ < lines_.size()) {
        if (blank(at_)) {
            after_blank = true;
            ++at_;
            continue;
        }
        const Marker marker = item_at(at_);
        if (!frames_.empty() && after_blank) {
            close_more();
        }
        if (marker) {
            const bool other = marker.bullet != list_is_bulleted_ && after_blank &&
                               !frames_.empty() && indent_of(row(at_)) < frames_[0].indent + 2;
            if (other || (after_blank && !frames_.empty() && read_numbered_title())) {
                break;
            }
            add_item(at_, marker);
        } else if (!read_item_line(after_blank)) {
            break;
        }
        after_blank = false;
    }
    while (!frames_.empty()) {
        close_frame();
    }
    return true;
}

void BlockReader::add_item(std::size_t at, const Marker &marker) {
    const int indent = indent_of(row(at));
    while (!frames_.empty() && indent < frames_.back().indent + 2) {
        close_frame();
    }
    std::string_view text = trim(trim_left(row(at)).substr(marker.length));
    Marker second = text.empty() ? Marker{} : marker_of(text);
    if (second.bullet && second.length < text.size()) {
        text = text.substr(second.length);
    }
    int level = static_cast<int>(frames_.size());
    if (level > max_level) {
        if (!too_deep_) {
            remark(at, "Lists are nested deeper than 64 levels; what is deeper counts as the 64th");
        }
        too_deep_ = true;
        level = max_level;
        close_frame();
    }
    const bool box = take_checkbox(text);
    Node &node = add(NodeKind::item, at, at);
    node.level = level;
    node.list = lists_;
    node.ordinal = marker.ordinal;
    node.text.checkbox = box;
    frames_.push_back({indent, outline_.nodes.size() - 1, at, std::string(text), {}, false});
    ++at_;
}

/// A line that is no item: goes on with an item, or ends the list (false).
bool BlockReader::read_item_line(bool after_blank) {
    if (after_blank) {
        return later_paragraph();
    }
    const std::size_t at = at_;
    Frame &frame = frames_.back();
    const bool inside = indent_of(row(at)) > frame.indent;
    if (inside && nested_block()) {
        return true;
    }
    if (interrupts(at) || (!inside && !is_lazy(at))) {
        return false;
    }
    Node &node = outline_.nodes[frame.node];
    const std::string_view text = trim(row(at));
    if (frame.in_more) {
        frame.more.append(frame.more.empty() ? "" : "\n").append(text);
    } else if (inside && node.lines.empty()) {
        if (frame.raw.empty()) {
            node.line = number(at);
        }
        frame.raw.append(frame.raw.empty() ? "" : "\n").append(text);
        frame.last = at;
    } else {
        node.lines.push_back({number(at), std::string(row(at)), inline_of(text)});
        frame.last = at;
    }
    ++at_;
    return true;
}

/// An indented line after a space one: a later paragraph of the item that it stands under.
bool BlockReader::later_paragraph() {
    const int indent = indent_of(row(at_));
    if (indent < frames_[0].indent + 2) {
        return false;
    }
    while (indent < frames_.back().indent + 2) {
        close_frame();
    }
    if (nested_block()) {
        return true;
    }
    if (interrupts(at_)) {
        return false;
    }
    frames_.back().in_more = true;
    frames_.back().more = trim(row(at_));
    ++at_;
    return true;
}

/// A fence or a quote inside an item is its body.
bool BlockReader::nested_block() {
    Text text;
    const std::size_t end = fence_ends_[at_];
    if (end != npos) {
        for (std::size_t i = at_ + 1; i < end; ++i) {
            text.plain.append(text.plain.empty() ? "" : "\n").append(trim_right(row(i)));
        }
        at_ = end + 1;
    } else if (!rst_ && starts(trim_left(row(at_)), ">")) {
        std::string raw;
        for (; !blank(at_) && starts(trim_left(row(at_)), ">"); ++at_) {
            raw.append(trim_left(row(at_)).substr(1)).append("\n");
        }
        text = inline_of(raw);
    } else {
        return false;
    }
    close_more();
    outline_.nodes[frames_.back().node].more.push_back(std::move(text));
    frames_.back().in_more = true;
    return true;
}

bool BlockReader::is_talk_link(std::string_view line) const {
    constexpr std::array<std::string_view, 4> pages{"/talk/", "/talks/", "/session/", "/sessions/"};
    const std::string_view text = trim(line);
    if (!starts(text, "[") && !starts(text, "<")) {
        return false;
    }
    const Text read = read_inline(text, syntax_, references_);
    return read.links.size() == 1 && read.links[0].length == read.plain.size() &&
           std::any_of(pages.begin(), pages.end(),
                       [&](std::string_view page) { return contains(read.links[0].target, page); });
}

/// Whether a line straight after an item, not indented, goes on with it.
bool BlockReader::is_lazy(std::size_t at) const {
    const Frame &frame = frames_.back();
    if (frame.raw.empty() || is_talk_link(row(at))) {
        return false;
    }
    if (syntax_ != Syntax::plain) {
        return true;
    }
    return !long_lines_ && !reads_like_heading(trim(row(at)), row(at - 1));
}

void BlockReader::close_more() {
    Frame &frame = frames_.back();
    if (!frame.more.empty()) {
        outline_.nodes[frame.node].more.push_back(inline_of(frame.more));
        frame.more.clear();
    }
    frame.in_more = false;
}

void BlockReader::close_frame() {
    close_more();
    Frame &frame = frames_.back();
    Node &node = outline_.nodes[frame.node];
    const bool box = node.text.checkbox;
    node.text = inline_of(frame.raw);
    node.text.checkbox = box;
    if (node.ordinal.empty()) {
        node.ordinal = take_ordinal(node.text);
    }
    node.end_line = number(frame.last);
    node.blank_after = blank(frame.last + 1);
    frames_.pop_back();
}

} // namespace ideary::source
