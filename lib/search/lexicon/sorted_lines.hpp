// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

namespace ideary::search {

/// Binary search in lines in byte order: the line whose first word this is; empty: none.
std::string_view find_line(std::string_view lines, std::string_view word);

} // namespace ideary::search
