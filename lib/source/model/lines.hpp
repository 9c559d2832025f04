// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Lines with their numbers, and the small questions that every pass asks of a line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One line of text to read blocks from. HTML may cut a line of the document in several, all with
/// its number; none has number 0.
struct SourceLine {
    std::string text;
    int number = 0;
    int embedded = -1; ///< place of a list or table of HTML that was read already, else -1
};
using SourceLines = std::vector<SourceLine>;

inline constexpr std::size_t npos = std::string_view::npos;

inline bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f';
}
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
inline bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
inline bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}
inline bool is_alnum(char c) {
    return is_letter(c) || is_digit(c);
}
inline bool is_high(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}
inline bool is_punct(char c) {
    return c > ' ' && c < 127 && !is_alnum(c);
}
inline char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

template <class Names> bool among(std::string_view name, const Names &names) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string_view trim(std::string_view text);
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);
bool is_blank(std::string_view text);
std::string lowered(std::string_view text);
/// Where part stands from there on, ASCII letters of text folded; part in lower case. Else npos.
std::size_t find_folded(std::string_view text, std::string_view part, std::size_t from = 0);
bool starts(std::string_view text, std::string_view prefix);
/// The same, ASCII letters of text folded; prefix in lower case.
bool starts_with_folded(std::string_view text, std::string_view prefix);
bool ends(std::string_view text, std::string_view suffix);
bool contains(std::string_view text, std::string_view part);
/// Columns of spaces in front, a tab going to the next multiple of four.
int indent_of(std::string_view text);
/// Number of leading characters that are c.
std::size_t run_of(std::string_view text, char c);
/// Bytes of the code span that a backtick at the head of text opens; of the backticks where it
/// never closes.
std::size_t code_span(std::string_view text);
/// Code points, roughly the width on paper.
std::size_t width(std::string_view text);

/// Whether text is one of the characters, repeated.
bool all_of_one(std::string_view text, std::string_view signs);
/// Whether an underline of that length is about as long as the title.
bool long_enough(std::size_t underline, std::string_view title);

/// A fence line: its mark, run length and what follows. Length 0: none.
struct FenceMark {
    char sign = 0;
    std::size_t length = 0;
    std::string_view info;
};
FenceMark fence_mark(std::string_view line);

/// For each row, the row of the fence that closes the one opening there, else npos. A fence whose
/// info holds a backtick or ''' opens nothing, nor does one that never closes.
std::vector<std::size_t> fence_ends(const std::vector<std::string_view> &rows);

/// Length of a list marker with its spaces at the head of text (no indent), and what kind.
struct Marker {
    std::size_t length = 0; ///< bytes of marker and spaces; 0: no marker
    std::string ordinal;    ///< "1.", "a)"; empty for a bullet
    bool bullet = false;
    explicit operator bool() const { return length > 0; }
};
Marker marker_of(std::string_view text);
/// Bytes of numbering such as `1. `, `2) `, `1.2. ` or `(3) ` at the head of text; 0 where none.
std::size_t ordinal_length(std::string_view text);

} // namespace ideary::source
