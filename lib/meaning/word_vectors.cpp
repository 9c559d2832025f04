// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "meaning/word_vectors.hpp"

#include <cmath>

#include <zlib.h>

namespace ideary::meaning {
namespace {

constexpr std::string_view magic = "IDEAVEC1";
constexpr std::size_t checked_from = magic.size() + 4; ///< what the checksum covers
constexpr std::size_t head_bytes = magic.size() + 12;
constexpr std::size_t row_bytes = dimensions + 2 + 4; ///< components, scale, end of the stem

/// Little-endian number of `Bytes` bytes, at any address.
template <std::size_t Bytes> std::uint32_t read_number(const char *from) {
    std::uint32_t number = 0;
    for (std::size_t i = Bytes; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(from[i]);
    }
    return number;
}

/// IEEE 754 binary16; sign, infinities and NaN are refused by parse.
float half_to_float(std::uint32_t half) {
    const int exponent = static_cast<int>(half >> 10 & 0x1F);
    const auto fraction = static_cast<float>(half & 0x3FF);
    return exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 0x400, exponent - 25);
}

bool is_positive_half(std::uint32_t half) {
    return half > 0 && half < 0x7C00;
}

} // namespace

WordVectors::WordVectors(std::string_view bytes)
    : checksum_(read_number<4>(bytes.data() + magic.size())),
      dimensions_(read_number<4>(bytes.data() + magic.size() + 8)),
      rows_(read_number<4>(bytes.data() + magic.size() + 4)),
      components_(bytes.data() + head_bytes), scales_(components_ + rows_ * dimensions),
      stem_ends_(scales_ + rows_ * 2), stems_(stem_ends_ + rows_ * 4) {}

WordVectors WordVectors::built_in() {
    return WordVectors(word_vector_bytes());
}

std::optional<WordVectors> WordVectors::parse(std::string_view bytes) {
    if (bytes.size() < head_bytes || bytes.substr(0, magic.size()) != magic) {
        return std::nullopt;
    }
    const std::size_t rows = read_number<4>(bytes.data() + magic.size() + 4);
    if (rows > (bytes.size() - head_bytes) / row_bytes) {
        return std::nullopt;
    }
    const WordVectors table(bytes);
    return table.is_well_formed(bytes) ? std::optional(table) : std::nullopt;
}

bool WordVectors::is_well_formed(std::string_view bytes) const {
    const std::string_view checked = bytes.substr(checked_from);
    const auto checksum =
        crc32_z(0, reinterpret_cast<const Bytef *>(checked.data()), checked.size());
    if (dimensions_ != dimensions || checksum != checksum_) {
        return false;
    }
    const auto text_bytes = static_cast<std::size_t>(bytes.data() + bytes.size() - stems_);
    std::string_view before;
    std::size_t end = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
        if (stem_end(row) < end || stem_end(row) > text_bytes || !(before < stem(row)) ||
            !is_positive_half(read_number<2>(scales_ + row * 2))) {
            return false;
        }
        before = stem(row);
        end = stem_end(row);
    }
    return end == text_bytes;
}

std::uint32_t WordVectors::stem_end(std::size_t row) const {
    return read_number<4>(stem_ends_ + row * 4);
}

std::string_view WordVectors::stem(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : stem_end(row - 1);
    return {stems_ + begin, stem_end(row) - begin};
}

std::optional<std::size_t> WordVectors::find(std::string_view wanted) const {
    std::size_t begin = 0;
    std::size_t end = rows_;
    while (begin < end) {
        const std::size_t middle = (begin + end) / 2;
        const int order = stem(middle).compare(wanted);
        if (order == 0) {
            return middle;
        }
        (order < 0 ? begin : end) = order < 0 ? middle + 1 : middle;
    }
    return std::nullopt;
}

std::span<const std::int8_t, dimensions> WordVectors::components(std::size_t row) const {
    static_assert(sizeof(std::int8_t) == sizeof(char));
    const auto *first = reinterpret_cast<const std::int8_t *>(components_ + row * dimensions);
    return std::span<const std::int8_t, dimensions>(first, dimensions);
}

float WordVectors::scale(std::size_t row) const {
    return half_to_float(read_number<2>(scales_ + row * 2));
}

} // namespace ideary::meaning
