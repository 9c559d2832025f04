// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/feedback/related.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"
#include "search/context/word_counts.hpp"
#include "search/feedback/feedback_terms.hpp"
#include "search/lexicon/term_cooccurrence.hpp"

namespace ideary::search {
namespace {

/// Stems that stand in the same talks as those sought, of the index, the strongest of all: a rare
/// word of the query says more of what is meant.
std::vector<RelatedTerm> associated_terms(const SearchContext &scene, const Plan &plan) {
    const TermCooccurrence table(related_table());
    const double ideas = scene.database.get_doccount();
    std::map<std::string, double> strengths;
    for (const std::string &stem : plan.wanted.stems) {
        const double frequency = frequency_of(scene, index::stem_term(stem));
        const double idf = std::log((ideas + 1) / (frequency + 0.5));
        for (const Association &each : table.of(stem)) {
            if (plan.wanted.stems.count(each.stem) == 0) {
                strengths[index::stem_term(each.stem)] += each.strength * std::max(idf, 0.0);
            }
        }
    }
    std::vector<RelatedTerm> terms;
    for (const auto &[term, strength] : strengths) {
        const double frequency = frequency_of(scene, term);
        if (strength > 0 && frequency > 0 &&
            frequency <= std::max(2.0, related_max_share * ideas)) {
            terms.push_back({term, strength});
        }
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const auto &a, const auto &b) { return a.share > b.share; });
    terms.resize(std::min(terms.size(), associated_words));
    const double best = terms.empty() ? 1 : terms.front().share;
    for (RelatedTerm &term : terms) {
        term.share *= associated_weight / best;
    }
    return terms;
}

} // namespace

ScoredQuery related_clause(const SearchContext &scene, const std::vector<ScoredDoc> &hits,
                           const Plan &plan) {
    std::vector<RelatedTerm> terms = associated_terms(scene, plan);
    for (RelatedTerm &term : related_terms(scene, hits)) {
        terms.push_back(std::move(term));
    }
    std::vector<ScoredQuery> words;
    for (const RelatedTerm &term : terms) {
        words.push_back(scaled(term_clause(term.name), term.share));
    }
    if (words.empty()) {
        return {};
    }
    ScoredQuery any = combined(ScoredQuery::Kind::any, words);
    // A mere sum is matched faster: words that cannot lift an idea onto the page are left out.
    return plan.restriction.kind == ScoredQuery::Kind::everything
               ? any
               : combined(ScoredQuery::Kind::filter, {std::move(any), plan.restriction});
}

} // namespace ideary::search
