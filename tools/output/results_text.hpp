// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The answer to a search as text for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "terminal/style.hpp"

namespace ideary::tools {

/// Counts for the footer that Results does not have.
struct ResultCounts {
    std::optional<std::uint64_t> with_all_words; ///< of a query with several words
    std::vector<FacetValue> kinds;               ///< empty when unknown
};

/// Explanation, hits and facets. long_form: hits in full, never grouped.
std::string results_text(const Results &results, std::size_t facet_limit, bool long_form,
                         const Style &style);
/// One line, such as `42 ideas (9 with all words; 40 wishes, 2 talks) · 1–10 · more: --offset 10`.
std::string footer(const Results &results, const ResultCounts &counts, std::size_t offset);

} // namespace ideary::tools
