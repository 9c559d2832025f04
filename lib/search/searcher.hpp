// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One search, from the query to the results, on one generation.
#pragma once

#include <string>
#include <vector>

#include "ideary/index.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// Throws Error (usage) for an unknown filter or facet field, or an invalid year. Does not set
/// took_ms.
Results search(const SearchContext &context, const Query &query, const SearchOptions &options);

/// All values of one facet over the matches.
Facet count_facet(const SearchContext &context, const std::string &field, const Query &query,
                  const SearchOptions &options);

/// All matches, ordered by id.
std::vector<Xapian::docid> matches(const SearchContext &context, const Query &query,
                                   const std::vector<Filter> &filters);

} // namespace ideary::search
