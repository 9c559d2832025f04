// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ideary::query {

/// What a character is to the grammar.
enum class CharacterClass { none, blank, quote, open, close, colon };

struct Character {
    CharacterClass character_class = CharacterClass::none;
    char32_t point = 0;
    std::size_t length = 1; ///< bytes; 1 for a byte that is no UTF-8
    bool valid = true;
};

/// The character at a place of text. Knows quotation marks of many scripts, wide parentheses and
/// colons; control characters are blanks.
Character character_at(std::string_view text, std::size_t at);

/// Text fit for printing: one blank for each run of blanks, U+FFFD for bytes that are no UTF-8.
std::string collapse_whitespace(std::string_view text);

} // namespace ideary::query
