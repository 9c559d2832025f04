// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/scorer_builder.hpp"

#include "search/match/boolean_scorers.hpp"
#include "search/match/column_scorer.hpp"
#include "search/match/phrase_scorer.hpp"
#include "search/match/term_scorer.hpp"

namespace ideary::search {
namespace {

using Kind = ScoredQuery::Kind;

/// A sum within a sum is part of it: MAXSCORE then orders all of its terms.
void add_disjuncts(const ScorerContext &context, const ScoredQuery &query, double boost,
                   ScorerList &children) {
    for (const ScoredQuery &child : query.children) {
        if (child.kind == Kind::or_) {
            add_disjuncts(context, child, boost * child.boost, children);
        } else {
            children.push_back(make_scorer(context, child, boost));
        }
    }
}

std::unique_ptr<Scorer> make_group_scorer(const ScorerContext &context, const ScoredQuery &query,
                                          double boost) {
    ScorerList children;
    if (query.kind == Kind::or_) {
        add_disjuncts(context, query, boost, children);
        return std::make_unique<DisjunctionScorer>(std::move(children));
    }
    const bool only_first = query.kind == Kind::filter || query.kind == Kind::and_not;
    for (const ScoredQuery &child : query.children) {
        const bool is_scored = children.empty() || !only_first;
        children.push_back(make_scorer(context, child, is_scored ? boost : 0));
    }
    switch (query.kind) {
    case Kind::dis_max:
        return std::make_unique<DisMaxScorer>(std::move(children));
    case Kind::and_maybe:
        return std::make_unique<ReqOptScorer>(std::move(children));
    case Kind::and_not:
        return std::make_unique<ReqExclScorer>(std::move(children));
    default: {
        const std::size_t scored = only_first ? 1 : children.size();
        return std::make_unique<ConjunctionScorer>(context, std::move(children), scored);
    }
    }
}

} // namespace

std::unique_ptr<Scorer> make_scorer(const ScorerContext &context, const ScoredQuery &query,
                                    double boost) {
    boost *= query.boost;
    switch (query.kind) {
    case Kind::match_none:
        return std::make_unique<DisjunctionScorer>(ScorerList());
    case Kind::term:
        return std::make_unique<TermScorer>(context, query, query.terms.front(), boost);
    case Kind::phrase:
    case Kind::near:
        return std::make_unique<PhraseScorer>(context, query, boost);
    case Kind::match_all:
    case Kind::values:
    case Kind::years:
        return std::make_unique<ColumnScorer>(context.search, query);
    default:
        return make_group_scorer(context, query, boost);
    }
}

} // namespace ideary::search
