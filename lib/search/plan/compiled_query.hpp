// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A query and a generation opened come in; what has to match, with which weight, goes out: a plan.
// The plan is made for one running call and holds handles of the engine: it never leaves the call.
// This room must not know the form on disk, nor how results are shown.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "ideary/idea.hpp"
#include "ideary/query.hpp"
#include "ideary/text.hpp"
#include "index/reader/generation.hpp"
#include "search/context/analysis_context.hpp"
#include "search/context/generation_cache.hpp"
#include "search/highlight/highlighter.hpp"
#include "search/match/scored_query.hpp"

namespace ideary::search {

/// What one running call works with.
struct SearchContext {
    const index::Generation &generation;
    Xapian::Database &database;
    AnalysisContext &bench;
    const Known &known;
};

/// A word that was searched as another one.
struct Replacement {
    std::size_t offset = 0; ///< where its node stands in the query, in bytes
    std::string text;       ///< of the node
    Span place;             ///< of the word in the node's text
    std::string word;       ///< what was searched
    std::size_t until = 0;  ///< where it ends in the query, if it stands for more than one node
};

struct Plan {
    ScoredQuery clause;
    ScoredQuery restriction; ///< its filters and exclusions alone; matches all: none
    Wanted wanted;
    std::vector<Replacement> replaced; ///< in the order of the text
    std::vector<Remark> remarks;
    bool words = false; ///< something that was typed has a weight
    bool loose = false; ///< and some of it is no quotation
};

struct PlanOptions {
    std::string language; ///< two-letter code of the query
    bool literal = false; ///< nothing is added to what was typed, no word is replaced
    bool correct = true;  ///< words that no idea holds may be replaced
};

Plan make_plan(const QueryNode &tree, const SearchContext &scene, const PlanOptions &options);

} // namespace ideary::search
