// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/term_cooccurrence.hpp"

#include <algorithm>

#include "search/lexicon/sorted_lines.hpp"

namespace ideary::search {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

bool TermCooccurrence::has(std::string_view stem) const {
    return !find_line(table_, stem).empty();
}

std::vector<CooccurringTerm> TermCooccurrence::find(std::string_view stem) const {
    std::string_view rest = find_line(table_, stem);
    rest.remove_prefix(std::min(rest.size(), stem.size()));
    std::vector<CooccurringTerm> found;
    while (rest.size() > 3 && rest[0] == ' ' && is_digit(rest[1]) && is_digit(rest[2])) {
        const std::size_t end = std::min(rest.find(' ', 1), rest.size());
        found.push_back(
            {rest.substr(3, end - 3), ((rest[1] - '0') * 10 + (rest[2] - '0')) / 100.0});
        rest.remove_prefix(end);
    }
    return found;
}

} // namespace ideary::search
