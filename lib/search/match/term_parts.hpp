// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "ideary/explain.hpp"

namespace ideary::search {

/// A term of the index, taken apart.
struct TermParts {
    std::string text; ///< without prefix
    TermKind kind = TermKind::exact;
    std::string field;  ///< whose words or values; empty: the merged list
    bool value = false; ///< a whole value: chooses and has no weight
};
TermParts parts_of(const std::string &term);

} // namespace ideary::search
