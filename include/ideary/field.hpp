// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <span>
#include <string_view>

#include "ideary/export.hpp"

namespace ideary {

/// What a user needs to know of one field of the query language.
struct Field {
    std::string_view name;    ///< as typed before the colon, and in JSON
    std::string_view alias;   ///< a second name, or empty
    std::string_view kind;    ///< "text", "tag" or "number"
    bool facet = false;       ///< can be counted with --facet and `ideary facets`
    std::string_view help;    ///< one line
    std::string_view example; ///< a query that uses it
};

/// All fields, in the order of the table. The views live as long as the program.
IDEARY_API std::span<const Field> fields();

} // namespace ideary
