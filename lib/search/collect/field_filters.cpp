// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/field_filters.hpp"

#include "ideary/error.hpp"
#include "search/collect/filter_values.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;

bool is_year(std::string_view text) {
    return !text.empty() && text.size() <= 4 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

FieldFilter::Years parse_years(const std::string &value) {
    const std::size_t dots = value.find("..");
    const std::string from = value.substr(0, dots);
    const std::string to = dots == std::string::npos ? from : value.substr(dots + 2);
    const bool is_given = !from.empty() || !to.empty();
    if (!is_given || (!from.empty() && !is_year(from)) || (!to.empty() && !is_year(to))) {
        throw Error(ErrorKind::usage, "this is no year and no range of years: " + value,
                    "Write it like 2024 or 2023..2025");
    }
    FieldFilter::Years years;
    years.from = from.empty() ? years.from : std::stoi(from);
    years.to = to.empty() ? years.to : std::stoi(to);
    return years.from <= years.to ? years : FieldFilter::Years{years.to, years.from};
}

void select(FieldFilter &filter, std::uint32_t ordinal) {
    auto &selected = filter.ordinals;
    const auto at = std::lower_bound(selected.begin(), selected.end(), ordinal);
    if (at == selected.end() || *at != ordinal) {
        selected.insert(at, ordinal);
    }
}

void add_value(FieldFilter &filter, const std::string &value, const SearchContext &context) {
    if (filter.field == FieldId::year) {
        filter.years.push_back(parse_years(value));
        return;
    }
    const index::FacetColumn &column = context.generation.column(filter.field);
    std::string folded = text::fold_value(value);
    if (filter.field == FieldId::language) {
        const std::string code = text::language_code(value);
        folded = code.empty() ? folded : code;
    }
    if (const auto ordinal = column.find(folded)) {
        select(filter, *ordinal);
        return;
    }
    FilterValueMatch match = match_filter_value(context, filter.field, value);
    for (const std::uint32_t ordinal : match.ordinals) {
        select(filter, ordinal);
    }
    if (match.ordinals.empty()) {
        filter.unknown.push_back(value);
    }
    filter.remarks.push_back(std::move(match.remark));
}

} // namespace

bool FieldFilter::has_year(int year) const {
    return year != 0 && std::any_of(years.begin(), years.end(), [year](const Years &range) {
               return range.from <= year && year <= range.to;
           });
}

bool FieldFilter::passes(const index::Generation &generation, Xapian::docid doc) const {
    if (field == FieldId::year) {
        return has_year(generation.year(doc));
    }
    const auto values = generation.column(field).of(doc);
    return std::any_of(values.begin(), values.end(),
                       [this](std::uint32_t ordinal) { return has(ordinal); });
}

std::vector<FieldFilter> resolve_filters(const std::vector<Filter> &filters,
                                         const SearchContext &context) {
    std::vector<FieldFilter> resolved;
    for (const Filter &filter : filters) {
        const FieldId field = facet_field(filter.field);
        auto same = std::find_if(resolved.begin(), resolved.end(),
                                 [field](const FieldFilter &each) { return each.field == field; });
        if (same == resolved.end()) {
            resolved.push_back({});
            same = resolved.end() - 1;
            same->field = field;
        }
        add_value(*same, filter.value, context);
    }
    return resolved;
}

FieldId facet_field(const std::string &name) {
    const auto field = schema::find_field(name);
    const bool has_values = field && !schema::row(*field).column.empty();
    if (!has_values) {
        throw Error(ErrorKind::usage, "this is no field with values: " + name,
                    "See: ideary help query");
    }
    return *field;
}

} // namespace ideary::search
