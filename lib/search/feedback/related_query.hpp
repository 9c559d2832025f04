// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "search/collect/hit_order.hpp"
#include "search/context/search_context.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// A query for more ideas like some hits: their feedback terms, and terms that occur in the same
/// talks as those of the query, within its filters and exclusions. The hits themselves match too.
/// Empty without any term.
ScoredQuery related_query(const SearchContext &context, const std::vector<ScoredDoc> &hits,
                          const CompiledQuery &compiled);

} // namespace ideary::search
