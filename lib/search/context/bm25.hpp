// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// BM25 as the engine defines it (BM25Weight of Xapian 1.4), of one generation.
#pragma once

#include <algorithm>
#include <cmath>

#include <xapian.h>

#include "search/context/weights.hpp"

namespace ideary::search {

/// How rare a term is that so many of all ideas hold, with a floor for what most hold.
inline double rarity(double ideas, double all) {
    const double odds = (all - ideas + 0.5) / (ideas + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

class Bm25 {
  public:
    explicit Bm25(const Xapian::Database &database) : ideas_(database.get_doccount()) {
        const double mean = database.get_avlength();
        per_length_ = mean > 0 ? bm25_k1 * bm25_b / mean : 0;
        least_length_ = mean * bm25_min_length;
    }

    /// What a term weighs that so many ideas hold: idf times k1 + 1, in the scale of scores.
    double weight(double ideas) const {
        return rarity(ideas, ideas_) * (bm25_k1 + 1) * score_scale;
    }

    /// Of such a weight what an idea gets that holds the term `count` times (weighted) and has a
    /// length, as Generation::length counts it.
    double part(double weight, double count, double length) const {
        const double norm = bm25_k1 * (1 - bm25_b) + per_length_ * std::max(length, least_length_);
        return weight * count / (norm + count);
    }

    double ideas() const { return ideas_; }

  private:
    double ideas_;
    double per_length_, least_length_;
};

} // namespace ideary::search
