// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "unit/meaning/table_bytes.hpp"

#include <zlib.h>

namespace meaning_test {
namespace {

constexpr std::size_t checksum_at = 8;

} // namespace

Row row(const std::string &stem, std::size_t axis, std::int8_t value) {
    Row result{stem, {}, 0x3C00};
    result.components[axis] = value;
    return result;
}

std::string number_bytes(std::uint64_t number, std::size_t bytes) {
    std::string result;
    for (std::size_t i = 0; i < bytes; ++i) {
        result += static_cast<char>(number >> (8 * i) & 0xFF);
    }
    return result;
}

std::string with_checksum(std::string bytes) {
    const std::string content = bytes.substr(checksum_at + 4);
    const auto checksum =
        crc32_z(0, reinterpret_cast<const Bytef *>(content.data()), content.size());
    return bytes.replace(checksum_at, 4, number_bytes(checksum, 4));
}

std::string table_bytes(const std::vector<Row> &rows) {
    std::string components;
    std::string scales;
    std::string ends;
    std::string stems;
    for (const Row &each : rows) {
        components.append(each.components.begin(), each.components.end());
        scales += number_bytes(each.scale, 2);
        stems += each.stem;
        ends += number_bytes(stems.size(), 4);
    }
    return with_checksum("IDEAVEC1" + number_bytes(0, 4) + number_bytes(rows.size(), 4) +
                         number_bytes(ideary::meaning::dimensions, 4) + components + scales + ends +
                         stems);
}

} // namespace meaning_test
