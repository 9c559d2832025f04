// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "ideary/text.hpp"
#include "search/context/highlight_terms.hpp"
#include "search/match/scored_query.hpp"
#include "search/plan/rewritten_query.hpp"

namespace ideary::search {

/// A query compiled for one generation. A value: it holds no handle of the index. The tree that it
/// was compiled from outlives it.
struct CompiledQuery {
    ScoredQuery scored;
    ScoredQuery filter; ///< its filters and exclusions alone; match_all: none
    HighlightTerms highlights;
    RewrittenQuery rewritten;        ///< what it was compiled from
    std::vector<Remark> remarks;     ///< of both stages
    bool has_scored_terms = false;   ///< something that was typed scores
    bool has_unquoted_terms = false; ///< and some of it is no quotation
};

/// What filters and exclusions at the root of a query leave, without a score. match_all for a query
/// that matches nothing.
ScoredQuery filter_of(const ScoredQuery &query);
/// What to highlight in hits: everything that is not excluded.
HighlightTerms highlight_terms(const ScoredQuery &query);
bool has_scored_terms(const ScoredQuery &query);
bool has_unquoted_terms(const ScoredQuery &query);

} // namespace ideary::search
