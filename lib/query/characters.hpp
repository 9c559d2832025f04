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

/// The character at an offset of text. Knows quotation marks of many scripts, full-width
/// parentheses and colons; control characters are whitespace.
Character character_at(std::string_view text, std::size_t at);

/// Collapses each run of whitespace to one space; invalid bytes become U+FFFD.
std::string collapse_whitespace(std::string_view text);

} // namespace ideary::query
