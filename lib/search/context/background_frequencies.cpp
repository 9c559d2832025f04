// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/context/background_frequencies.hpp"

#include <algorithm>

#include "search/lexicon/sorted_lines.hpp"

namespace ideary::search {

double background_share(std::string_view stem) {
    const std::string_view line = find_line(background_table(), stem);
    double per_thousand = 0;
    for (const char c : line.substr(std::min(stem.size() + 1, line.size()))) {
        per_thousand = per_thousand * 10 + (c - '0');
    }
    return per_thousand / 1000;
}

} // namespace ideary::search
