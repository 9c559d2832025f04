// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "search/collect/hit_order.hpp"
#include "search/context/search_context.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// A stem that the best hits have in common.
struct FeedbackTerm {
    std::string name;  ///< index term
    double weight = 0; ///< relative to the best term, 0 to 1
};

/// Pseudo-relevance feedback: the most specific stems of some hits, best first, at most
/// max_feedback_terms.
std::vector<FeedbackTerm> feedback_terms(const SearchContext &context,
                                         const std::vector<ScoredDoc> &hits);

/// The compiled query with the feedback terms of its best hits; they change scores, not matches.
ScoredQuery expanded_query(const SearchContext &context, const std::vector<ScoredDoc> &hits,
                           const CompiledQuery &compiled);

} // namespace ideary::search
