// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which documents of a window pass a choice made beside the query.
#pragma once

#include <vector>

#include "index/reader/generation.hpp"
#include "search/collect/field_filters.hpp"
#include "search/match/doc_bit_set.hpp"

namespace ideary::search {

class FilterMatcher {
  public:
    /// The choice has to live as long as this.
    FilterMatcher(const index::Generation &generation, const Choice &choice);
    schema::FieldId field() const { return choice_.field; }
    /// Those of found that pass. first: document of the window.
    Bits passing(Xapian::docid first, const Places &found) const;
    /// The same as lists: those that pass, and the others.
    void split(Xapian::docid first, const Places &found, Places &passing, Places &failing) const;

  private:
    bool passes(Xapian::docid doc) const;
    /// The parts of a test are given, because a loop keeps them at hand.
    static bool has_chosen(std::uint64_t record, const index::FacetLayout::Slots &slots,
                           const unsigned char *chosen) {
        bool has = false;
        record >>= slots.shift;
        for (unsigned k = 0; k < slots.count; ++k) {
            has |= chosen[record & slots.mask()] != 0;
            record >>= slots.bits;
        }
        return has;
    }

    const index::Generation &generation_;
    const Choice &choice_;
    index::FacetLayout::Slots slots_;
    std::vector<unsigned char> chosen_; ///< by number in a record
};

} // namespace ideary::search
