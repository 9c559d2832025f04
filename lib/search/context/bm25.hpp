// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// BM25 as Xapian 1.4 defines it (BM25Weight), over the statistics of one snapshot.
#pragma once

#include <algorithm>
#include <cmath>

#include "index/reader/snapshot_statistics.hpp"
#include "search/context/weights.hpp"

namespace ideary::search {

/// Inverse document frequency of a term. Positive: below two to one the odds are halved, plus 1.
inline double idf(double doc_frequency, double doc_count) {
    const double odds = (doc_count - doc_frequency + 0.5) / (doc_frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

class Bm25 {
  public:
    explicit Bm25(const index::SnapshotStatistics &statistics)
        : doc_count_(statistics.doc_count()) {
        const double mean = statistics.average_length();
        length_factor_ = mean > 0 ? bm25_k1 * bm25_b / mean : 0;
        min_length_ = mean * bm25_min_length;
    }

    /// Weight of a term, idf × (k1 + 1), in the scale of scores.
    double term_weight(double doc_frequency) const {
        return idf(doc_frequency, doc_count_) * (bm25_k1 + 1) * score_scale;
    }

    /// Score of a term of this weight in an idea. wdf: as indexed, field weights included; length:
    /// as Generation::length counts it.
    double score(double weight, double wdf, double length) const {
        const double norm = bm25_k1 * (1 - bm25_b) + length_factor_ * std::max(length, min_length_);
        return weight * wdf / (norm + wdf);
    }

    double doc_count() const { return doc_count_; }

  private:
    double doc_count_;
    double length_factor_, min_length_;
};

} // namespace ideary::search
