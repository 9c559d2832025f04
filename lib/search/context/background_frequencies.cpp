// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/context/background_frequencies.hpp"

#include <algorithm>

#include "search/lexicon/sorted_lines.hpp"

namespace ideary::search {

double common_share(std::string_view stem) {
    const std::string_view line = line_of(common_words_table(), stem);
    double thousandth = 0;
    for (const char c : line.substr(std::min(stem.size() + 1, line.size()))) {
        thousandth = thousandth * 10 + (c - '0');
    }
    return thousandth / 1000;
}

} // namespace ideary::search
