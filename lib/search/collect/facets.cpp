// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/facets.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

using schema::FieldId;

/// The ordinal of the field year is the year.
bool is_selected(const FieldFilter *filter, const ValueCount &value) {
    return filter != nullptr &&
           (filter->has(value.ordinal) || filter->has_year(static_cast<int>(value.ordinal)));
}

/// Appends the selected values without a match; of years only single ones, not ranges.
void add_selected(const FieldFilter &filter, std::vector<ValueCount> &values) {
    std::vector<std::uint32_t> selected = filter.ordinals;
    for (const FieldFilter::Years &years : filter.years) {
        if (years.from == years.to) {
            selected.push_back(static_cast<std::uint32_t>(years.from));
        }
    }
    std::sort(selected.begin(), selected.end());
    selected.erase(std::unique(selected.begin(), selected.end()), selected.end());
    const auto by_ordinal = [](const ValueCount &a, std::uint32_t b) { return a.ordinal < b; };
    const auto counted = static_cast<std::ptrdiff_t>(values.size());
    for (const std::uint32_t ordinal : selected) {
        const auto end = values.begin() + counted;
        const auto found = std::lower_bound(values.begin(), end, ordinal, by_ordinal);
        if (found == end || found->ordinal != ordinal) {
            values.push_back({ordinal, 0});
        }
    }
}

/// Sorts the values and keeps the first `limit`, and after them all others that are selected.
void sort_and_limit(const index::SnapshotStatistics &statistics, const FieldFilter *filter,
                    std::size_t limit, FacetCounts &counts) {
    const FieldId field = counts.field;
    std::vector<ValueCount> &values = counts.values;
    const auto is_before = [&](const ValueCount &a, const ValueCount &b) {
        if (a.count != b.count) {
            return a.count > b.count;
        }
        return statistics.facet_rank(field, a.ordinal) < statistics.facet_rank(field, b.ordinal);
    };
    const std::size_t shown = limit == 0 ? values.size() : std::min(limit, values.size());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(values.begin(), middle, values.end(), is_before);
    if (filter == nullptr) {
        values.erase(middle, values.end());
        return;
    }
    const auto rest = std::remove_if(middle, values.end(), [filter](const ValueCount &each) {
        return !is_selected(filter, each);
    });
    std::sort(middle, rest, is_before);
    values.erase(rest, values.end());
}

} // namespace

Facet make_facet(const SearchContext &context, FacetCounts counts,
                 const std::vector<FieldFilter> &filters, std::size_t limit) {
    const FieldId field = counts.field;
    const auto own = std::find_if(filters.begin(), filters.end(),
                                  [field](const FieldFilter &each) { return each.field == field; });
    const FieldFilter *filter = own == filters.end() ? nullptr : &*own;
    if (filter != nullptr) {
        add_selected(*filter, counts.values);
    }
    sort_and_limit(context.statistics, filter, limit, counts);
    Facet facet;
    facet.field = schema::row(field).name;
    for (const ValueCount &each : counts.values) {
        facet.values.push_back({context.statistics.facet_value(field, each.ordinal), each.count,
                                is_selected(filter, each)});
    }
    for (std::size_t i = 0; filter != nullptr && i < filter->unknown.size(); ++i) {
        facet.values.push_back({filter->unknown[i], 0, true});
    }
    return facet;
}

} // namespace ideary::search
