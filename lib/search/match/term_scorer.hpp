// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/match/scorer.hpp"

namespace ideary::search {

/// Postings of a term as Xapian stores them.
class XapianPostingsCursor {
  public:
    /// An empty list.
    XapianPostingsCursor() = default;
    explicit XapianPostingsCursor(Xapian::PostingIterator postings)
        : postings_(std::move(postings)) {
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

/// Ideas that hold one term, scored by BM25.
class TermScorer final : public Scorer {
  public:
    /// query: one term, or a phrase of which this is the scorer of one term. boost 0: no score.
    TermScorer(const ScorerContext &context, const ScoredQuery &query, const std::string &term,
               double boost);
    Xapian::docid advance(Xapian::docid target) override;
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    template <class Cursor>
    std::size_t gather(Cursor &cursor, Xapian::docid window_start, const DocBitSet *filter,
                       bool needs_wdf);
    void add_scores(Xapian::docid window_start, std::size_t count, Scores &scores) const;

    const ScorerContext &context_;
    const ScoredQuery &query_;
    std::span<const std::uint32_t> lengths_;
    std::optional<index::BlockPostingsCursor> blocks_;
    XapianPostingsCursor postings_; ///< of a term without block postings
    double weight_ = 0;
    /// Postings of the window.
    std::array<std::uint16_t, window_size> offsets_;
    std::array<std::uint32_t, window_size> wdfs_;
};

} // namespace ideary::search
