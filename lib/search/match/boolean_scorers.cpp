// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/boolean_scorers.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ideary::search {
namespace {

double sum_of(const ScorerList &scorers, double Scorer::*member) {
    return std::accumulate(scorers.begin(), scorers.end(), 0.0,
                           [&](double sum, const auto &each) { return sum + (*each).*member; });
}

Xapian::docid first_of(const ScorerList &scorers, Xapian::docid target) {
    Xapian::docid first = no_doc;
    for (const auto &scorer : scorers) {
        first = std::min(first, scorer->advance(target));
    }
    return first;
}

} // namespace

DisjunctionScorer::DisjunctionScorer(ScorerList children) : children_(std::move(children)) {
    cost = sum_of(children_, &Scorer::cost);
    max_score = sum_of(children_, &Scorer::max_score);
    for (const auto &child : children_) {
        by_max_score_.push_back(child.get());
    }
    std::stable_sort(by_max_score_.begin(), by_max_score_.end(),
                     [](const auto *a, const auto *b) { return a->max_score > b->max_score; });
}

Xapian::docid DisjunctionScorer::advance(Xapian::docid target) {
    return first_of(children_, target);
}

void DisjunctionScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                     DocBitSet &matches, Scores *scores) {
    if (min_competitive_score_ > 0 && filter == nullptr && scores != nullptr) {
        score_competitive(window_start, matches, *scores);
        return;
    }
    for (const auto &child : children_) {
        child->score_window(window_start, filter, matches, scores);
    }
}

/// Children that together cannot reach the minimum score need not add documents: they only score
/// the documents that can still reach it.
void DisjunctionScorer::score_competitive(Xapian::docid window_start, DocBitSet &matches,
                                          Scores &scores) {
    double rest = max_score;
    std::size_t done = 0;
    for (; done < by_max_score_.size() && rest >= min_competitive_score_; ++done) {
        by_max_score_[done]->score_window(window_start, nullptr, matches, &scores);
        rest -= by_max_score_[done]->max_score;
    }
    for (; done < by_max_score_.size(); ++done) {
        DocBitSet candidates;
        matches.each([&](std::size_t i) {
            if (scores[i] + rest >= min_competitive_score_) {
                candidates.set(i);
            }
        });
        DocBitSet ignored;
        by_max_score_[done]->score_window(window_start, &candidates, ignored, &scores);
        rest -= by_max_score_[done]->max_score;
    }
}

bool DisjunctionScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    bool is_match = false;
    for (const auto &child : children_) {
        is_match = child->explain(doc, leaves) || is_match;
    }
    return is_match;
}

ConjunctionScorer::ConjunctionScorer(const ScorerContext &context, ScorerList children,
                                     std::size_t scored)
    : in_order_(std::move(children)) {
    const double sparse = context.bm25.doc_count() / window_size; // less than one per window
    cost = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < in_order_.size(); ++i) {
        Scorer *child = in_order_[i].get();
        cost = std::min(cost, child->cost);
        max_score += i < scored ? child->max_score : 0;
        children_.push_back({child, i < scored, child->cost < sparse});
    }
    std::stable_sort(children_.begin(), children_.end(), [](const Child &a, const Child &b) {
        return a.scorer->cost < b.scorer->cost;
    });
}

Xapian::docid ConjunctionScorer::advance(Xapian::docid target) {
    // A child that matches in most windows is not asked: that costs more than it saves.
    for (const Child &child : children_) {
        if (child.is_sparse || &child == &children_.front()) {
            target = child.scorer->advance(target);
        }
        if (target == no_doc) {
            break;
        }
    }
    return target;
}

void ConjunctionScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                     DocBitSet &matches, Scores *scores) {
    const DocBitSet *candidates = filter;
    for (const Child &child : children_) {
        next_.clear();
        const bool is_scored = child.is_scored && scores != nullptr;
        child.scorer->score_window(window_start, candidates, next_, is_scored ? &scores_ : nullptr);
        if (candidates == filter) {
            scored_ = next_;
        } else {
            scored_.unite(next_);
        }
        left_ = next_;
        candidates = &left_;
        if (left_.empty()) {
            break;
        }
    }
    matches.unite(left_);
    add_and_clear(left_, scored_, scores_, scores);
}

bool ConjunctionScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    std::vector<LeafScore> found, ignored;
    for (const auto &child : in_order_) {
        const auto each = std::find_if(children_.begin(), children_.end(), [&](const Child &other) {
            return other.scorer == child.get();
        });
        if (!child->explain(doc, each->is_scored ? found : ignored)) {
            return false;
        }
    }
    leaves.insert(leaves.end(), found.begin(), found.end());
    return true;
}

DisMaxScorer::DisMaxScorer(ScorerList children) : children_(std::move(children)) {
    cost = sum_of(children_, &Scorer::cost);
    for (const auto &child : children_) {
        max_score = std::max(max_score, child->max_score);
    }
}

Xapian::docid DisMaxScorer::advance(Xapian::docid target) {
    return first_of(children_, target);
}

void DisMaxScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                DocBitSet &matches, Scores *scores) {
    if (scores == nullptr) {
        for (const auto &child : children_) {
            child->score_window(window_start, filter, matches, nullptr);
        }
        return;
    }
    active_.clear();
    for (const auto &child : children_) {
        if (child->advance(window_start) - window_start < window_size) {
            active_.push_back(child.get());
        }
    }
    if (active_.size() <= 1) { // it is the highest
        for (Scorer *child : active_) {
            child->score_window(window_start, filter, matches, scores);
        }
        return;
    }
    found_.clear();
    active_.front()->score_window(window_start, filter, found_, &best_);
    for (std::size_t i = 1; i < active_.size(); ++i) {
        child_found_.clear();
        active_[i]->score_window(window_start, filter, child_found_, &scores_);
        child_found_.each([&](std::size_t offset) {
            best_[offset] = std::max(best_[offset], scores_[offset]);
            scores_[offset] = 0;
        });
        found_.unite(child_found_);
    }
    matches.unite(found_);
    add_and_clear(found_, found_, best_, scores);
}

/// Of children with the same score the first is named.
bool DisMaxScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    bool is_match = false;
    double best = 0;
    std::vector<LeafScore> best_leaves;
    for (const auto &child : children_) {
        std::vector<LeafScore> found;
        if (!child->explain(doc, found)) {
            continue;
        }
        const double score =
            std::accumulate(found.begin(), found.end(), 0.0,
                            [](double sum, const LeafScore &leaf) { return sum + leaf.score; });
        if (!is_match || score > best) {
            best = score;
            best_leaves = std::move(found);
        }
        is_match = true;
    }
    leaves.insert(leaves.end(), best_leaves.begin(), best_leaves.end());
    return is_match;
}

ReqOptScorer::ReqOptScorer(ScorerList children) : children_(std::move(children)) {
    cost = children_.front()->cost;
    max_score = sum_of(children_, &Scorer::max_score);
}

void ReqOptScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                DocBitSet &matches, Scores *scores) {
    found_.clear();
    Scores *own = scores == nullptr ? nullptr : &scores_;
    children_.front()->score_window(window_start, filter, found_, own);
    for (std::size_t i = 1; own != nullptr && i < children_.size(); ++i) {
        ignored_.clear();
        children_[i]->score_window(window_start, &found_, ignored_, own);
    }
    matches.unite(found_);
    add_and_clear(found_, found_, scores_, scores);
}

bool ReqOptScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    if (!children_.front()->explain(doc, leaves)) {
        return false;
    }
    for (std::size_t i = 1; i < children_.size(); ++i) {
        children_[i]->explain(doc, leaves);
    }
    return true;
}

ReqExclScorer::ReqExclScorer(ScorerList children) : children_(std::move(children)) {
    cost = children_.front()->cost;
    max_score = children_.front()->max_score;
}

void ReqExclScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                 DocBitSet &matches, Scores *scores) {
    found_.clear();
    Scores *own = scores == nullptr ? nullptr : &scores_;
    children_.front()->score_window(window_start, filter, found_, own);
    scored_ = found_;
    for (std::size_t i = 1; i < children_.size(); ++i) {
        excluded_.clear();
        children_[i]->score_window(window_start, &found_, excluded_, nullptr);
        found_.subtract(excluded_);
    }
    matches.unite(found_);
    add_and_clear(found_, scored_, scores_, scores);
}

bool ReqExclScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    std::vector<LeafScore> found, ignored;
    bool is_match = children_.front()->explain(doc, found);
    for (std::size_t i = 1; i < children_.size(); ++i) {
        is_match = is_match && !children_[i]->explain(doc, ignored);
    }
    if (is_match) {
        leaves.insert(leaves.end(), found.begin(), found.end());
    }
    return is_match;
}

} // namespace ideary::search
