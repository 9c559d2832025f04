// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/reader/facet_column.hpp"

namespace ideary::index {

std::optional<std::uint32_t> FacetColumn::find(std::string_view folded_value) const {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(value_count());
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (folded(middle) < folded_value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < value_count() && folded(low) == folded_value ? std::optional(low) : std::nullopt;
}

} // namespace ideary::index
