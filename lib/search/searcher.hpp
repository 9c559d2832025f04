// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One search from the query to the results, on one generation.
#pragma once

#include <functional>

#include "ideary/index.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// Throws Error (usage) for a filter or a facet that is none. Does not set took_ms.
Results search(const SearchContext &scene, const Query &query, const SearchOptions &options);

/// All values of one facet over what matches.
Facet count_facet(const SearchContext &scene, const std::string &field, const Query &query,
                  const SearchOptions &options);

/// All that matches, ordered by id.
std::vector<Xapian::docid> matches(const SearchContext &scene, const Query &query,
                                   const std::vector<Filter> &filters);

} // namespace ideary::search
