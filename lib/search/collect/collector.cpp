// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/collect.hpp"

#include <algorithm>

#include "search/collect/filter_matcher.hpp"
#include "search/match/scorer.hpp"

namespace ideary::search {
namespace {

/// Scores are compared as 32-bit floats.
constexpr double score_rounding = 1e-6;

/// Sees each match with its score.
class Collector {
  public:
    Collector(const SearchContext &scene, const CollectOptions &options)
        : generation_(scene.generation), options_(options), order_(scene.generation, options.sort),
          counter_(scene.generation, options.facets) {
        for (const Choice &choice : *options.choices) {
            tests_.emplace_back(scene.generation, choice);
        }
    }

    /// All that matches in a window.
    void take(const Matcher &window) {
        if (tests_.empty() && options_.without == nullptr) {
            take(window, window.places());
            return;
        }
        if (tests_.size() == 1 && options_.without == nullptr) {
            tests_.front().split(window.first(), window.places(), chosen_, failing_);
            counter_.add(window.first(), failing_, tests_.front().field());
        } else {
            chosen_.read(chosen(window));
        }
        take(window, chosen_);
    }

    Collected finish() {
        std::sort(best_.begin(), best_.end(), order_);
        return {std::move(best_), total_, counter_.finish()};
    }

    /// What a match has to weigh at least to be of interest.
    double worth() const {
        const bool only_best = !options_.count_all && options_.sort == Sort::relevance &&
                               options_.facets.empty() && options_.best > 0;
        return only_best && best_.size() == options_.best
                   ? static_cast<double>(best_.front().score) * (1 - score_rounding)
                   : 0;
    }

  private:
    void take(const Matcher &window, const Places &found) {
        total_ += found.size();
        for (const std::size_t i : found) {
            const auto score = static_cast<float>(window.score(i));
            if (score >= least_) {
                keep({window.first() + static_cast<Xapian::docid>(i), score});
            }
        }
        counter_.add(window.first(), found);
    }

    /// Those that pass all choices. What fails one counts for that field's facet alone.
    Bits chosen(const Matcher &window) {
        const Xapian::docid first = window.first();
        Bits left = window.found();
        if (options_.without != nullptr) {
            leave_out(first, left);
        }
        chosen_.read(left);
        passing_.clear();
        Bits all = left;
        for (const FilterMatcher &test : tests_) {
            passing_.push_back(test.passing(first, chosen_));
            all.keep(passing_.back());
        }
        for (std::size_t k = 0; k < tests_.size(); ++k) {
            Bits failing = left;
            failing.remove(passing_[k]);
            for (std::size_t i = 0; i < tests_.size(); ++i) {
                if (i != k) {
                    failing.keep(passing_[i]);
                }
            }
            failing_.read(failing);
            counter_.add(first, failing_, tests_[k].field());
        }
        return all;
    }

    void leave_out(Xapian::docid first, Bits &found) const {
        const auto &docs = *options_.without;
        for (auto doc = std::lower_bound(docs.begin(), docs.end(), first);
             doc != docs.end() && *doc - first < window_size; ++doc) {
            found.unset(*doc - first);
        }
    }

    /// best is a heap whose top is the last of them.
    void keep(const ScoredDoc &ranked) {
        if (best_.size() < options_.best) {
            best_.push_back(ranked);
        } else if (options_.best > 0 && is_better(ranked)) {
            std::pop_heap(best_.begin(), best_.end(), order_);
            best_.back() = ranked;
            worst_id_ = {};
        } else {
            return;
        }
        std::push_heap(best_.begin(), best_.end(), order_);
        if (best_.size() == options_.best && options_.sort == Sort::relevance) {
            least_ = best_.front().score;
        }
    }

    /// Whether it stands before the last of the best. Many are alike in score and year: the last
    /// one's id is not read again for each of them.
    bool is_better(const ScoredDoc &ranked) {
        const ScoredDoc &worst = best_.front();
        if (options_.sort != Sort::relevance) {
            return order_(ranked, worst);
        }
        if (ranked.score != worst.score) {
            return ranked.score > worst.score;
        }
        const int year = generation_.year(ranked.doc);
        const int worst_year = generation_.year(worst.doc);
        if (year != worst_year) {
            return year > worst_year;
        }
        if (worst_id_.empty()) {
            worst_id_ = generation_.id(worst.doc);
        }
        return generation_.id(ranked.doc) < worst_id_;
    }

    const index::Generation &generation_;
    const CollectOptions &options_;
    Order order_;
    FacetCounter counter_;
    std::vector<FilterMatcher> tests_;
    std::vector<Bits> passing_; ///< of a window, one of each test
    Places chosen_, failing_;   ///< of a window: taken, and not for one choice
    std::vector<ScoredDoc> best_;
    float least_ = 0;           ///< what weighs less is not among the best
    std::string_view worst_id_; ///< of best_.front(); empty: not read
    std::uint64_t total_ = 0;
};

/// Newest first, unknown last.
int compare_newest(int a, int b) {
    return a == b ? 0 : a > b ? -1 : 1;
}

int compare_oldest(int a, int b) {
    constexpr int never = 10000;
    return compare_newest(b == 0 ? never : b, a == 0 ? never : a);
}

} // namespace

bool Order::operator()(const ScoredDoc &a, const ScoredDoc &b) const {
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

Collected collect(const SearchContext &scene, const ScoredQuery &clause,
                  const CollectOptions &options) {
    Collector collector(scene, options);
    Matcher matcher(scene, clause, !options.facets.empty());
    while (matcher.next(collector.worth())) {
        collector.take(matcher);
    }
    return collector.finish();
}

} // namespace ideary::search
