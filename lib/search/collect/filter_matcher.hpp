// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "index/reader/generation.hpp"
#include "search/collect/field_filters.hpp"
#include "search/match/doc_bit_set.hpp"

namespace ideary::search {

/// Tests the documents of a window against the filter of one field.
class FilterMatcher {
  public:
    /// The filter outlives the matcher.
    FilterMatcher(const index::Generation &generation, const FieldFilter &filter);
    schema::FieldId field() const { return filter_.field; }
    /// The documents that pass.
    DocBitSet passing(Xapian::docid window_start, const DocList &docs) const;
    /// The same as lists: those that pass, and the others.
    void split(Xapian::docid window_start, const DocList &docs, DocList &passing,
               DocList &failing) const;

  private:
    bool passes(Xapian::docid doc) const;
    /// Takes members as arguments, so that a loop keeps them in registers.
    static bool has_selected(std::uint64_t packed, const index::FacetLayout::Slots &slots,
                             const unsigned char *selected) {
        bool has = false;
        packed >>= slots.shift;
        for (unsigned k = 0; k < slots.count; ++k) {
            has |= selected[packed & slots.mask()] != 0;
            packed >>= slots.bits;
        }
        return has;
    }

    const index::Generation &generation_;
    const FieldFilter &filter_;
    index::FacetLayout::Slots slots_;
    std::vector<unsigned char> selected_; ///< by number in the packed facets
};

} // namespace ideary::search
