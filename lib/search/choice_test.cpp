// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/choice_test.hpp"

#include <algorithm>

namespace ideary::search {

using index::FacetRecords;

ChoiceTest::ChoiceTest(const index::Generation &generation, const Choice &choice)
    : generation_(generation), choice_(choice),
      slots_(generation.facet_records().layout.slots(choice.field)), chosen_(slots_.mask() + 1) {
    if (slots_.count == 0) {
        return;
    }
    if (choice.field != schema::FieldId::year) {
        for (const std::uint32_t ordinal : choice.ordinals) {
            chosen_.at(ordinal + 1UL) = 1;
        }
        return;
    }
    const int first = generation.facet_records().layout.first_year;
    for (std::size_t number = 1; number < chosen_.size(); ++number) {
        chosen_[number] = choice.has_year(first + static_cast<int>(number) - 1) ? 1 : 0;
    }
}

Bits ChoiceTest::passing(Xapian::docid first, const Places &found) const {
    Bits passing;
    const FacetRecords &records = generation_.facet_records();
    for (const std::size_t i : found) {
        const std::uint64_t record = records.of[first + i];
        bool passes = false;
        if (slots_.count == 0) {
            passes = choice_.passes(generation_, first + static_cast<Xapian::docid>(i));
        } else if ((record & FacetRecords::overflow) == 0) {
            passes = has_chosen(record);
        } else {
            const auto rest = records.rest(record);
            passes = std::any_of(rest.begin(), rest.end(),
                                 [this](std::uint64_t each) { return has_chosen(each); });
        }
        passing.set(i, passes);
    }
    return passing;
}

} // namespace ideary::search
