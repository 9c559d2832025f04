// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which ideas match a clause, and what they weigh: a window of documents at a time, each part of
// the clause over the whole window before the next part. A part that has to hold where others hold
// looks only there.
#pragma once

#include <memory>
#include <vector>

#include <xapian.h>

#include "index/reader/generation.hpp"
#include "search/match/doc_bit_set.hpp"
#include "search/match/scored_query.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// A clause, ready to be matched against one generation, window by window in ascending order.
class Scorer {
  public:
    virtual ~Scorer() = default;
    /// A document from which on a match may stand, at least from; no_doc: there is none.
    virtual Xapian::docid next(Xapian::docid from) = 0;
    /// Adds to found what matches in the window that begins at first (of among, where that is
    /// given), and to scores (where given) what it weighs; other scores stay as they are.
    virtual void match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) = 0;

    double cost = 0; ///< about how many postings a whole match reads
    double most = 0; ///< no document weighs more
};

struct Ground;
class DisjunctionScorer;

class Matcher {
  public:
    /// counts: the facets of all that matches will be counted.
    Matcher(const SearchContext &scene, const ScoredQuery &clause, bool counts = false);
    ~Matcher();
    /// Goes on to the next window with a match; false: there is none. worth: a document that
    /// weighs less need not be found.
    bool next(double worth = 0);
    Xapian::docid first() const { return first_; } ///< document of the window
    const Bits &found() const { return found_; }
    const Places &places() const { return places_; } ///< those found
    double score(std::size_t i) const { return scores_[i]; }

  private:
    std::unique_ptr<Ground> ground_;
    std::unique_ptr<Scorer> root_;
    DisjunctionScorer *sum_ = nullptr; ///< the root, where it is a sum
    Xapian::docid first_ = 0;
    Bits found_;
    Places places_;
    Scores scores_{};
    Xapian::docid from_ = 1;
};

/// Whether a document is what a clause of kind everything, values or years asks for.
bool holds(const index::Generation &generation, const ScoredQuery &clause, Xapian::docid doc);

/// Whether any idea matches.
bool has_match(const SearchContext &scene, const ScoredQuery &clause);

} // namespace ideary::search
