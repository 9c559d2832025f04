// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "ideary/index.hpp"
#include "search/collect/collect.hpp"

namespace ideary::search {

/// The values of a facet, most ideas first, then by collation; those that were chosen are there
/// whatever their count. limit 0: all.
Facet make_facet(const SearchContext &scene, Counts counts, const std::vector<Choice> &choices,
                 std::size_t limit);

} // namespace ideary::search
