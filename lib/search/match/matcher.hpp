// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>

#include "search/match/scorer.hpp"

namespace ideary::search {

/// Runs a query over a generation, one window of documents after another.
class Matcher {
  public:
    /// query outlives the matcher. reads_facets: the facets of all matches are read.
    Matcher(const SearchContext &context, const ScoredQuery &query, bool reads_facets = false);
    Matcher(const Matcher &) = delete;
    Matcher &operator=(const Matcher &) = delete;
    /// Advances to the next window that may match; false: the end. Documents below the minimum
    /// competitive score may be left out.
    bool next_window(double min_competitive_score = 0);
    Xapian::docid window_start() const { return window_start_; }
    const DocBitSet &matches() const { return matches_; }
    const DocList &docs() const { return docs_; } ///< the matches as a list
    double score(std::size_t offset) const { return scores_[offset]; }

  private:
    ScorerContext context_;
    std::unique_ptr<Scorer> root_;
    Xapian::docid window_start_ = 0, next_start_ = 1;
    DocBitSet matches_;
    DocList docs_;
    Scores scores_{};
};

/// Whether any idea matches.
bool has_match(const SearchContext &context, const ScoredQuery &query);

} // namespace ideary::search
