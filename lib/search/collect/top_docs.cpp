// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/top_docs.hpp"

#include <algorithm>
#include <utility>

namespace ideary::search {

double TopDocs::min_competitive_score() const {
    constexpr double float_rounding = 1e-6; // scores are compared as 32-bit floats
    return sort_ == Sort::relevance && k_ > 0 && heap_.size() == k_
               ? static_cast<double>(heap_.front().score) * (1 - float_rounding)
               : 0;
}

std::vector<ScoredDoc> TopDocs::take() {
    std::sort(heap_.begin(), heap_.end(), order_);
    return std::exchange(heap_, {});
}

void TopDocs::insert(const ScoredDoc &scored) {
    if (heap_.size() < k_) {
        heap_.push_back(scored);
    } else if (k_ > 0 && is_better_than_worst(scored)) {
        std::pop_heap(heap_.begin(), heap_.end(), order_);
        heap_.back() = scored;
        worst_id_ = {};
    } else {
        return;
    }
    std::push_heap(heap_.begin(), heap_.end(), order_);
    if (heap_.size() == k_ && sort_ == Sort::relevance) {
        min_score_ = heap_.front().score;
    }
}

/// As order_, but many documents tie in score and year: the id of the worst is read once.
bool TopDocs::is_better_than_worst(const ScoredDoc &scored) {
    const ScoredDoc &worst = heap_.front();
    if (sort_ != Sort::relevance) {
        return order_(scored, worst);
    }
    if (scored.score != worst.score) {
        return scored.score > worst.score;
    }
    const int year = generation_.year(scored.doc);
    const int worst_year = generation_.year(worst.doc);
    if (year != worst_year) {
        return year > worst_year;
    }
    if (worst_id_.empty()) {
        worst_id_ = generation_.id(worst.doc);
    }
    return generation_.id(scored.doc) < worst_id_;
}

} // namespace ideary::search
