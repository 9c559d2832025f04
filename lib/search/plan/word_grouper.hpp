// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/plan/rewritten_query.hpp"
#include "search/plan/spelling_corrector.hpp"

namespace ideary::search {

/// Groups adjacent words that mean something together, with their synonyms.
class WordGrouper {
  public:
    /// query: takes corrections and remarks.
    WordGrouper(const QueryAnalyzer &analyzer, RewrittenQuery &query)
        : analyzer_(analyzer), corrector_(analyzer, query) {}

    /// Whether other words may be searched for a node: no operator, no quotation marks.
    bool allows_rewriting(const QueryNode &node, Role role) const;
    /// Adjacent words of one field and role, cut into groups.
    std::vector<WordGroup> group_words(const std::vector<const QueryNode *> &nodes, Role role);

  private:
    std::vector<TypedText> typed_texts(const std::vector<const QueryNode *> &nodes,
                                       bool is_correctable);
    SynonymMatch find_synonyms(const std::vector<TypedText> &texts, std::size_t first,
                               std::size_t last) const;
    SynonymMatch find_by_word_form(const std::string &form) const;
    std::size_t longest_synonym_at(const std::vector<TypedText> &texts, std::size_t first,
                                   SynonymMatch &match) const;
    std::string joined_word(const TypedText &a, const TypedText &b) const;

    const QueryAnalyzer &analyzer_;
    SpellingCorrector corrector_;
};

} // namespace ideary::search
