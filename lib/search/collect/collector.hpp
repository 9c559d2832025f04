// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "ideary/index.hpp"
#include "search/collect/facet_counter.hpp"
#include "search/collect/field_filters.hpp"
#include "search/collect/hit_order.hpp"
#include "search/context/search_context.hpp"
#include "search/match/scored_query.hpp"

namespace ideary::search {

struct CollectOptions {
    std::size_t top_k = 10;
    Sort sort = Sort::relevance;
    bool exact_total = true; ///< false: without facets total is a lower bound
    const std::vector<FieldFilter> *filters = nullptr; ///< not null
    std::vector<schema::FieldId> facets;
    const std::vector<Xapian::docid> *excluded = nullptr; ///< ascending; null: none
};

struct Collected {
    std::vector<ScoredDoc> top_docs; ///< in order
    std::uint64_t total = 0;
    std::vector<FacetCounts> facet_counts; ///< in the order requested
};

/// Runs a query once: the best documents, their total and the facet counts. The counts of a field
/// ignore the filter of that field.
Collected collect(const SearchContext &context, const ScoredQuery &query,
                  const CollectOptions &options);

/// All documents that match, ascending.
std::vector<Xapian::docid> collect_docs(const SearchContext &context, const ScoredQuery &query,
                                        const std::vector<FieldFilter> &filters);

} // namespace ideary::search
