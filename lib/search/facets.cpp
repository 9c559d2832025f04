// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/facets.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

using schema::FieldId;

struct Counted {
    std::uint32_t ordinal = 0; ///< or year
    std::uint32_t count = 0;
    bool selected = false;
};

bool is_selected(const Choice *choice, std::uint32_t ordinal) {
    if (choice == nullptr) {
        return false;
    }
    const int year = static_cast<int>(ordinal);
    return (ordinal < choice->ordinals.size() && choice->ordinals[ordinal]) ||
           std::any_of(choice->years.begin(), choice->years.end(), [year](const auto &range) {
               return range.from <= year && year <= range.to;
           });
}

/// Chosen values that no match has are shown too; of years those that were named one by one.
void add_chosen(const Choice *choice, std::vector<Counted> &counted) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; choice != nullptr && i < choice->ordinals.size(); ++i) {
        if (choice->ordinals[i]) {
            chosen.push_back(i);
        }
    }
    for (std::size_t i = 0; choice != nullptr && i < choice->years.size(); ++i) {
        if (choice->years[i].from == choice->years[i].to) {
            chosen.push_back(static_cast<std::uint32_t>(choice->years[i].from));
        }
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    const auto by_ordinal = [](const Counted &a, std::uint32_t b) { return a.ordinal < b; };
    const auto counted_end = static_cast<std::ptrdiff_t>(counted.size());
    for (const std::uint32_t ordinal : chosen) {
        const auto end = counted.begin() + counted_end;
        const auto found = std::lower_bound(counted.begin(), end, ordinal, by_ordinal);
        if (found == end || found->ordinal != ordinal) {
            counted.push_back({ordinal, 0, true});
        }
    }
}

} // namespace

Facet make_facet(const Scene &scene, const Counts &counts, const std::vector<Choice> &choices,
                 std::size_t limit) {
    const FieldId field = counts.field;
    const auto made = std::find_if(choices.begin(), choices.end(),
                                   [field](const Choice &c) { return c.field == field; });
    const Choice *choice = made == choices.end() ? nullptr : &*made;
    std::vector<Counted> counted;
    for (const ValueCount &each : counts.values) {
        counted.push_back({each.ordinal, each.count, is_selected(choice, each.ordinal)});
    }
    add_chosen(choice, counted);
    const bool year = field == FieldId::year;
    const auto *ranks = year ? nullptr : &scene.known.value_ranks(scene.generation, field);
    const auto before = [ranks](const Counted &a, const Counted &b) {
        const std::uint32_t rank_a = ranks == nullptr ? a.ordinal : (*ranks)[a.ordinal];
        const std::uint32_t rank_b = ranks == nullptr ? b.ordinal : (*ranks)[b.ordinal];
        return a.count != b.count ? a.count > b.count : rank_a < rank_b;
    };
    const std::size_t shown = limit == 0 ? counted.size() : std::min(limit, counted.size());
    const auto middle = counted.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(counted.begin(), middle, counted.end(), before);
    const auto rest =
        std::remove_if(middle, counted.end(), [](const Counted &each) { return !each.selected; });
    std::sort(middle, rest, before);
    counted.erase(rest, counted.end());
    Facet facet;
    facet.field = schema::row(field).name;
    for (const Counted &each : counted) {
        facet.values.push_back(
            {year ? std::to_string(each.ordinal)
                  : std::string(scene.generation.column(field).value(each.ordinal)),
             each.count, each.selected});
    }
    for (std::size_t i = 0; choice != nullptr && i < choice->unknown.size(); ++i) {
        facet.values.push_back({choice->unknown[i], 0, true});
    }
    return facet;
}

} // namespace ideary::search
