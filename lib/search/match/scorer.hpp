// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The interface of everything that matches and scores, a window of documents at a time (Lucene's
// BulkScorer, Xapian's PostList).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <xapian.h>

#include "search/context/bm25.hpp"
#include "search/context/search_context.hpp"
#include "search/match/doc_bit_set.hpp"
#include "search/match/scored_query.hpp"

namespace ideary::search {

/// What the scorers of one query share.
struct ScorerContext {
    const SearchContext &search;
    Bm25 bm25;
    const std::uint64_t *packed_facets = nullptr; ///< prefetched for matches; null: not read
};

/// What one leaf of a query added to the score of a document.
struct LeafScore {
    const ScoredQuery *query = nullptr;
    double score = 0;
    std::uint32_t wdf = 0; ///< of a term
};

/// Matches one part of a query against one generation. Windows are requested in ascending order.
class Scorer {
  public:
    virtual ~Scorer() = default;
    /// First document from `target` on that may match; no_doc: none.
    virtual Xapian::docid advance(Xapian::docid target) = 0;
    /// Adds to `matches` the documents of the window that match (of `filter`, unless null), and
    /// their scores to `scores` (unless null). Other entries of both are left as they are.
    virtual void score_window(Xapian::docid window_start, const DocBitSet *filter,
                              DocBitSet &matches, Scores *scores) = 0;
    /// Documents that score less may be left out of later windows without a filter.
    virtual void set_min_competitive_score(double) {}
    /// Whether a document matches; appends the leaves that make up its score, in query order.
    virtual bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) = 0;

    double cost = 0;      ///< approximate number of postings that all windows read
    double max_score = 0; ///< upper bound of the score of a document
};

using ScorerList = std::vector<std::unique_ptr<Scorer>>;

/// Adds the scores of the matches to those of the parent, and clears those of everything scored.
inline void add_and_clear(const DocBitSet &matches, const DocBitSet &scored, Scores &own,
                          Scores *scores) {
    if (scores != nullptr) {
        matches.each([&](std::size_t i) { (*scores)[i] += own[i]; });
    }
    scored.each([&](std::size_t i) { own[i] = 0; });
}

} // namespace ideary::search
