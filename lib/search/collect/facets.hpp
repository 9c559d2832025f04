// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "ideary/index.hpp"
#include "search/collect/facet_counter.hpp"
#include "search/collect/field_filters.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// The values of a facet by descending count, then by collation. Selected values are included
/// whatever their count. limit 0: all values.
Facet make_facet(const SearchContext &context, FacetCounts counts,
                 const std::vector<FieldFilter> &filters, std::size_t limit);

} // namespace ideary::search
