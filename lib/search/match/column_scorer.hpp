// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "search/match/scorer.hpp"

namespace ideary::search {

/// Whether a document matches a query of kind match_all, values or years.
bool column_matches(const index::Generation &generation, const ScoredQuery &query,
                    Xapian::docid doc);

/// Every idea, a range of years, one of many values: tested in the columns, without a score.
class ColumnScorer final : public Scorer {
  public:
    ColumnScorer(const SearchContext &context, const ScoredQuery &query);
    Xapian::docid advance(Xapian::docid target) override { return target < end_ ? target : no_doc; }
    void score_window(Xapian::docid window_start, const DocBitSet *filter, DocBitSet &matches,
                      Scores *scores) override;
    bool explain(Xapian::docid doc, std::vector<LeafScore> &) override {
        return column_matches(generation_, query_, doc);
    }

  private:
    const index::Generation &generation_;
    const ScoredQuery &query_;
    Xapian::docid end_; ///< after the last document
};

} // namespace ideary::search
