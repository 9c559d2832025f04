// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
//
// The table of word vectors, learned from English talks (corpus/vectors.bin). Its form is described
// in lib/meaning/README.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "meaning/vector.hpp"

namespace ideary::meaning {

/// Vectors of stems: those that the analyzer makes of English words, folded. Looks into the bytes
/// of a table, which must outlive it; copies and builds nothing. For any number of threads.
class WordVectors {
  public:
    /// Reads a table; nothing if the bytes are no well-formed one. Reads all of it.
    static std::optional<WordVectors> parse(std::string_view bytes);
    /// The table that is built in. Opening it reads nothing but the head.
    static WordVectors built_in();

    std::size_t size() const { return rows_; }
    /// Stem of a row. Rows are sorted by the bytes of their stems.
    std::string_view stem(std::size_t row) const;
    /// Row of a stem, by binary search.
    std::optional<std::size_t> find(std::string_view stem) const;

    /// A row is its components times its scale. Its length says how much the word tells of a text.
    std::span<const std::int8_t, dimensions> components(std::size_t row) const;
    float scale(std::size_t row) const;

    /// CRC-32 of the table: another table has another one.
    std::uint32_t checksum() const { return checksum_; }

  private:
    explicit WordVectors(std::string_view bytes);
    bool is_well_formed(std::string_view bytes) const;
    std::uint32_t stem_end(std::size_t row) const;

    std::uint32_t checksum_ = 0;
    std::uint32_t dimensions_ = 0;
    std::size_t rows_ = 0;
    const char *components_ = nullptr;
    const char *scales_ = nullptr;
    const char *stem_ends_ = nullptr;
    const char *stems_ = nullptr;
};

/// Bytes of the table that is built in.
std::string_view word_vector_bytes();

} // namespace ideary::meaning
