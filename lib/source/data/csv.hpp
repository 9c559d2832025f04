// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One row of a table.
struct TableRow {
    std::vector<std::string> cells;
    int line = 0; ///< 1-based, on which it begins
};

/// Reads a table of values separated by commas, semicolons, tabs or bars (the most frequent of the
/// first lines). Quoted cells may hold line ends and doubled quotes. Empty lines are skipped.
std::vector<TableRow> parse_csv(std::string_view text);

} // namespace ideary::source
