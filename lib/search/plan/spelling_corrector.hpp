// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/plan/rewritten_query.hpp"

namespace ideary::search {

/// Replaces words that no idea holds by what was probably meant. At most max_corrections a query.
class SpellingCorrector {
  public:
    /// query: takes corrections and remarks.
    SpellingCorrector(const QueryAnalyzer &analyzer, RewrittenQuery &query)
        : analyzer_(analyzer), query_(query) {}

    /// Corrects one text; it may take in the next one, which is then removed.
    void correct(std::vector<TypedText> &texts, std::size_t at);

  private:
    bool join_misspelled(std::vector<TypedText> &texts, std::size_t at);
    std::optional<std::vector<std::string>> split_in_two(const std::string &form) const;
    bool is_unknown_word(const QueryWord &word) const;
    std::vector<std::string> suggest_correction(const QueryNode &node, const QueryWord &word);
    std::vector<std::string> best_suggestion(const QueryWord &word) const;

    const QueryAnalyzer &analyzer_;
    RewrittenQuery &query_;
    std::map<std::string, std::vector<std::string>> suggestions_; ///< by form
    bool limit_remark_added_ = false;
};

/// Whether at most one byte of whitespace stands between two nodes.
bool is_adjacent(const QueryNode &a, const QueryNode &b);
/// Whether a text is one word that is no compound.
bool is_single_word(const TypedText &text);

} // namespace ideary::search
