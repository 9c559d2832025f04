// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/feedback/feedback_terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "search/context/weights.hpp"

namespace ideary::search {
namespace {

double idf_of(double ideas, double frequency) {
    return std::max(std::log((ideas - frequency + 0.5) / (frequency + 0.5)), 0.0);
}

/// A stem by its number in the word lists.
struct Weighed {
    std::uint32_t number = 0;
    double weight = 0;
};

/// Adds share × saturated frequency of each stem of a document. Both lists rise by number.
std::vector<Weighed> added(const std::vector<Weighed> &sums, index::WordList list, double share) {
    std::vector<Weighed> result;
    result.reserve(sums.size() + 128);
    auto at = sums.begin();
    while (list.next()) {
        for (; at != sums.end() && at->number < list.number(); ++at) {
            result.push_back(*at);
        }
        const double count = list.count();
        Weighed sum{list.number(), share * count / (count + bm25_k1)};
        if (at != sums.end() && at->number == list.number()) {
            sum.weight += at->weight;
            ++at;
        }
        result.push_back(sum);
    }
    result.insert(result.end(), at, sums.end());
    return result;
}

/// Σ over the hits of score share × saturated frequency.
std::vector<Weighed> gather(const SearchContext &scene, const std::vector<ScoredDoc> &hits) {
    double sum = 0;
    for (const ScoredDoc &hit : hits) {
        sum += static_cast<double>(hit.score);
    }
    std::vector<Weighed> sums;
    for (const ScoredDoc &hit : hits) {
        const double share =
            sum > 0 ? static_cast<double>(hit.score) / sum : 1.0 / static_cast<double>(hits.size());
        sums = added(sums, scene.generation.word_lists().of(hit.doc), share);
    }
    return sums;
}

/// Documents as vectors of stems, of length 1.
class CosineSimilarity {
  public:
    CosineSimilarity(const SearchContext &scene, const std::vector<ScoredDoc> &hits)
        : size_(hits.size()) {
        const index::ForwardIndex &lists = scene.generation.word_lists();
        const double ideas = scene.database.get_doccount();
        std::vector<double> squares(size_);
        std::vector<Held> all;
        for (std::size_t i = 0; i < size_; ++i) {
            for (index::WordList list = lists.of(hits[i].doc); list.next(); ++stems_) {
                const double idf = idf_of(ideas, lists.ideas(list.number()));
                const double weight = idf * (1 + std::log(std::max<double>(list.count(), 1)));
                if (weight > 0) {
                    squares[i] += weight * weight;
                    all.push_back({list.number(), i, weight});
                }
            }
        }
        multiply(std::move(all));
        for (std::size_t a = 0; a < size_; ++a) {
            for (std::size_t b = 0; b < size_; ++b) {
                const double both = std::sqrt(squares[a] * squares[b]);
                products_[a * size_ + b] /= both > 0 ? both : 1;
            }
        }
    }

    double mean_stems() const {
        return size_ > 0 ? static_cast<double>(stems_) / static_cast<double>(size_) : 0;
    }
    double of(std::size_t a, std::size_t b) const { return products_[a * size_ + b]; }

  private:
    /// A stem that a document holds.
    struct Held {
        std::uint32_t number;
        std::size_t document;
        double weight;
    };

    void multiply(std::vector<Held> all) {
        products_.resize(size_ * size_);
        std::sort(all.begin(), all.end(), [](const Held &a, const Held &b) {
            return a.number != b.number ? a.number < b.number : a.document < b.document;
        });
        for (auto from = all.begin(); from != all.end();) {
            const auto to = std::find_if(
                from, all.end(), [&](const Held &each) { return each.number != from->number; });
            for (auto a = from; a != to; ++a) {
                for (auto b = from; b != to; ++b) {
                    products_[a->document * size_ + b->document] += a->weight * b->weight;
                }
            }
            from = to;
        }
    }

    std::size_t size_;
    std::size_t stems_ = 0;
    std::vector<double> products_;
};

/// Mean score of the hits most like one, each by how much it is; those nearly the same left out.
double neighbours_score(const CosineSimilarity &likeness, const std::vector<ScoredDoc> &hits,
                        std::size_t of) {
    std::vector<std::pair<double, std::size_t>> nearest;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const double like = likeness.of(of, i);
        if (i != of && like > 0 && like <= same_text) {
            nearest.emplace_back(like, i);
        }
    }
    const std::size_t count = std::min(nearest.size(), neighbours);
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

std::vector<RelatedTerm> related_terms(const SearchContext &scene,
                                       const std::vector<ScoredDoc> &hits) {
    const index::ForwardIndex &lists = scene.generation.word_lists();
    const double ideas = scene.database.get_doccount();
    std::vector<Weighed> stems = gather(scene, hits);
    std::size_t kept = 0;
    for (const Weighed &stem : stems) {
        const double frequency = lists.ideas(stem.number);
        const double score = stem.weight * idf_of(ideas, frequency);
        if (score > 0 && frequency >= 2 && frequency <= std::max(2.0, related_max_share * ideas)) {
            stems[kept++] = {stem.number, score};
        }
    }
    stems.resize(kept);
    const auto best = stems.begin() + static_cast<std::ptrdiff_t>(std::min(kept, related_words));
    std::partial_sort(stems.begin(), best, stems.end(), [&](const Weighed &a, const Weighed &b) {
        return a.weight != b.weight ? a.weight > b.weight
                                    : lists.term(a.number) < lists.term(b.number);
    });
    std::vector<RelatedTerm> terms;
    for (auto stem = stems.begin(); stem != best; ++stem) {
        terms.push_back(
            {std::string(lists.term(stem->number)), stem->weight / stems.front().weight});
    }
    return terms;
}

ScoredQuery expanded_clause(const SearchContext &scene, const std::vector<ScoredDoc> &hits,
                            const Plan &plan) {
    std::vector<ScoredQuery> words;
    for (const RelatedTerm &term : related_terms(scene, hits)) {
        words.push_back(scaled(term_clause(term.name), feedback_weight * term.share));
    }
    if (words.empty()) {
        return plan.clause;
    }
    return combined(ScoredQuery::Kind::maybe,
                    {plan.clause, combined(ScoredQuery::Kind::any, words)});
}

void average_neighbours(const SearchContext &scene, std::vector<ScoredDoc> &list) {
    const std::size_t size = std::min(list.size(), neighbours_among);
    const std::vector<ScoredDoc> hits(list.begin(),
                                      list.begin() + static_cast<std::ptrdiff_t>(size));
    const CosineSimilarity likeness(scene, hits);
    if (likeness.mean_stems() < neighbours_least_stems) {
        return;
    }
    for (std::size_t i = 0; i < size; ++i) {
        const double own = static_cast<double>(hits[i].score);
        list[i].score = static_cast<float>((1 - neighbours_share) * own +
                                           neighbours_share * neighbours_score(likeness, hits, i));
    }
    std::sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(size),
              Order(scene.generation, Sort::relevance));
}

} // namespace ideary::search
