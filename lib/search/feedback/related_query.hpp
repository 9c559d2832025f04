// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include <xapian.h>

#include "search/collect/collect.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// What else is about the same, for a list that is not full: the words that say most of its hits,
/// and those that stand in the same talks as the words sought, in ideas that pass the query's
/// filters and exclusions. The hits themselves match as well. Without words, nothing.
ScoredQuery related_clause(const SearchContext &scene, const std::vector<ScoredDoc> &hits,
                           const Plan &plan);

} // namespace ideary::search
