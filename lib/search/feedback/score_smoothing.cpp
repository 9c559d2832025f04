// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/feedback/score_smoothing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "search/context/weights.hpp"

namespace ideary::search {
namespace {

/// Cosine of the tf-idf vectors of the stems of all pairs of hits.
class CosineSimilarity {
  public:
    CosineSimilarity(const SearchContext &context, const std::vector<ScoredDoc> &hits)
        : size_(hits.size()) {
        const index::ForwardIndex &forward = context.generation.forward_index();
        const double doc_count = context.statistics.doc_count();
        std::vector<double> squares(size_);
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < size_; ++i) {
            for (index::TermVector stems = forward.of(hits[i].doc); stems.next(); ++stems_) {
                const double docs = context.statistics.doc_frequency(stems.number());
                const double idf = std::max(std::log((doc_count - docs + 0.5) / (docs + 0.5)), 0.0);
                const double weight = idf * (1 + std::log(std::max<double>(stems.count(), 1)));
                if (weight > 0) {
                    squares[i] += weight * weight;
                    entries.push_back({stems.number(), i, weight});
                }
            }
        }
        add_products(std::move(entries));
        for (std::size_t a = 0; a < size_; ++a) {
            for (std::size_t b = 0; b < size_; ++b) {
                const double norm = std::sqrt(squares[a] * squares[b]);
                products_[a * size_ + b] /= norm > 0 ? norm : 1;
            }
        }
    }

    double mean_stems() const {
        return size_ > 0 ? static_cast<double>(stems_) / static_cast<double>(size_) : 0;
    }
    double of(std::size_t a, std::size_t b) const { return products_[a * size_ + b]; }

  private:
    /// A component of the vector of a hit.
    struct Entry {
        std::uint32_t stem;
        std::size_t hit;
        double weight;
    };

    void add_products(std::vector<Entry> entries) {
        products_.resize(size_ * size_);
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            return a.stem != b.stem ? a.stem < b.stem : a.hit < b.hit;
        });
        for (auto from = entries.begin(); from != entries.end();) {
            const auto to = std::find_if(
                from, entries.end(), [&](const Entry &each) { return each.stem != from->stem; });
            for (auto a = from; a != to; ++a) {
                for (auto b = from; b != to; ++b) {
                    products_[a->hit * size_ + b->hit] += a->weight * b->weight;
                }
            }
            from = to;
        }
    }

    std::size_t size_;
    std::size_t stems_ = 0;
    std::vector<double> products_;
};

/// Mean score of the most similar hits, weighted by similarity. Duplicates are left out.
double score_of_neighbours(const CosineSimilarity &similarity, const std::vector<ScoredDoc> &hits,
                           std::size_t of) {
    std::vector<std::pair<double, std::size_t>> nearest;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const double cosine = similarity.of(of, i);
        if (i != of && cosine > 0 && cosine <= duplicate_similarity) {
            nearest.emplace_back(cosine, i);
        }
    }
    const std::size_t count = std::min(nearest.size(), smoothing_neighbours);
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count),
                      nearest.end(), [](const auto &a, const auto &b) {
                          return a.first != b.first ? a.first > b.first : a.second < b.second;
                      });
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += nearest[i].first * static_cast<double>(hits[nearest[i].second].score);
        weights += nearest[i].first;
    }
    return weights > 0 ? sum / weights : static_cast<double>(hits[of].score);
}

} // namespace

void smooth_scores_by_neighbours(const SearchContext &context, std::vector<ScoredDoc> &hits) {
    const std::size_t size = std::min(hits.size(), smoothing_depth);
    const auto end = hits.begin() + static_cast<std::ptrdiff_t>(size);
    const std::vector<ScoredDoc> before(hits.begin(), end);
    const CosineSimilarity similarity(context, before);
    if (similarity.mean_stems() < smoothing_min_mean_stems) {
        return;
    }
    for (std::size_t i = 0; i < size; ++i) {
        const double own = static_cast<double>(before[i].score);
        hits[i].score =
            static_cast<float>((1 - smoothing_weight) * own +
                               smoothing_weight * score_of_neighbours(similarity, before, i));
    }
    std::sort(hits.begin(), end, HitOrder(context.generation, Sort::relevance));
}

} // namespace ideary::search
