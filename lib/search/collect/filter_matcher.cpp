// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/filter_matcher.hpp"

#include <algorithm>

namespace ideary::search {

using index::PackedFacets;

FilterMatcher::FilterMatcher(const index::Generation &generation, const Choice &choice)
    : generation_(generation), choice_(choice),
      slots_(generation.facet_records().layout.slots(choice.field)), chosen_(slots_.mask() + 1) {
    if (slots_.count == 0) {
        return;
    }
    if (choice.field != schema::FieldId::year) {
        for (const std::uint32_t ordinal : choice.ordinals) {
            if (ordinal + 1UL < chosen_.size()) { // else damage, opened quickly
                chosen_[ordinal + 1UL] = 1;
            }
        }
        return;
    }
    const int first = generation.facet_records().layout.first_year;
    for (std::size_t number = 1; number < chosen_.size(); ++number) {
        chosen_[number] = choice.has_year(first + static_cast<int>(number) - 1) ? 1 : 0;
    }
}

bool FilterMatcher::passes(Xapian::docid doc) const {
    const PackedFacets &records = generation_.facet_records();
    const std::uint64_t record = records.of[doc];
    if (slots_.count == 0) {
        return choice_.passes(generation_, doc);
    }
    if ((record & PackedFacets::overflow) == 0) {
        return has_chosen(record, slots_, chosen_.data());
    }
    const auto rest = records.rest(record);
    return std::any_of(rest.begin(), rest.end(), [this](std::uint64_t each) {
        return has_chosen(each, slots_, chosen_.data());
    });
}

Bits FilterMatcher::passing(Xapian::docid first, const Places &found) const {
    Bits passing;
    for (const std::size_t i : found) {
        passing.set(i, passes(first + static_cast<Xapian::docid>(i)));
    }
    return passing;
}

void FilterMatcher::split(Xapian::docid first, const Places &found, Places &passing,
                          Places &failing) const {
    passing.clear();
    failing.clear();
    const std::uint64_t *records = generation_.facet_records().of.data() + first;
    const unsigned char *chosen = chosen_.data();
    const index::FacetLayout::Slots slots = slots_;
    for (const std::uint16_t i : found) {
        bool one = has_chosen(records[i], slots, chosen);
        if (slots.count == 0 || (records[i] & PackedFacets::overflow) != 0) {
            one = passes(first + i);
        }
        passing.add(i, one);
        failing.add(i, !one);
    }
}

} // namespace ideary::search
