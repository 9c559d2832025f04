// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <string>

#include "index/storage/crc32c.hpp"

using ideary::index::crc32c;
using ideary::index::crc32c_by_table;

TEST_CASE("crc32c: known values match, by instruction and by table") {
    std::string rising, falling;
    for (int i = 0; i < 32; ++i) {
        rising += static_cast<char>(i);
        falling += static_cast<char>(31 - i);
    }
    const std::pair<std::string, std::uint32_t> known[] = {
        {"", 0x00000000},
        {"a", 0xC1D04330},
        {"123456789", 0xE3069283},
        {std::string(32, '\0'), 0x8A9136AA}, // this and the next three: RFC 3720, B.4
        {std::string(32, '\xFF'), 0x62A8AB43},
        {rising, 0x46DD794E},
        {falling, 0x113FDB5C},
    };
    for (const auto &[bytes, expected] : known) {
        CHECK(crc32c(bytes) == expected);
        CHECK(crc32c_by_table(bytes) == expected);
    }
}

TEST_CASE("crc32c: pieces of any length give the CRC of the whole") {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += static_cast<char>(i * 7 + i / 13);
    }
    const std::uint32_t whole = crc32c_by_table(text);
    for (std::size_t cut = 0; cut < 40; ++cut) {
        const std::string_view all(text);
        CHECK(crc32c(all.substr(cut), crc32c(all.substr(0, cut))) == whole);
        CHECK(crc32c_by_table(all.substr(cut), crc32c_by_table(all.substr(0, cut))) == whole);
    }
}
