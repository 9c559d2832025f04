// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/hit_order.hpp"

namespace ideary::search {
namespace {

/// Newest first; year 0 is unknown and comes last. Negative: a comes first.
int compare_newest(int a, int b) {
    return a == b ? 0 : a > b ? -1 : 1;
}

/// Oldest first; unknown last.
int compare_oldest(int a, int b) {
    constexpr int unknown = 10000;
    return compare_newest(b == 0 ? unknown : b, a == 0 ? unknown : a);
}

} // namespace

bool HitOrder::operator()(const ScoredDoc &a, const ScoredDoc &b) const {
    if (sort_ == Sort::title) {
        return generation_.title_rank(a.doc) < generation_.title_rank(b.doc);
    }
    const int year_a = generation_.year(a.doc);
    const int year_b = generation_.year(b.doc);
    const int newest = compare_newest(year_a, year_b);
    int by_sort = 0;
    if (sort_ != Sort::relevance) {
        by_sort = sort_ == Sort::year_descending ? newest : compare_oldest(year_a, year_b);
    }
    if (by_sort != 0) {
        return by_sort < 0;
    }
    if (a.score != b.score) {
        return a.score > b.score;
    }
    return newest != 0 ? newest < 0 : generation_.id(a.doc) < generation_.id(b.doc);
}

} // namespace ideary::search
