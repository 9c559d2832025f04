// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>

#include "search/match/scorer.hpp"

namespace ideary::search {

/// Makes the scorers of a query. context and query outlive them.
std::unique_ptr<Scorer> make_scorer(const ScorerContext &context, const ScoredQuery &query,
                                    double boost = 1);

} // namespace ideary::search
