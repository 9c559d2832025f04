// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/model/lines.hpp"

#include <algorithm>
#include <array>

#include "source/markup/outline_reader.hpp"

namespace ideary::source {
namespace {

struct Replacement {
    std::string_view from, to;
};
/// Blanks that stand between words and punctuation without width: scraped pages are full of them.
constexpr std::array<Replacement, 9> replacements{{{"\u00a0", " "},
                                                   {"\u202f", " "},
                                                   {"\u2007", " "},
                                                   {"\u3000", " "},
                                                   {"\u2003", " "},
                                                   {"\u200b", ""},
                                                   {"\u2060", ""},
                                                   {"\ufeff", ""},
                                                   {"\u00ad", ""}}};

const Replacement *replacement_at(std::string_view rest) {
    for (const auto &row : replacements) {
        if (starts(rest, row.from)) {
            return &row;
        }
    }
    return nullptr;
}

/// Months of languages that write an ordinal day as "3. Oktober".
constexpr std::array<std::string_view, 16> months{
    "januar", "jänner",    "februar", "märz",     "april",    "mai",      "juni", "juli",
    "august", "september", "oktober", "november", "dezember", "desember", "maj",  "marts"};

bool is_month(std::string_view rest) {
    return std::any_of(months.begin(), months.end(), [&](std::string_view month) {
        return starts_with_folded(rest, month) &&
               (rest.size() == month.size() || !is_letter(rest[month.size()]));
    });
}

/// Bullets that may stand straight before their text, and those that need a space.
constexpr std::array<std::string_view, 15> signs{"•", "‣", "◦", "▪", "▫", "●",  "○", "∙",
                                                 "■", "□", "➢", "►", "▸", "・", "⁃"};

std::size_t blanks_from(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) {
        ++at;
    }
    return at;
}

Marker bullet_of(std::string_view text) {
    for (std::string_view sign : signs) {
        if (starts(text, sign)) {
            return {blanks_from(text, sign.size()), {}, true};
        }
    }
    std::size_t length = 0;
    if (text[0] == '-' || text[0] == '*' || text[0] == '+') {
        length = 1;
    } else if (starts(text, "–") || starts(text, "·")) {
        length = text[0] == '\xe2' ? 3 : 2;
    }
    if (length == 0 || (length < text.size() && !is_space(text[length]))) {
        return {};
    }
    return {std::max(blanks_from(text, length), length), {}, true};
}

/// Bytes of `1.`, `1)`, `(1)`, `#.`, `a)`, `１．` or `1、`, without spaces.
std::size_t enumerator_length(std::string_view text) {
    const bool open = text[0] == '(';
    std::size_t at = open ? 1 : 0;
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at]) && at - start < 4) {
        ++at;
    }
    const std::size_t digits = at - start;
    if (digits == 0 && at < text.size() && (is_letter(text[at]) || text[at] == '#')) {
        ++at;
    }
    if (at == start || digits > 3 || at >= text.size()) {
        return 0;
    }
    if (text[at] == ')' || (text[at] == '.' && !open)) {
        return at + 1;
    }
    const bool wide =
        digits > 0 && (starts(text.substr(at), "、") || starts(text.substr(at), "．"));
    return wide ? at + 3 : 0;
}

Marker enumerator_of(std::string_view text) {
    const std::size_t length = enumerator_length(text);
    if (length == 0) {
        return {};
    }
    const bool end = length == text.size();
    const bool wide = !end && (is_high(text[length]) || is_high(text[length - 1]));
    const bool digits = is_digit(text[text[0] == '(' ? 1 : 0]);
    if (!end && !is_space(text[length]) && !(wide && digits)) {
        return {};
    }
    const std::size_t next = blanks_from(text, length);
    if (text[length - 1] == '.' && is_month(text.substr(next))) {
        return {};
    }
    return {next, std::string(text.substr(0, length)), false};
}

} // namespace

std::string_view trim_left(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

std::string_view trim_right(std::string_view text) {
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view trim(std::string_view text) {
    return trim_left(trim_right(text));
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::size_t find_folded(std::string_view text, std::string_view part, std::size_t from) {
    if (from >= text.size()) {
        return npos;
    }
    const auto found =
        std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), part.begin(),
                    part.end(), [](char t, char p) { return lower(t) == p; });
    return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
}

bool starts(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                      [](char p, char t) { return p == lower(t); });
}

bool ends(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != npos;
}

int indent_of(std::string_view text) {
    int columns = 0;
    for (char c : text) {
        if (c == '\t') {
            columns += 4 - columns % 4;
        } else if (c == ' ') {
            ++columns;
        } else {
            break;
        }
    }
    return columns;
}

std::size_t run_of(std::string_view text, char c) {
    const std::size_t end = text.find_first_not_of(c);
    return end == npos ? text.size() : end;
}

std::size_t code_span(std::string_view text) {
    const std::size_t run = run_of(text, '`');
    const std::size_t close = text.find(std::string(run, '`'), run);
    return close == npos ? run : close + run;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool all_of_one(std::string_view text, std::string_view allowed) {
    return !text.empty() && contains(allowed, text.substr(0, 1)) &&
           run_of(text, text[0]) == text.size();
}

bool long_enough(std::size_t underline, std::string_view title) {
    return underline * 10 >= width(trim(title)) * 7;
}

FenceMark fence_mark(std::string_view line) {
    const std::string_view text = trim_left(line);
    if (text.empty() || (text[0] != '`' && text[0] != '~')) {
        return {};
    }
    const std::size_t length = run_of(text, text[0]);
    if (length < 3) {
        return {};
    }
    return {text[0], length, trim(text.substr(length))};
}

std::vector<std::size_t> fence_ends(const std::vector<std::string_view> &rows) {
    constexpr std::size_t longest = 32;
    std::array<std::array<std::size_t, longest + 1>, 2> closers{};
    for (auto &of_sign : closers) {
        of_sign.fill(npos);
    }
    std::vector<std::size_t> result(rows.size(), npos);
    for (std::size_t i = rows.size(); i-- > 0;) {
        const FenceMark mark = fence_mark(rows[i]);
        if (mark.length == 0) {
            continue;
        }
        auto &of_sign = closers[mark.sign == '`' ? 0 : 1];
        const std::size_t length = std::min(mark.length, longest);
        if (!contains(mark.info, "`") && !contains(mark.info, "'''")) {
            result[i] = of_sign[length];
        }
        if (mark.info.empty()) {
            std::fill_n(of_sign.begin(), length + 1, i);
        }
    }
    return result;
}

Marker marker_of(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    Marker bullet = bullet_of(text);
    return bullet ? bullet : enumerator_of(text);
}

std::size_t ordinal_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at < 12 && (is_digit(text[at]) || text[at] == '.')) {
        ++at;
    }
    if (at > 3 && text[at - 1] == '.' && is_digit(text[0]) &&
        contains(text.substr(0, at - 1), ".") && at < text.size() && is_space(text[at])) {
        return blanks_from(text, at);
    }
    if (text.empty() || !is_digit(text[text[0] == '(' && text.size() > 1 ? 1 : 0])) {
        return 0;
    }
    const Marker marker = enumerator_of(text);
    return marker.length < text.size() ? marker.length : 0;
}

std::vector<std::string> split_lines(std::string_view utf8, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t i = 0; i < utf8.size() && lines.size() < most; ++i) {
        const char c = utf8[i];
        const bool next_line = c == '\xc2' && i + 1 < utf8.size() && utf8[i + 1] == '\x85';
        if (c == '\n' || c == '\r' || next_line) {
            const bool pair =
                next_line || (c == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n');
            i += pair ? 1 : 0;
            lines.push_back(std::move(line));
            line.clear();
        } else if (const Replacement *row = is_high(c) ? replacement_at(utf8.substr(i)) : nullptr) {
            line += row->to;
            i += row->from.size() - 1;
        } else {
            line += c;
        }
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace ideary::source
