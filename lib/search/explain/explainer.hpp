// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ideary/explain.hpp"
#include "ideary/idea.hpp"
#include "ideary/index.hpp"
#include "search/collect/hit_order.hpp"
#include "search/context/search_context.hpp"
#include "search/match/scored_query.hpp"
#include "search/match/scorer.hpp"

namespace ideary::search {

/// Explains the score of hits: which term contributed how much, as the scorers computed it.
class Explainer {
  public:
    /// query outlives the explainer.
    Explainer(const SearchContext &context, const ScoredQuery &query);
    /// Contributions by descending score; together the score. is_related: the query was made from
    /// other hits, and the contributions are scaled to the score.
    std::vector<Contribution> explain(const ScoredDoc &scored, const Idea &idea, bool is_related);
    /// The compiled query for people.
    std::string describe() const;

  private:
    struct FieldText {
        std::string field;
        std::string text;
        std::set<std::string> forms, stems;
    };
    Contribution contribution_of(const LeafScore &leaf) const;
    void read_texts(const Idea &idea, Xapian::docid doc);
    bool holds(const FieldText &text, const Contribution &contribution,
               const std::string &language) const;
    void add_fields(Contribution &contribution, const std::string &language) const;

    const SearchContext &context_;
    const ScoredQuery &query_;
    std::vector<FieldText> texts_; ///< of the idea
};

/// Adds what score smoothing contributed to a hit: the part of its score that the terms do not
/// explain.
void explain_smoothing(Hit &hit);

} // namespace ideary::search
