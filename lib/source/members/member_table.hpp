// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <span>
#include <string_view>

#include "source/members/members.hpp"

namespace ideary::source {

/// Member names of one meaning, normalized, separated by spaces, the preferred ones first.
struct MemberRow {
    /// Empty: every format; a name: instead of the rows of every format; `+name`: beside them.
    std::string_view format;
    Meaning meaning{};
    std::string_view names;
};

std::span<const MemberRow> member_table();

} // namespace ideary::source
