// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "ideary/explain.hpp"

namespace ideary::search {

/// An index term taken apart.
struct TermParts {
    std::string text; ///< without prefix
    TermKind kind = TermKind::exact;
    std::string field;     ///< empty: the catch-all field
    bool is_value = false; ///< a whole facet value: selects and does not score
};
TermParts parts_of(const std::string &term);

} // namespace ideary::search
