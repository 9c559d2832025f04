// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

namespace ideary::search {

/// Of lines sorted by bytes the one whose first word is this, found by halves of the text; empty:
/// none.
std::string_view line_of(std::string_view table, std::string_view word);

} // namespace ideary::search
