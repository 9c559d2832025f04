// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the best hits say of what is sought: their words join the query, and hits like them rise.
#pragma once

#include <string>
#include <vector>

#include "search/collect/collect.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// A stem that the best hits have in common.
struct RelatedTerm {
    std::string name;
    double share = 0; ///< of the best one
};

/// The stems that say most of the hits, best first.
std::vector<RelatedTerm> related_terms(const SearchContext &scene,
                                       const std::vector<ScoredDoc> &hits);

/// The plan's clause, with the words of its best hits beside what was typed.
ScoredQuery expanded_clause(const SearchContext &scene, const std::vector<ScoredDoc> &hits,
                            const Plan &plan);

/// The best of a list, in order: each hit's score becomes partly that of the hits most like it. The
/// rest of the list stays below them. Only where texts are long enough to tell.
void average_neighbours(const SearchContext &scene, std::vector<ScoredDoc> &list);

} // namespace ideary::search
