// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Whether two engines find the same ideas. Not timed.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "engines/baseline.hpp"
#include "engines/ideary_engine.hpp"
#include "queries/query.hpp"

namespace ideary::bench {

/// Share of the ids of a page that are also on the other page; 1 for two empty pages.
double overlap_of(const std::vector<std::string> &one, const std::vector<std::string> &other);

/// Agreement of the library with the baseline over some queries.
struct Agreement {
    double overlap = 0;                  ///< of the first pages; the rankings differ on purpose
    std::size_t queries = 0, totals = 0; ///< all queries; those with equal totals
    std::size_t values = 0, values_equal = 0; ///< facet values; those with the right count
    std::size_t widened = 0;                  ///< queries with more hits by the default search
    std::vector<std::string> unequal;         ///< descriptions of the differences
};

/// The keys of the ids on the first page of the baseline.
std::vector<std::string> page_of(const Baseline &baseline, const BenchQuery &query);

/// Runs the queries with both. Totals and facets are those of the literal search; the count of each
/// facet value is checked against its postings among the matches of the baseline.
Agreement agreement_of(const IdearyEngine &ours, const Baseline &baseline,
                       const std::vector<BenchQuery> &queries);

} // namespace ideary::bench
