// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/expansion.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "search/weights.hpp"

namespace ideary::search {
namespace {

/// Calls visit(term, weighted count) for each stem of the merged list of a document.
template <class Visit> void each_stem(const Scene &scene, Xapian::docid doc, Visit &&visit) {
    const std::string prefix(schema::stem_prefix);
    auto term = scene.database.termlist_begin(doc);
    term.skip_to(prefix);
    for (; term != scene.database.termlist_end(doc); ++term) {
        const std::string name = *term;
        if (name.compare(0, prefix.size(), prefix) != 0) {
            break;
        }
        // A capital behind the prefix is a field's own list.
        if (name.size() > prefix.size() &&
            !(name[prefix.size()] >= 'A' && name[prefix.size()] <= 'Z')) {
            visit(name, static_cast<double>(term.get_wdf()));
        }
    }
}

double idf_of(const Scene &scene, const std::string &term) {
    const double ideas = scene.database.get_doccount();
    const double frequency = scene.database.get_termfreq(term);
    return std::max(std::log((ideas - frequency + 0.5) / (frequency + 0.5)), 0.0);
}

/// Σ over the hits of score share × saturated frequency.
std::unordered_map<std::string, double> gather(const Scene &scene,
                                               const std::vector<Ranked> &hits) {
    double sum = 0;
    for (const Ranked &hit : hits) {
        sum += static_cast<double>(hit.score);
    }
    std::unordered_map<std::string, double> scores;
    for (const Ranked &hit : hits) {
        const double share =
            sum > 0 ? static_cast<double>(hit.score) / sum : 1.0 / static_cast<double>(hits.size());
        each_stem(scene, hit.doc, [&](const std::string &name, double count) {
            scores[name] += share * count / (count + bm25_k1);
        });
    }
    return scores;
}

/// Documents as vectors of stems, of length 1.
class Likeness {
  public:
    Likeness(const Scene &scene, const std::vector<Ranked> &hits) : size_(hits.size()) {
        std::unordered_map<std::string, double> idfs;
        std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> lists;
        std::vector<double> squares(size_);
        for (std::size_t i = 0; i < size_; ++i) {
            each_stem(scene, hits[i].doc, [&](const std::string &name, double count) {
                const auto [at, is_new] = idfs.try_emplace(name, 0);
                if (is_new) {
                    at->second = idf_of(scene, name);
                }
                const double weight = at->second * (1 + std::log(std::max(count, 1.0)));
                ++stems_;
                if (weight > 0) {
                    squares[i] += weight * weight;
                    lists[name].emplace_back(i, weight);
                }
            });
        }
        products_.resize(size_ * size_);
        for (const auto &[name, list] : lists) {
            for (const auto &[a, weight_a] : list) {
                for (const auto &[b, weight_b] : list) {
                    products_[a * size_ + b] += weight_a * weight_b;
                }
            }
        }
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
    std::size_t size_;
    std::size_t stems_ = 0;
    std::vector<double> products_;
};

/// Mean score of the hits most like one, each by how much it is; those nearly the same left out.
double neighbours_score(const Likeness &likeness, const std::vector<Ranked> &hits, std::size_t of) {
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

std::vector<RelatedTerm> related_terms(const Scene &scene, const std::vector<Ranked> &hits) {
    const double ideas = scene.database.get_doccount();
    std::vector<RelatedTerm> terms;
    for (const auto &[name, weight] : gather(scene, hits)) {
        const double frequency = scene.database.get_termfreq(name);
        const double score = weight * idf_of(scene, name);
        if (score > 0 && frequency >= 2 && frequency <= std::max(2.0, related_max_share * ideas)) {
            terms.push_back({name, score});
        }
    }
    std::sort(terms.begin(), terms.end(), [](const RelatedTerm &a, const RelatedTerm &b) {
        return a.share != b.share ? a.share > b.share : a.name < b.name;
    });
    terms.resize(std::min(terms.size(), related_words));
    const double best = terms.empty() ? 1 : terms.front().share;
    for (RelatedTerm &term : terms) {
        term.share /= best;
    }
    return terms;
}

Clause expanded_clause(const Scene &scene, const std::vector<Ranked> &hits, const Plan &plan) {
    std::vector<Clause> words;
    for (const RelatedTerm &term : related_terms(scene, hits)) {
        words.push_back(scaled(term_clause(term.name), feedback_weight * term.share));
    }
    if (words.empty()) {
        return plan.clause;
    }
    return combined(Clause::Kind::maybe, {plan.clause, combined(Clause::Kind::any, words)});
}

void average_neighbours(const Scene &scene, std::vector<Ranked> &list) {
    const std::size_t size = std::min(list.size(), neighbours_among);
    const std::vector<Ranked> hits(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(size));
    const Likeness likeness(scene, hits);
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
