// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "search/plan/rewritten_query.hpp"

namespace ideary::search {

/// Compiles phrases and NEAR, within the phrase budget of one query.
class PhraseCompiler {
  public:
    PhraseCompiler(const QueryAnalyzer &analyzer, std::vector<Remark> &remarks)
        : analyzer_(analyzer), remarks_(remarks) {}

    /// A node in quotation marks.
    ScoredQuery phrase(const QueryNode &node, Role role);
    ScoredQuery near(const QueryNode &node, Role role);
    /// Words that follow each other. Punctuation counts where it makes the word: `"AT&T"` is not
    /// "at t".
    ScoredQuery phrase_of(const std::vector<QueryWord> &words, const Field &field, Role role);
    /// Forms that follow each other. matches_apart: over the budget they match anywhere; otherwise
    /// nothing matches.
    ScoredQuery term_phrase(const std::vector<std::string> &forms, const Field &field,
                            bool matches_apart);
    /// Whether the budget allows a phrase of these terms, which is then charged. The first phrase
    /// is always allowed.
    bool within_phrase_budget(const std::vector<std::string> &terms);

  private:
    ScoredQuery over_budget_fallback(const std::vector<std::string> &terms, bool matches_apart);

    const QueryAnalyzer &analyzer_;
    std::vector<Remark> &remarks_;
    double phrase_cost_ = 0;
    bool budget_remark_added_ = false;
};

} // namespace ideary::search
