// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The parts that a matcher is made of.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "search/context/bm25.hpp"
#include "search/match/positions.hpp"
#include "search/match/scorer.hpp"

namespace ideary::search {

using Parts = std::vector<std::unique_ptr<Scorer>>;

/// What the parts of one matcher stand on.
struct Ground {
    const SearchContext &scene;
    Bm25 bm25;
    const std::uint64_t *records = nullptr; ///< of facets; null: what matches is not counted
};

/// Moves what a part found among its own scores to those of its parent, and leaves none behind.
inline void hand_over(const Bits &found, const Bits &touched, Scores &own, Scores *scores) {
    if (scores != nullptr) {
        found.each([&](std::size_t i) { (*scores)[i] += own[i]; });
    }
    touched.each([&](std::size_t i) { own[i] = 0; });
}

/// Postings as the engine tells them.
class EngineCursor {
  public:
    /// At the end of none.
    EngineCursor() = default;
    explicit EngineCursor(Xapian::PostingIterator postings) : postings_(std::move(postings)) {
        read();
    }
    Xapian::docid doc() const { return doc_; }
    std::uint32_t wdf() const { return postings_.get_wdf(); }
    void step() {
        ++postings_;
        read();
    }
    void seek(Xapian::docid doc) {
        if (doc_ < doc) {
            postings_.skip_to(doc);
            read();
        }
    }

  private:
    void read() { doc_ = postings_ == Xapian::PostingIterator() ? no_doc : *postings_; }

    Xapian::PostingIterator postings_;
    Xapian::docid doc_ = no_doc;
};

/// Ideas with one term.
class TermScorer final : public Scorer {
  public:
    /// factor 0: it weighs nothing.
    TermScorer(const Ground &ground, const std::string &term, double factor);
    Xapian::docid next(Xapian::docid from) override;
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    template <class Cursor>
    std::size_t gather(Cursor &cursor, Xapian::docid first, const Bits *among, bool weighs);
    void add_scores(Xapian::docid first, std::size_t count, Scores &scores) const;

    const Ground &ground_;
    std::span<const std::uint32_t> lengths_;
    std::optional<index::BlockPostingsCursor> frequent_;
    EngineCursor engine_; ///< of what is not frequent
    double weight_ = 0;
    /// Of a window: where the term stands and how often.
    std::array<std::uint16_t, window_size> places_;
    std::array<std::uint32_t, window_size> counts_;
};

/// Terms that stand together. A few documents are judged one by one; when they get many, the
/// engine tells all that match at once, because it reads where terms stand faster than its readers
/// can.
class PhraseScorer final : public Scorer {
  public:
    PhraseScorer(const Ground &ground, const ScoredQuery &clause, double factor);
    Xapian::docid next(Xapian::docid from) override;
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    Bits told(Xapian::docid first, const Bits *among) const;
    void read_all();

    SearchContext scene_;
    ScoredQuery clause_;
    std::unique_ptr<Scorer> terms_;
    Positions positions_;
    std::string key_; ///< in the cache
    std::size_t judged_ = 0;
    PhraseCache::Docs matches_; ///< null: not read
    Bits all_, touched_;
    Scores scores_{};
};

/// What the columns tell of each document: every idea, a range of years, one of many values.
class ColumnScorer final : public Scorer {
  public:
    ColumnScorer(const SearchContext &scene, const ScoredQuery &clause);
    Xapian::docid next(Xapian::docid from) override { return from < end_ ? from : no_doc; }
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    const index::Generation &generation_;
    ScoredQuery clause_;
    Xapian::docid end_;
};

class DisjunctionScorer final : public Scorer {
  public:
    explicit DisjunctionScorer(Parts children);
    Xapian::docid next(Xapian::docid from) override;
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;
    /// The same, but what weighs less than worth need not be found.
    void match_worth(Xapian::docid first, double worth, Bits &found, Scores &scores);

  private:
    Parts children_;
    std::vector<Scorer *> by_most_; ///< those that can weigh most come first
};

/// Children of which the first `scored` add up and all have to match.
class ConjunctionScorer final : public Scorer {
  public:
    ConjunctionScorer(const Ground &ground, Parts children, std::size_t scored);
    Xapian::docid next(Xapian::docid from) override;
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    struct Child {
        std::unique_ptr<Scorer> part;
        bool scored;
        bool is_sparse; ///< many windows have none of it
    };
    std::vector<Child> children_; ///< those that read least come first
    Bits left_, next_, touched_;
    Scores scores_{};
};

class DisMaxScorer final : public Scorer {
  public:
    explicit DisMaxScorer(Parts children);
    Xapian::docid next(Xapian::docid from) override;
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    Parts children_;
    std::vector<Scorer *> reached_; ///< that may match in the window
    Bits best_found_, found_;
    Scores best_{}, scores_{};
};

/// The first child, and what the others add to it or take away.
class FirstPart final : public Scorer {
  public:
    /// exclude: what the others match is taken away; else they add to the score.
    FirstPart(Parts children, bool exclude);
    Xapian::docid next(Xapian::docid from) override { return children_.front()->next(from); }
    void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) override;

  private:
    Parts children_;
    bool exclude_;
    Bits found_, others_, touched_;
    Scores scores_{};
};

} // namespace ideary::search
