// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/filter_matcher.hpp"

#include <algorithm>

namespace ideary::search {

using index::PackedFacets;

FilterMatcher::FilterMatcher(const index::Generation &generation, const FieldFilter &filter)
    : generation_(generation), filter_(filter),
      slots_(generation.packed_facets().layout.slots(filter.field)), selected_(slots_.mask() + 1) {
    if (slots_.count == 0) {
        return;
    }
    if (filter.field != schema::FieldId::year) {
        for (const std::uint32_t ordinal : filter.ordinals) {
            if (ordinal + 1UL < selected_.size()) { // else damage, which a quick open misses
                selected_[ordinal + 1UL] = 1;
            }
        }
        return;
    }
    const int first = generation.packed_facets().layout.first_year;
    for (std::size_t number = 1; number < selected_.size(); ++number) {
        selected_[number] = filter.has_year(first + static_cast<int>(number) - 1) ? 1 : 0;
    }
}

bool FilterMatcher::passes(Xapian::docid doc) const {
    const PackedFacets &facets = generation_.packed_facets();
    const std::uint64_t packed = facets.by_doc[doc];
    if (slots_.count == 0) {
        return filter_.passes(generation_, doc);
    }
    if ((packed & PackedFacets::overflow_flag) == 0) {
        return has_selected(packed, slots_, selected_.data());
    }
    const auto overflow = facets.overflow_of(packed);
    return std::any_of(overflow.begin(), overflow.end(), [this](std::uint64_t each) {
        return has_selected(each, slots_, selected_.data());
    });
}

DocBitSet FilterMatcher::passing(Xapian::docid window_start, const DocList &docs) const {
    DocBitSet passing;
    for (const std::size_t i : docs) {
        passing.set(i, passes(window_start + static_cast<Xapian::docid>(i)));
    }
    return passing;
}

void FilterMatcher::split(Xapian::docid window_start, const DocList &docs, DocList &passing,
                          DocList &failing) const {
    passing.clear();
    failing.clear();
    const std::uint64_t *packed = generation_.packed_facets().by_doc.data() + window_start;
    const unsigned char *selected = selected_.data();
    const index::FacetLayout::Slots slots = slots_;
    for (const std::uint16_t i : docs) {
        bool is_passing = has_selected(packed[i], slots, selected);
        if (slots.count == 0 || (packed[i] & PackedFacets::overflow_flag) != 0) {
            is_passing = passes(window_start + i);
        }
        passing.append_if(i, is_passing);
        failing.append_if(i, !is_passing);
    }
}

} // namespace ideary::search
