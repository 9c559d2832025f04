// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "ideary/index.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// The values selected for one field beside the query: an idea needs one of them.
struct FieldFilter {
    schema::FieldId field{};
    std::vector<std::uint32_t> ordinals; ///< of the column; sorted
    struct Years {
        int from = 1, to = 9999;
    };
    std::vector<Years> years;         ///< of the field year
    std::vector<std::string> unknown; ///< selected values that no idea has, as given
    std::vector<std::string> remarks; ///< on values that equal none of the field

    bool has(std::uint32_t ordinal) const {
        return std::binary_search(ordinals.begin(), ordinals.end(), ordinal);
    }
    bool has_year(int year) const;
    bool passes(const index::Generation &generation, Xapian::docid doc) const;
};

/// One FieldFilter per field. A whole value wins, else one is matched by words. Throws Error
/// (usage) for a field without values and for text that is neither a year nor a range of years.
std::vector<FieldFilter> resolve_filters(const std::vector<Filter> &filters,
                                         const SearchContext &context);

/// Throws Error (usage) for the name of a field without values.
schema::FieldId facet_field(const std::string &name);

} // namespace ideary::search
