// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/scorers.hpp"

#include <algorithm>
#include <numeric>

#include "search/context/word_counts.hpp"

namespace ideary::search {
namespace {

/// Looking up one document in a list costs about as much as reading so many one by one.
constexpr double lookup_cost = 4;

double sum_of(const Parts &parts, double Scorer::*number) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [&](double sum, const auto &part) { return sum + (*part).*number; });
}

Xapian::docid first_of(const Parts &parts, Xapian::docid from) {
    Xapian::docid first = no_doc;
    for (const auto &part : parts) {
        first = std::min(first, part->next(from));
    }
    return first;
}

} // namespace

TermScorer::TermScorer(const Ground &ground, const std::string &term, double factor)
    : ground_(ground), lengths_(ground.scene.generation.lengths()) {
    const SearchContext &scene = ground.scene;
    cost = frequency_of(scene, term);
    if (cost == 0) {
        return;
    }
    frequent_ = scene.generation.frequent().find(term);
    if (!frequent_) {
        engine_ = EngineCursor(scene.database.postlist_begin(term));
    }
    weight_ = factor == 0 ? 0 : ground.bm25.weight(cost) * factor;
    if (weight_ != 0) {
        const index::ForwardIndex &lists = scene.generation.word_lists();
        const std::uint32_t count = lists.most(lists.find(term).value_or(lists.size()));
        most = count > 0 ? ground.bm25.part(weight_, count, 0) : weight_;
    }
}

Xapian::docid TermScorer::next(Xapian::docid from) {
    if (frequent_) {
        frequent_->seek(from);
        return frequent_->doc();
    }
    engine_.seek(from);
    return engine_.doc();
}

void TermScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    const bool weighs = scores != nullptr && weight_ != 0;
    const std::size_t count = frequent_ ? gather(*frequent_, first, among, weighs)
                                        : gather(engine_, first, among, weighs);
    for (std::size_t i = 0; i < count; ++i) {
        found.set(places_[i]);
    }
    if (weighs) {
        add_scores(first, count, *scores);
    }
}

/// Reads what a window holds, how many postings, into places_ and counts_.
template <class Cursor>
std::size_t TermScorer::gather(Cursor &cursor, Xapian::docid first, const Bits *among,
                               bool weighs) {
    // Postings beyond the columns are damage that a quick open does not see.
    const auto end =
        static_cast<Xapian::docid>(std::min<std::size_t>(first + window_size, lengths_.size()));
    const std::uint64_t *records = ground_.records;
    std::size_t count = 0;
    const auto take = [&] {
        places_[count] = static_cast<std::uint16_t>(cursor.doc() - first);
        counts_[count] = weighs ? cursor.wdf() : 0;
        // They are read soon, and far apart: this way they come from memory side by side.
        __builtin_prefetch(lengths_.data() + cursor.doc());
        if (records != nullptr) {
            __builtin_prefetch(records + cursor.doc());
        }
        ++count;
    };
    const double expected = cost / std::max(ground_.bm25.ideas(), 1.0) * window_size;
    if (among != nullptr && static_cast<double>(among->count()) * lookup_cost < expected) {
        among->each([&](std::size_t i) {
            const Xapian::docid doc = first + static_cast<Xapian::docid>(i);
            cursor.seek(doc);
            if (cursor.doc() == doc && doc < end) {
                take();
            }
        });
        return count;
    }
    for (cursor.seek(first); cursor.doc() < end; cursor.step()) {
        if (among == nullptr || among->test(cursor.doc() - first)) {
            take();
        }
    }
    return count;
}

/// Apart from the reading, because a division takes long but does not keep the next one waiting.
void TermScorer::add_scores(Xapian::docid first, std::size_t count, Scores &scores) const {
    const Bm25 bm25 = ground_.bm25;
    const std::uint32_t *lengths = lengths_.data() + first;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = places_[i];
        scores[place] += bm25.part(weight_, counts_[i], lengths[place]);
    }
}

ColumnScorer::ColumnScorer(const SearchContext &scene, const ScoredQuery &clause)
    : generation_(scene.generation), clause_(clause), end_(scene.generation.last_doc() + 1) {
    cost = end_;
}

void ColumnScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *) {
    const auto years = generation_.years();
    const auto take = [&](std::size_t i) {
        const Xapian::docid doc = first + static_cast<Xapian::docid>(i);
        // What other parts found exists; of those only the year is left to look at.
        const bool holding = among != nullptr && clause_.kind == ScoredQuery::Kind::years
                                 ? clause_.from <= years[doc] && years[doc] <= clause_.to
                                 : holds(generation_, clause_, doc);
        if (holding) {
            found.set(i);
        }
    };
    if (among != nullptr) {
        among->each(take);
        return;
    }
    const std::size_t count = std::min<std::size_t>(window_size, end_ > first ? end_ - first : 0);
    for (std::size_t i = 0; i < count; ++i) {
        take(i);
    }
}

DisjunctionScorer::DisjunctionScorer(Parts children) : children_(std::move(children)) {
    cost = sum_of(children_, &Scorer::cost);
    most = sum_of(children_, &Scorer::most);
    for (const auto &child : children_) {
        by_most_.push_back(child.get());
    }
    std::stable_sort(by_most_.begin(), by_most_.end(),
                     [](const auto *a, const auto *b) { return a->most > b->most; });
}

Xapian::docid DisjunctionScorer::next(Xapian::docid from) {
    return first_of(children_, from);
}

void DisjunctionScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    for (const auto &child : children_) {
        child->match(first, among, found, scores);
    }
}

void DisjunctionScorer::match_worth(Xapian::docid first, double worth, Bits &found,
                                    Scores &scores) {
    // Children that together cannot lift a document to what is worth it need not bring one.
    double rest = most;
    std::size_t done = 0;
    for (; done < by_most_.size() && rest >= worth; ++done) {
        by_most_[done]->match(first, nullptr, found, &scores);
        rest -= by_most_[done]->most;
    }
    for (; done < by_most_.size(); ++done) {
        Bits close;
        found.each([&](std::size_t i) {
            if (scores[i] + rest >= worth) {
                close.set(i);
            }
        });
        Bits ignored;
        by_most_[done]->match(first, &close, ignored, &scores);
        rest -= by_most_[done]->most;
    }
}

ConjunctionScorer::ConjunctionScorer(const Ground &ground, Parts children, std::size_t scored) {
    const double sparse = ground.bm25.ideas() / window_size; // less than one in a window
    cost = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < children.size(); ++i) {
        cost = std::min(cost, children[i]->cost);
        most += i < scored ? children[i]->most : 0;
        const bool is_sparse = children[i]->cost < sparse;
        children_.push_back({std::move(children[i]), i < scored, is_sparse});
    }
    std::stable_sort(children_.begin(), children_.end(),
                     [](const Child &a, const Child &b) { return a.part->cost < b.part->cost; });
}

Xapian::docid ConjunctionScorer::next(Xapian::docid from) {
    // What stands in most windows need not be asked: it costs more than looking in vain.
    for (const Child &child : children_) {
        if (child.is_sparse || &child == &children_.front()) {
            from = child.part->next(from);
        }
        if (from == no_doc) {
            break;
        }
    }
    return from;
}

void ConjunctionScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    const Bits *within = among;
    for (const Child &child : children_) {
        next_.clear();
        const bool scored = child.scored && scores != nullptr;
        child.part->match(first, within, next_, scored ? &scores_ : nullptr);
        if (within == among) {
            touched_ = next_;
        } else {
            touched_.add(next_);
        }
        left_ = next_;
        within = &left_;
        if (left_.empty()) {
            break;
        }
    }
    found.add(left_);
    hand_over(left_, touched_, scores_, scores);
}

DisMaxScorer::DisMaxScorer(Parts children) : children_(std::move(children)) {
    cost = sum_of(children_, &Scorer::cost);
    for (const auto &child : children_) {
        most = std::max(most, child->most);
    }
}

Xapian::docid DisMaxScorer::next(Xapian::docid from) {
    return first_of(children_, from);
}

void DisMaxScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    if (scores == nullptr) {
        for (const auto &child : children_) {
            child->match(first, among, found, nullptr);
        }
        return;
    }
    // Where only one child can match at all, it is the best.
    reached_.clear();
    for (const auto &child : children_) {
        if (child->next(first) - first < window_size) {
            reached_.push_back(child.get());
        }
    }
    if (reached_.size() <= 1) {
        for (Scorer *child : reached_) {
            child->match(first, among, found, scores);
        }
        return;
    }
    best_found_.clear();
    reached_.front()->match(first, among, best_found_, &best_);
    for (std::size_t i = 1; i < reached_.size(); ++i) {
        found_.clear();
        reached_[i]->match(first, among, found_, &scores_);
        found_.each([&](std::size_t place) {
            best_[place] = std::max(best_[place], scores_[place]);
            scores_[place] = 0;
        });
        best_found_.add(found_);
    }
    found.add(best_found_);
    hand_over(best_found_, best_found_, best_, scores);
}

FirstPart::FirstPart(Parts children, bool exclude)
    : children_(std::move(children)), exclude_(exclude) {
    cost = children_.front()->cost;
    most = exclude ? children_.front()->most : sum_of(children_, &Scorer::most);
}

void FirstPart::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    found_.clear();
    children_.front()->match(first, among, found_, scores == nullptr ? nullptr : &scores_);
    touched_ = found_;
    for (std::size_t i = 1; i < children_.size(); ++i) {
        others_.clear();
        const bool add = !exclude_ && scores != nullptr;
        if (exclude_ || add) {
            children_[i]->match(first, &found_, others_, add ? &scores_ : nullptr);
        }
        if (exclude_) {
            found_.remove(others_);
        }
    }
    found.add(found_);
    hand_over(found_, touched_, scores_, scores);
}

} // namespace ideary::search
