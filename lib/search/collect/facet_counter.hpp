// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Counts the values of fields over the documents of a search. Few documents are remembered and
// their values sorted; many are counted in arrays of all values.
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

/// Ideas of each value of a field.
struct Counts {
    schema::FieldId field{};
    std::vector<ValueCount> values; ///< those that any idea has, by ordinal
};

class FacetCounter {
  public:
    FacetCounter(const index::Generation &generation, const std::vector<schema::FieldId> &fields);
    FacetCounter(const FacetCounter &) = delete;
    FacetCounter &operator=(const FacetCounter &) = delete;
    /// Documents of the window that begins at first, which count for every field.
    void add(Xapian::docid first, const Places &found);
    /// Documents that count for one field only.
    void add(Xapian::docid first, const Places &found, schema::FieldId field);
    /// In the order asked for.
    std::vector<Counts> finish();

  private:
    /// Where in a record a number stands, and where it is counted.
    struct Slot {
        std::uint32_t *counts;
        std::uint64_t mask;
        unsigned shift;
    };
    struct Field {
        schema::FieldId id{};
        std::size_t numbers = 0;          ///< of values, and 0 for none
        std::size_t width = 0;            ///< of one array
        index::FacetLayout::Slots slots;  ///< in a record
        std::vector<std::uint32_t> dense; ///< arrays by number, one behind the other
        std::vector<Xapian::docid> docs;  ///< that count for this field alone, while they are few
    };
    using Fields = std::vector<Field *>;

    Field made(schema::FieldId id) const;
    void make_dense();
    void count(Xapian::docid doc, Field &field) const;
    void count(Xapian::docid first, const Places &found, const Fields &fields) const;
    template <class F> void each_number(Xapian::docid doc, schema::FieldId field, F &&f) const;
    std::vector<std::uint32_t> numbers(const Field &field) const;
    std::vector<ValueCount> values(Field &field) const;

    const index::Generation &generation_;
    std::vector<Field> fields_;
    Fields all_;
    std::vector<Xapian::docid> docs_; ///< that count for every field, while they are few
    std::size_t few_ = 0;             ///< up to so many documents are remembered
    bool is_dense_ = false;
};

} // namespace ideary::search
