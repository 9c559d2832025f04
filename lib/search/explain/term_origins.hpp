// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which words of a query a term stands for, worked out from the query and the plan: what is neither
// typed nor corrected nor an expansion was added by the synonyms.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "search/match/scored_query.hpp"
#include "search/match/term_parts.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

struct TermOrigin {
    Origin origin = Origin::synonym;
    std::string typed;
};

class Origins {
  public:
    Origins(const QueryNode &tree, const Plan &plan, const SearchContext &scene,
            const std::string &language);
    TermOrigin of(const TermParts &term) const;
    /// The typed words that the terms of a clause stand for, in order, each once.
    std::string typed_in(const ScoredQuery &clause) const;

  private:
    void add_node(const QueryNode &node);
    void add_words(const std::string &text, const TermOrigin &origin);
    void add_token(const text::Token &token, const TermOrigin &origin);

    const SearchContext &scene_;
    std::vector<const index::Stemmer *> stemmers_;
    std::map<std::string, TermOrigin, std::less<>> forms_, stems_;
    std::vector<std::pair<std::string, TermOrigin>> starts_;
};

} // namespace ideary::search
