// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <vector>

#include "index/reader/generation.hpp"
#include "schema/fields.hpp"
#include "search/match/doc_bit_set.hpp"

namespace ideary::search {

struct ValueCount {
    std::uint32_t ordinal = 0; ///< of the column; of the field year: the year
    std::uint32_t count = 0;
};

/// Number of ideas of each value of a field.
struct FacetCounts {
    schema::FieldId field{};
    std::vector<ValueCount> values; ///< with a count above 0, by ordinal
};

/// Counts the values of fields over the matches of a search. Few documents are buffered and their
/// values sorted; many are counted in arrays indexed by value.
class FacetCounter {
  public:
    FacetCounter(const index::Generation &generation, const std::vector<schema::FieldId> &fields);
    FacetCounter(const FacetCounter &) = delete;
    FacetCounter &operator=(const FacetCounter &) = delete;
    /// Documents of a window that count for every field.
    void add(Xapian::docid window_start, const DocList &docs);
    /// Documents of a window that count for one field only.
    void add(Xapian::docid window_start, const DocList &docs, schema::FieldId field);
    /// In the order requested.
    std::vector<FacetCounts> finish();

  private:
    /// Position of a value number in the packed facets, and where it is counted.
    struct Slot {
        std::uint32_t *counts;
        std::uint64_t mask;
        unsigned shift;
    };
    struct Field {
        schema::FieldId id{};
        std::size_t value_numbers = 0;    ///< of values, and 0 for none
        std::size_t width = 0;            ///< of one array of counts
        index::FacetLayout::Slots slots;  ///< in the packed facets
        std::vector<std::uint32_t> dense; ///< arrays of counts, one after another
        std::vector<Xapian::docid> docs;  ///< buffered documents that count for this field only
    };
    using Fields = std::vector<Field *>;

    Field make_field(schema::FieldId id) const;
    void make_dense();
    void count(Xapian::docid doc, Field &field) const;
    void count(Xapian::docid window_start, const DocList &docs, const Fields &fields) const;
    template <class F> void each_number(Xapian::docid doc, schema::FieldId field, F &&f) const;
    std::vector<std::uint32_t> buffered_numbers(const Field &field) const;
    std::vector<ValueCount> values(Field &field) const;

    const index::Generation &generation_;
    std::vector<Field> fields_;
    Fields all_;
    std::vector<Xapian::docid> docs_; ///< buffered documents that count for every field
    std::size_t max_buffered_ = 0;
    bool is_dense_ = false;
};

} // namespace ideary::search
