// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words that stand in many talks, learned from thousands of them (corpus/common.txt). English.
#pragma once

#include <string_view>

namespace ideary::search {

/// In what share of talks a stem stands; 0: in next to none.
double common_share(std::string_view stem);

/// The table that is built in: lines sorted by bytes, each a stem and its talks of a thousand.
std::string_view common_words_table();

} // namespace ideary::search
