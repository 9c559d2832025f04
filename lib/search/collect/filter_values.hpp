// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Matching of filter values that equal no value of their field.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// The values that a filter value stands for, and a sentence about it.
struct FilterValueMatch {
    std::vector<std::uint32_t> ordinals; ///< of the column, ascending; empty: no match
    std::string remark;
};

/// Matches a value that equals none of the field, by words. Of author and topic exactly one value
/// must match, of event any number may. Else suggests values. Reads all values of the field.
FilterValueMatch match_filter_value(const SearchContext &context, schema::FieldId field,
                                    const std::string &value);

} // namespace ideary::search
