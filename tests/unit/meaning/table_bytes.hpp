// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
//
// Small tables of word vectors, written for tests.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "meaning/vector.hpp"

namespace meaning_test {

struct Row {
    std::string stem;
    std::array<std::int8_t, ideary::meaning::dimensions> components{};
    std::uint16_t scale = 0x3C00; ///< 1.0 as binary16
};

/// A row whose components are 0 but for one.
Row row(const std::string &stem, std::size_t axis, std::int8_t value = 127);

/// Little-endian bytes of a number.
std::string number_bytes(std::uint64_t number, std::size_t bytes);
/// The bytes with the checksum that fits them.
std::string with_checksum(std::string bytes);
/// A table of these rows in this order.
std::string table_bytes(const std::vector<Row> &rows);

} // namespace meaning_test
