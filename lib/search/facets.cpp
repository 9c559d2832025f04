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

bool is_selected(const Choice *choice, FieldId field, std::uint32_t ordinal) {
    if (choice == nullptr) {
        return false;
    }
    if (field != FieldId::year) {
        return ordinal < choice->ordinals.size() && choice->ordinals[ordinal];
    }
    const int year = static_cast<int>(ordinal);
    return std::any_of(choice->years.begin(), choice->years.end(), [year](const auto &range) {
        return range.from <= year && year <= range.to;
    });
}

/// Chosen years without ideas are shown where they were named one by one, not whole ranges.
bool is_named(const Choice *choice, std::uint32_t ordinal) {
    const int year = static_cast<int>(ordinal);
    return choice != nullptr &&
           std::any_of(choice->years.begin(), choice->years.end(), [year](const auto &range) {
               return range.from == year && range.to == year;
           });
}

} // namespace

Facet make_facet(const Scene &scene, const Counts &counts, const std::vector<Choice> &choices,
                 std::size_t limit) {
    const FieldId field = counts.field;
    const auto made = std::find_if(choices.begin(), choices.end(),
                                   [field](const Choice &c) { return c.field == field; });
    const Choice *choice = made == choices.end() ? nullptr : &*made;
    std::vector<Counted> counted;
    for (std::uint32_t ordinal = 0; ordinal < counts.of.size(); ++ordinal) {
        const bool selected = is_selected(choice, field, ordinal);
        const bool shown = field == FieldId::year ? is_named(choice, ordinal) : selected;
        if (counts.of[ordinal] > 0 || shown) {
            counted.push_back({ordinal, counts.of[ordinal], selected});
        }
    }
    const bool year = field == FieldId::year;
    const auto *ranks = year ? nullptr : &scene.known.value_ranks(scene.generation, field);
    const auto before = [ranks](const Counted &a, const Counted &b) {
        const std::uint32_t rank_a = ranks == nullptr ? a.ordinal : (*ranks)[a.ordinal];
        const std::uint32_t rank_b = ranks == nullptr ? b.ordinal : (*ranks)[b.ordinal];
        return a.count != b.count ? a.count > b.count : rank_a < rank_b;
    };
    std::sort(counted.begin(), counted.end(), before);
    Facet facet;
    facet.field = schema::row(field).name;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const Counted &each = counted[i];
        if (limit == 0 || i < limit || each.selected) {
            facet.values.push_back(
                {year ? std::to_string(each.ordinal)
                      : std::string(scene.generation.column(field).value(each.ordinal)),
                 each.count, each.selected});
        }
    }
    for (std::size_t i = 0; choice != nullptr && i < choice->unknown.size(); ++i) {
        facet.values.push_back({choice->unknown[i], 0, true});
    }
    return facet;
}

} // namespace ideary::search
