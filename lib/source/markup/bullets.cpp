// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Bullets that no markup knows: emoji, arrows, the `o` of text browsers, and the `>` of a mail.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "source/markup/passes.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {

namespace {

/// The code point at the head of the text, and its bytes; 0 bytes at the end of the text.
std::pair<char32_t, std::size_t> first_point(std::string_view text) {
    if (text.empty()) {
        return {0, 0};
    }
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t size = lead < 0xC0 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
    if (size > text.size()) {
        return {0, 1};
    }
    char32_t point = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {point, size};
}

/// Arrows, geometric shapes, dingbats, emoji, the reference mark.
bool is_symbol(char32_t c) {
    return c == 0x203B || c == 0x2014 || (c >= 0x2190 && c <= 0x23FF) ||
           (c >= 0x25A0 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x297F) ||
           (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x1F300 && c <= 0x1FAFF);
}

/// A symbol at the head of a line, with what belongs to it, up to the text.
struct Symbol {
    std::size_t indent = 0, end = 0; ///< bytes before it, bytes up to the text
    char32_t point = 0;              ///< 0: none
};

Symbol symbol_of(std::string_view line) {
    Symbol found;
    while (found.indent < line.size() && is_space(line[found.indent])) {
        ++found.indent;
    }
    std::size_t at = found.indent;
    const auto [point, size] = first_point(line.substr(at));
    if (point != 'o' && !is_symbol(point)) {
        return found;
    }
    at += size;
    for (auto [more, bytes] = first_point(line.substr(at)); // variation selectors, joined emoji
         more == 0xFE0F || more == 0x200D || (is_symbol(more) && more != 0x2014);
         std::tie(more, bytes) = first_point(line.substr(at))) {
        at += bytes;
    }
    const std::size_t text = line.find_first_not_of(" \t", at);
    if (text == npos || (text == at && (point == 'o' || point == 0x2014))) {
        return found;
    }
    found.point = point;
    found.end = text;
    return found;
}

void replace(std::string &line, const Symbol &symbol) {
    line = line.substr(0, symbol.indent) + "- " + line.substr(symbol.end);
}

/// A run: lines that begin with symbols, empty lines between them. It is a list when its lines
/// stand directly below each other, or when all of three begin with the same symbol.
class Run {
  public:
    void add(std::size_t line, const Symbol &symbol, bool adjacent) {
        adjacent_ = adjacent_ && (members_.empty() || adjacent);
        same_ = same_ && (members_.empty() || members_.front().second.point == symbol.point);
        members_.emplace_back(line, symbol);
    }
    /// `o` is a word in some languages: it takes three indented lines of a kind, or more.
    void end(std::vector<std::string> &lines) {
        const bool letter = std::ranges::any_of(
            members_, [](const auto &member) { return member.second.point == 'o'; });
        const bool indented = std::ranges::all_of(
            members_, [](const auto &member) { return member.second.indent > 0; });
        const bool list =
            letter ? same_ && indented && members_.size() >= 2
                   : (adjacent_ && members_.size() >= 2) || (same_ && members_.size() >= 3);
        for (const auto &[line, symbol] : members_) {
            if (list) {
                replace(lines[line], symbol);
            }
        }
        *this = {};
    }

  private:
    std::vector<std::pair<std::size_t, Symbol>> members_;
    bool adjacent_ = true, same_ = true;
};

/// Most lines of a quoted mail begin with `>`.
void unquote(std::vector<std::string> &lines) {
    std::size_t quoted = 0, all = 0;
    for (const std::string &line : lines) {
        all += is_blank(line) ? 0 : 1;
        quoted += starts(line, ">") ? 1 : 0;
    }
    if (quoted < 4 || quoted * 10 < all * 7) {
        return;
    }
    for (std::string &line : lines) {
        const std::size_t text = line.find_first_not_of('>');
        if (starts(line, ">")) {
            line = text == npos ? std::string() : line.substr(line[text] == ' ' ? text + 1 : text);
        }
    }
}

} // namespace

void normalize_bullets(std::vector<std::string> &lines) {
    unquote(lines);
    Run run;
    bool in_run = false; // the paragraph so far consists of members
    bool after_blank = true;
    bool adjacent = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (is_blank(lines[at])) {
            after_blank = true;
            adjacent = false;
            continue;
        }
        const Symbol symbol = symbol_of(lines[at]);
        const bool continues =
            symbol.point == 0 && in_run && !after_blank && indent_of(lines[at]) > 0;
        if (symbol.point != 0 && (after_blank || in_run)) {
            run.add(at, symbol, adjacent);
            in_run = true;
        } else if (!continues) {
            run.end(lines);
            in_run = false;
        }
        adjacent = true;
        after_blank = false;
    }
    run.end(lines);
}

} // namespace ideary::source
