// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Facet counts as text for people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "terminal/style.hpp"

namespace ideary::tools {

/// A facet of which only some values are printed.
struct FacetPage {
    Facet facet;            ///< the values to print
    std::size_t values = 0; ///< of the whole facet
};

/// At most limit values from offset on.
FacetPage facet_page(Facet facet, std::size_t offset, std::optional<std::size_t> limit);
/// Facets side by side where they fit, each with a heading and a bar for each value. Years are in
/// ascending order.
std::string facets_text(std::vector<FacetPage> facets, const Style &style);

} // namespace ideary::tools
