// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Year, topics and authors of each document in eight bytes, so that most facet counts need one
// read. A document with more values has several such words in an overflow list.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "index/format/column_file.hpp"
#include "schema/fields.hpp"

namespace ideary::index {

/// How the bits of a record are used, from the lowest: the year, the topics, the authors. A year is
/// its distance from first_year plus one, a value its ordinal plus one; 0 is none.
struct FacetLayout {
    /// The bits of one field.
    struct Slots {
        unsigned shift = 0, bits = 0, count = 0; ///< count 0: the field is not packed
        std::uint64_t mask() const { return (std::uint64_t(1) << bits) - 1; }
    };

    std::uint16_t first_year = 0;
    std::uint16_t year_bits = 0;
    std::uint16_t topic_bits = 0, topic_slots = 0;
    std::uint16_t author_bits = 0, author_slots = 0;

    Slots slots(schema::FieldId field) const;
    unsigned bits() const {
        return year_bits + 1U * topic_bits * topic_slots + 1U * author_bits * author_slots;
    }
};

struct PackedFacets {
    static constexpr std::uint64_t overflow_flag = std::uint64_t(1) << 63;
    FacetLayout layout;
    std::span<const std::uint64_t> by_doc;   ///< by document number
    std::span<const std::uint64_t> overflow; ///< of documents with more than fit

    /// The overflow words of a document. Empty if a damaged word points outside.
    std::span<const std::uint64_t> overflow_of(std::uint64_t record) const;
};

/// The records of a document: one, unless it has more than fit. year 0: unknown.
std::vector<std::uint64_t> pack_facets(const FacetLayout &layout, std::uint16_t year,
                                       std::span<const std::uint32_t> topics,
                                       std::span<const std::uint32_t> authors);

/// Gathers the rows of all documents, then chooses the layout that fits most of them.
class PackedFacetsBuilder {
  public:
    /// The next document; year 0: unknown.
    void add(std::uint16_t year, const std::vector<std::uint32_t> &topics,
             const std::vector<std::uint32_t> &authors);
    void write(ColumnFileWriter &out) const;

  private:
    struct Row {
        std::uint16_t year;
        std::uint16_t topics, authors; ///< how many
    };
    FacetLayout layout() const;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> ordinals_; ///< of all rows, concatenated
};

/// The records of a generation. Throws io where they are damaged.
PackedFacets read_packed_facets(const ColumnFile &file, std::size_t documents);

} // namespace ideary::index
