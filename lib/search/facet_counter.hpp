// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the values of fields over the documents of a search. Few documents are remembered and
// their values sorted; many are counted in an array of all values.
#pragma once

#include <cstdint>
#include <vector>

#include "index/generation.hpp"
#include "schema/fields.hpp"
#include "search/matcher.hpp"

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
    /// Documents that count for every field.
    void add(Xapian::docid first, const Bits &found);
    void add(Xapian::docid doc);
    /// A document that counts for one field only.
    void add(Xapian::docid doc, schema::FieldId field);
    /// In the order asked for.
    std::vector<Counts> finish();

  private:
    using Dense = std::vector<std::uint32_t>;
    struct Field {
        schema::FieldId id;
        Dense dense;                     ///< by ordinal plus one, once there are many
        std::vector<Xapian::docid> docs; ///< that count for this field alone
    };
    void make_dense();
    void count(Xapian::docid doc);
    void count(Xapian::docid doc, Field &field);
    void count_records(Xapian::docid first, const Bits &found);
    Dense *dense(schema::FieldId field);
    template <class F> void each_value(Xapian::docid doc, schema::FieldId field, F &&f) const;
    std::vector<ValueCount> sparse_counts(const Field &field) const;

    const index::Generation &generation_;
    std::vector<Field> fields_;
    std::vector<Xapian::docid> docs_; ///< that count for every field, while they are few
    bool is_dense_ = false;
    bool by_records_ = true; ///< the eight bytes of a record tell all that is asked for
    Dense none_;             ///< takes what is not asked for
};

} // namespace ideary::search
