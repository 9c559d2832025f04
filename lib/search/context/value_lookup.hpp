// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "search/context/search_context.hpp"

namespace ideary::search {

/// Ordinals of the values of a field that hold the words of a text in this order. is_prefix: the
/// last word may continue.
std::vector<std::uint32_t> values_with(const SearchContext &context, schema::FieldId field,
                                       const std::string &text, bool is_prefix);

} // namespace ideary::search
