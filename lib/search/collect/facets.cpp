// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/facets.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

using schema::FieldId;

/// What is counted stands by ordinal, or by year.
bool is_chosen(const Choice *choice, const ValueCount &value) {
    return choice != nullptr &&
           (choice->has(value.ordinal) || choice->has_year(static_cast<int>(value.ordinal)));
}

/// Chosen values that no match has are shown too; of years those that were named one by one.
void add_chosen(const Choice &choice, std::vector<ValueCount> &values) {
    std::vector<std::uint32_t> chosen = choice.ordinals;
    for (const Choice::Years &years : choice.years) {
        if (years.from == years.to) {
            chosen.push_back(static_cast<std::uint32_t>(years.from));
        }
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    const auto by_ordinal = [](const ValueCount &a, std::uint32_t b) { return a.ordinal < b; };
    const auto counted = static_cast<std::ptrdiff_t>(values.size());
    for (const std::uint32_t ordinal : chosen) {
        const auto end = values.begin() + counted;
        const auto found = std::lower_bound(values.begin(), end, ordinal, by_ordinal);
        if (found == end || found->ordinal != ordinal) {
            values.push_back({ordinal, 0});
        }
    }
}

/// The first of them in order, and behind them all others that are chosen.
void keep_shown(const SearchContext &scene, FieldId field, const Choice *choice, std::size_t limit,
                std::vector<ValueCount> &values) {
    const index::Column &column = scene.generation.column(field);
    const auto rank = [field, &column](std::uint32_t ordinal) {
        return field == FieldId::year ? ordinal : column.rank(ordinal);
    };
    const auto before = [&rank](const ValueCount &a, const ValueCount &b) {
        if (a.count != b.count) {
            return a.count > b.count;
        }
        return rank(a.ordinal) < rank(b.ordinal);
    };
    const std::size_t shown = limit == 0 ? values.size() : std::min(limit, values.size());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(values.begin(), middle, values.end(), before);
    if (choice == nullptr) {
        values.erase(middle, values.end());
        return;
    }
    const auto rest = std::remove_if(middle, values.end(), [choice](const ValueCount &each) {
        return !is_chosen(choice, each);
    });
    std::sort(middle, rest, before);
    values.erase(rest, values.end());
}

} // namespace

Facet make_facet(const SearchContext &scene, Counts counts, const std::vector<Choice> &choices,
                 std::size_t limit) {
    const FieldId field = counts.field;
    const auto made = std::find_if(choices.begin(), choices.end(),
                                   [field](const Choice &c) { return c.field == field; });
    const Choice *choice = made == choices.end() ? nullptr : &*made;
    std::vector<ValueCount> values = std::move(counts.values);
    if (choice != nullptr) {
        add_chosen(*choice, values);
    }
    keep_shown(scene, field, choice, limit, values);
    Facet facet;
    facet.field = schema::row(field).name;
    for (const ValueCount &each : values) {
        facet.values.push_back(
            {field == FieldId::year
                 ? std::to_string(each.ordinal)
                 : std::string(scene.generation.column(field).value(each.ordinal)),
             each.count, is_chosen(choice, each)});
    }
    for (std::size_t i = 0; choice != nullptr && i < choice->unknown.size(); ++i) {
        facet.values.push_back({choice->unknown[i], 0, true});
    }
    return facet;
}

} // namespace ideary::search
