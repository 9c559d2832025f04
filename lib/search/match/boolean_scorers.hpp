// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Scorers of groups.
#pragma once

#include <vector>

#include "search/match/scorer.hpp"

namespace ideary::search {

/// At least one child matches; scores their sum. Above a minimum competitive score it is pruned
/// with MAXSCORE (Turtle and Flood, 1995).
class DisjunctionScorer final : public Scorer {
  public:
    explicit DisjunctionScorer(ScorerList children);
    Xapian::docid advance(Xapian::docid target) override;
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    void set_min_competitive_score(double score) override { min_competitive_score_ = score; }
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    void score_competitive(Xapian::docid window_start, DocBitSet &matches, Scores &scores);

    ScorerList children_;
    std::vector<Scorer *> by_max_score_; ///< descending
    double min_competitive_score_ = 0;
};

/// Every child matches; scores the sum of the first `scored` children.
class ConjunctionScorer final : public Scorer {
  public:
    ConjunctionScorer(const ScorerContext &context, ScorerList children, std::size_t scored);
    Xapian::docid advance(Xapian::docid target) override;
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    struct Child {
        Scorer *scorer;
        bool is_scored;
        bool is_sparse; ///< matches nothing in most windows
    };
    ScorerList in_order_;
    std::vector<Child> children_; ///< cheapest first
    DocBitSet left_, next_, scored_;
    Scores scores_{};
};

/// At least one child matches; scores the highest of them.
class DisMaxScorer final : public Scorer {
  public:
    explicit DisMaxScorer(ScorerList children);
    Xapian::docid advance(Xapian::docid target) override;
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    ScorerList children_;
    std::vector<Scorer *> active_; ///< those that may match in the window
    DocBitSet found_, child_found_;
    Scores best_{}, scores_{};
};

/// The first child matches; the others add to its score.
class ReqOptScorer final : public Scorer {
  public:
    explicit ReqOptScorer(ScorerList children);
    Xapian::docid advance(Xapian::docid target) override {
        return children_.front()->advance(target);
    }
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    ScorerList children_; ///< the required one first
    DocBitSet found_, ignored_;
    Scores scores_{};
};

/// The first child matches and none of the others does.
class ReqExclScorer final : public Scorer {
  public:
    explicit ReqExclScorer(ScorerList children);
    Xapian::docid advance(Xapian::docid target) override {
        return children_.front()->advance(target);
    }
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    ScorerList children_; ///< the required one first
    DocBitSet found_, scored_, excluded_;
    Scores scores_{};
};

} // namespace ideary::search
