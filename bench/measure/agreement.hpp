// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Whether two engines found the same. Never timed.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "engines/baseline.hpp"
#include "engines/ideary_engine.hpp"
#include "queries/query.hpp"

namespace ideary::bench {

/// Share of the ids of a page that the other page has too; of two empty pages 1.
double overlap_of(const std::vector<std::string> &one, const std::vector<std::string> &other);

/// What the library and the baseline agree on, over some queries.
struct Agreement {
    double overlap = 0;                  ///< of the first pages: the rankings differ on purpose
    std::size_t queries = 0, totals = 0; ///< queries; those whose exact totals are equal
    std::size_t values = 0, values_equal = 0; ///< facet values shown; those whose count is right
    std::size_t widened = 0;                  ///< queries that the default search finds more for
    std::vector<std::string> unequal;         ///< what differs, for people
};

/// Keys of the ids on the first page of the baseline.
std::vector<std::string> page_of(const Baseline &baseline, const BenchQuery &query);

/// Asks both. Totals and facets are those of the literal search; each facet value shown is counted
/// again by walking its postings over the documents that the baseline matches.
Agreement agreement_of(const IdearyEngine &ours, const Baseline &baseline,
                       const std::vector<BenchQuery> &queries);

} // namespace ideary::bench
