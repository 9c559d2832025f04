// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How common English stems are in conference talks (corpus/background.txt).
#pragma once

#include <string_view>

namespace ideary::search {

/// Share of talks that hold a stem, 0 to 1; 0 for stems that are not in the table.
double background_share(std::string_view stem);

/// The built-in table: lines in byte order, each a stem and its talks per thousand.
std::string_view background_table();

} // namespace ideary::search
