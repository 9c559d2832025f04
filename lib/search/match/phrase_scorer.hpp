// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "search/match/positions.hpp"
#include "search/match/scorer.hpp"

namespace ideary::search {

/// Phrases and NEAR. A two-phase match: the documents that hold all terms, then their positions. A
/// few candidates are checked one by one; past that, Xapian matches the phrase over all documents
/// at once, which reads positions faster, and the result is cached.
class PhraseScorer final : public Scorer {
  public:
    PhraseScorer(const ScorerContext &context, const ScoredQuery &query, double boost);
    Xapian::docid advance(Xapian::docid target) override;
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &leaves) override;

  private:
    DocBitSet cached_matches(Xapian::docid window_start, const DocBitSet *filter) const;
    void match_all_documents();

    const SearchContext &search_;
    const ScoredQuery &query_;
    std::unique_ptr<Scorer> terms_;
    Positions positions_;
    std::string cache_key_;
    std::size_t verified_ = 0;  ///< candidates checked one by one
    PhraseCache::Docs matches_; ///< null: not known
    DocBitSet found_, scored_;
    Scores scores_{};
};

} // namespace ideary::search
