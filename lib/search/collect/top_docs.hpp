// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>
#include <vector>

#include "search/collect/hit_order.hpp"

namespace ideary::search {

/// Keeps the best k of the documents that are offered to it.
class TopDocs {
  public:
    TopDocs(const index::Generation &generation, Sort sort, std::size_t k)
        : generation_(generation), sort_(sort), k_(k), order_(generation, sort) {}

    void offer(const ScoredDoc &scored) {
        if (scored.score >= min_score_) {
            insert(scored);
        }
    }
    /// Documents with a lower score cannot enter; 0: any may.
    double min_competitive_score() const;
    /// The best documents in order. Empties the collector.
    std::vector<ScoredDoc> take();

  private:
    void insert(const ScoredDoc &scored);
    bool is_better_than_worst(const ScoredDoc &scored);

    const index::Generation &generation_;
    Sort sort_;
    std::size_t k_;
    HitOrder order_;
    std::vector<ScoredDoc> heap_; ///< the worst on top
    float min_score_ = 0;
    std::string_view worst_id_; ///< of the top of the heap; empty: not read
};

} // namespace ideary::search
