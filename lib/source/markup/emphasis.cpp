// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/markup/emphasis.hpp"

#include <algorithm>

#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t longest_target = 2048, deepest_parens = 32;

/// General punctuation beyond ASCII counts as punctuation beside emphasis marks.
bool is_wide_punct(std::string_view at) {
    return starts(at, "\xe2\x80") || starts(at, "\xe3\x80") || starts(at, "\xc2\xbf") ||
           starts(at, "\xc2\xa1") || starts(at, "\xef\xbc");
}

/// The address without `< >`, its title and escapes.
std::string bare_target(std::string_view body) {
    body = trim(body);
    if (!body.empty() && body[0] == '<') {
        const std::size_t end = body.find('>');
        body = body.substr(1, end == npos ? npos : end - 1);
    } else {
        body = trim(body.substr(0, body.find_first_of("\"\n")));
        body = body.substr(0, body.find(" '"));
    }
    std::string result;
    for (std::size_t i = 0; i < body.size(); ++i) {
        i += body[i] == '\\' && i + 1 < body.size() && is_punct(body[i + 1]) ? 1 : 0;
        result += body[i];
    }
    return result;
}

} // namespace

void Emphasis::add(std::string_view raw, std::size_t at, std::size_t run) {
    const char sign = raw[at];
    const char before = at > 0 ? raw[at - 1] : ' ';
    const char after = at + run < raw.size() ? raw[at + run] : ' ';
    const bool begin = is_space(before), end = is_space(after);
    const bool punct_after = is_punct(after) || is_wide_punct(raw.substr(at + run));
    const bool punct_before = is_punct(before) || (at > 2 && is_wide_punct(raw.substr(at - 3, 3)));
    bool opens = !end && (!punct_after || begin || punct_before);
    bool closes = !begin && (!punct_before || end || punct_after || sign == '*');
    if (sign == '_') {
        opens = opens && (begin || punct_before);
        closes = closes && (end || punct_after);
    }
    // `**bold **- text`: what a hurried writer closes too late.
    const bool late = begin && run == 2 && sign == '*' && !is_alnum(after);
    const Mark mark{out_.add(raw.substr(at, run)), sign, run};
    place(mark, (closes || late) && run < 4, opens && run < 4);
}

void Emphasis::place(Mark mark, bool closes, bool opens) {
    const std::size_t least = mark.sign == '~' ? 2 : 1;
    while (closes && mark.count >= least && open_count(mark.sign) > 0) {
        while (marks_.back().sign != mark.sign) {
            drop(marks_.size() - 1);
        }
        pair(marks_.back(), mark);
    }
    if (opens && mark.count >= least) {
        ++open_count(mark.sign);
        marks_.push_back(mark);
    }
}

/// Takes what both have in common off an opening and a closing mark.
void Emphasis::pair(Mark &opener, Mark &closer) {
    const std::size_t used = std::min({opener.count, closer.count, std::size_t{2}});
    Piece &first = out_.piece(opener.piece);
    Piece &last = out_.piece(closer.piece);
    first.length -= static_cast<std::uint32_t>(used);
    last.length -= static_cast<std::uint32_t>(used);
    if (used == 2) {
        int Piece::*depth = opener.sign == '~' ? &Piece::struck : &Piece::bold;
        ++(first.*depth);
        --(last.*depth);
    }
    closer.count -= used;
    opener.count -= used;
    if (opener.count < (opener.sign == '~' ? 2U : 1U)) {
        drop(marks_.size() - 1);
    }
}

void Emphasis::drop(std::size_t height) {
    while (marks_.size() > height) {
        --open_count(marks_.back().sign);
        marks_.pop_back();
    }
}

Destination link_destination(std::string_view raw, std::size_t from, std::size_t last_paren) {
    if (from >= raw.size() || raw[from] != '(' || last_paren < from) {
        return {};
    }
    std::size_t depth = 0;
    const std::size_t limit = std::min(raw.size(), from + longest_target);
    for (std::size_t i = from; i < limit && depth <= deepest_parens; ++i) {
        if (raw[i] == '\\') {
            ++i;
        } else if (raw[i] == '(') {
            ++depth;
        } else if (raw[i] == ')' && --depth == 0) {
            return {i + 1, bare_target(raw.substr(from + 1, i - from - 1))};
        } else if (raw[i] == '[' && raw[i - 1] == ' ') {
            break;
        }
    }
    return {};
}

Destination link_reference(std::string_view raw, std::size_t from, std::size_t close,
                           const References &references) {
    if (references.empty()) {
        return {};
    }
    std::size_t end = close + 1;
    std::string_view label = raw.substr(from, close - from);
    if (end < raw.size() && raw[end] == '[') {
        const std::size_t second = raw.substr(0, end + 256).find_first_of("[]", end + 1);
        if (second != npos && raw[second] == ']') {
            label = second == end + 1 ? label : raw.substr(end + 1, second - end - 1);
            end = second + 1;
        }
    }
    const auto row = references.find(fold_label(label));
    return row == references.end() ? Destination{} : Destination{end, row->second};
}

} // namespace ideary::source
