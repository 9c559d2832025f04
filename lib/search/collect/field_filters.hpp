// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Whole values: those that hold certain words, and those chosen beside the query.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ideary/index.hpp"
#include "index/reader/generation.hpp"
#include "search/context/analysis_context.hpp"

namespace ideary::search {

struct SearchContext;

/// Ordinals of the values of a field that hold the words of text in this order. open: the last word
/// may go on.
std::vector<std::uint32_t> values_with(const SearchContext &scene, schema::FieldId field,
                                       const std::string &text, bool open);

/// The choices made for one field beside the query: any of them.
struct Choice {
    schema::FieldId field{};
    std::vector<std::uint32_t> ordinals; ///< of the column; sorted
    struct Years {
        int from = 1, to = 9999;
    };
    std::vector<Years> years;         ///< of the field year
    std::vector<std::string> unknown; ///< chosen values that no idea has, as given

    bool has(std::uint32_t ordinal) const {
        return std::binary_search(ordinals.begin(), ordinals.end(), ordinal);
    }
    bool has_year(int year) const;
    bool passes(const index::Generation &generation, Xapian::docid doc) const;
};

/// Reads filters, one Choice a field. Throws Error (usage) for a field without values or a year
/// that is none.
std::vector<Choice> read_filters(const std::vector<Filter> &filters,
                                 const index::Generation &generation);

/// The field of a facet. Throws Error (usage) when it is none.
schema::FieldId facet_field(const std::string &name);

} // namespace ideary::search
