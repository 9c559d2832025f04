// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/column_scorer.hpp"

#include <algorithm>
#include <span>

namespace ideary::search {

using Kind = ScoredQuery::Kind;

bool column_matches(const index::Generation &generation, const ScoredQuery &query,
                    Xapian::docid doc) {
    if (!generation.exists(doc)) {
        return false;
    }
    if (query.kind == Kind::years) {
        const int year = generation.year(doc);
        return query.from <= year && year <= query.to;
    }
    const auto values = query.kind == Kind::values ? generation.column(query.field).of(doc)
                                                   : std::span<const std::uint32_t>();
    return query.kind == Kind::match_all ||
           std::any_of(values.begin(), values.end(), [&](std::uint32_t ordinal) {
               return ordinal < query.ordinals.size() && query.ordinals[ordinal];
           });
}

ColumnScorer::ColumnScorer(const SearchContext &context, const ScoredQuery &query)
    : generation_(context.generation), query_(query), end_(context.generation.last_doc() + 1) {
    cost = end_;
}

void ColumnScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                DocBitSet &matches, Scores *) {
    const auto years = generation_.years();
    const auto test = [&](std::size_t i) {
        const Xapian::docid doc = window_start + static_cast<Xapian::docid>(i);
        // Documents of a filter exist: only their year is left to test.
        const bool is_match = filter != nullptr && query_.kind == Kind::years
                                  ? query_.from <= years[doc] && years[doc] <= query_.to
                                  : column_matches(generation_, query_, doc);
        if (is_match) {
            matches.set(i);
        }
    };
    if (filter != nullptr) {
        filter->each(test);
        return;
    }
    const std::size_t count =
        std::min<std::size_t>(window_size, end_ > window_start ? end_ - window_start : 0);
    for (std::size_t i = 0; i < count; ++i) {
        test(i);
    }
}

} // namespace ideary::search
