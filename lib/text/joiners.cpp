// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/token_emitter.hpp"

namespace ideary::text {

char joiner_of(char32_t point) {
    switch (point) {
    case U'’':
    case U'\u05F3':
    case U'\u05F4':
        return '\'';
    case U'\u2010':
    case U'\u2011':
        return '-';
    case U'\u2024':
        return '.';
    case U'\u266F':
        return '#';
    default:
        break;
    }
    if (point >= 0xFF01 && point <= 0xFF5E) {
        point -= 0xFEE0;
    }
    constexpr std::string_view signs = "'-/&+.#_@,";
    const bool known = point < 0x80 && signs.find(static_cast<char>(point)) != signs.npos;
    return known ? static_cast<char>(point) : '\0';
}

} // namespace ideary::text
