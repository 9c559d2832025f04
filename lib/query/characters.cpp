// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/characters.hpp"

namespace ideary::query {
namespace {

/// Length of a sequence by its first byte and the smallest point it may hold; 0: no first byte.
struct Lead {
    std::size_t length;
    char32_t least;
    char32_t bits;
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, byte & 0x1FU};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {3, 0x800, byte & 0x0FU};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4, 0x10000, byte & 0x07U};
    }
    return {0, 0, 0};
}

Character decode(std::string_view text, std::size_t at) {
    const Character invalid{CharacterClass::none, 0xFFFD, 1, false};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return {CharacterClass::none, first, 1, true};
    }
    const Lead lead = lead_of(first);
    if (lead.length == 0 || at + lead.length > text.size()) {
        return invalid;
    }
    char32_t point = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80) {
            return invalid;
        }
        point = (point << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < lead.least || point > 0x10FFFF || surrogate) {
        return invalid;
    }
    return {CharacterClass::none, point, lead.length, true};
}

bool is_blank(char32_t point) {
    return point <= 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 ||
           point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_quote(char32_t point) {
    return point == '"' || point == 0xAB || point == 0xBB || (point >= 0x201C && point <= 0x201F) ||
           (point >= 0x300C && point <= 0x300F) || (point >= 0x301D && point <= 0x301F) ||
           point == 0xFF02;
}

CharacterClass sign_of(char32_t point) {
    if (is_blank(point)) {
        return CharacterClass::blank;
    }
    if (is_quote(point)) {
        return CharacterClass::quote;
    }
    switch (point) {
    case '(':
    case 0xFF08:
        return CharacterClass::open;
    case ')':
    case 0xFF09:
        return CharacterClass::close;
    case ':':
    case 0xFF1A:
        return CharacterClass::colon;
    default:
        return CharacterClass::none;
    }
}

} // namespace

Character character_at(std::string_view text, std::size_t at) {
    Character character = decode(text, at);
    character.character_class = character.valid ? sign_of(character.point) : CharacterClass::none;
    return character;
}

std::string collapse_whitespace(std::string_view text) {
    std::string tidied;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        if (character.character_class == CharacterClass::blank) {
            blank = !tidied.empty();
        } else {
            tidied += blank ? " " : "";
            tidied += character.valid ? text.substr(at, character.length) : "\xEF\xBF\xBD";
            blank = false;
        }
        at += character.length;
    }
    return tidied;
}

} // namespace ideary::query
