// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Variable-length integers: seven bits a byte, lowest first; the highest bit says that more follow.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

inline void put_varint32(std::string &out, std::uint32_t number) {
    for (; number >= 0x80; number >>= 7) {
        out.push_back(static_cast<char>(number | 0x80));
    }
    out.push_back(static_cast<char>(number));
}

/// Never reads past end; damaged bytes decode to some number.
inline std::uint32_t get_varint32(const unsigned char *&at, const unsigned char *end) {
    std::uint32_t number = 0;
    for (unsigned shift = 0; at < end && shift < 32; shift += 7) {
        const std::uint32_t byte = *at++;
        number |= (byte & 0x7F) << shift;
        if (byte < 0x80) {
            break;
        }
    }
    return number;
}

} // namespace ideary::index
