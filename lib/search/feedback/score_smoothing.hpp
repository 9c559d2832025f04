// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "search/collect/hit_order.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// Moves the scores of the first smoothing_depth hits towards those of their most similar hits, and
/// sorts them again. Lists of short texts are left as they are.
void smooth_scores_by_neighbours(const SearchContext &context, std::vector<ScoredDoc> &hits);

} // namespace ideary::search
