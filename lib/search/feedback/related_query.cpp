// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/feedback/related_query.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"
#include "search/feedback/feedback_terms.hpp"
#include "search/lexicon/term_cooccurrence.hpp"

namespace ideary::search {
namespace {

/// Stems of the index that occur in the same talks as those of the query, strongest first. The
/// stems of the query are weighted by idf.
std::vector<FeedbackTerm> cooccurring_terms(const SearchContext &context,
                                            const CompiledQuery &compiled) {
    const TermCooccurrence table(cooccurrence_table());
    const double doc_count = context.statistics.doc_count();
    std::map<std::string, double> strengths;
    for (const std::string &stem : compiled.highlights.stems) {
        const double docs = context.statistics.doc_frequency(index::stem_term(stem));
        const double idf = std::log((doc_count + 1) / (docs + 0.5));
        for (const CooccurringTerm &each : table.find(stem)) {
            if (compiled.highlights.stems.count(each.stem) == 0) {
                strengths[index::stem_term(each.stem)] += each.strength * std::max(idf, 0.0);
            }
        }
    }
    std::vector<FeedbackTerm> terms;
    for (const auto &[term, strength] : strengths) {
        const double docs = context.statistics.doc_frequency(term);
        if (strength > 0 && docs > 0 && docs <= std::max(2.0, feedback_max_df_ratio * doc_count)) {
            terms.push_back({term, strength});
        }
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const auto &a, const auto &b) { return a.weight > b.weight; });
    terms.resize(std::min(terms.size(), max_cooccurring_terms));
    const double best = terms.empty() ? 1 : terms.front().weight;
    for (FeedbackTerm &term : terms) {
        term.weight *= cooccurrence_boost / best;
    }
    return terms;
}

} // namespace

ScoredQuery related_query(const SearchContext &context, const std::vector<ScoredDoc> &hits,
                          const CompiledQuery &compiled) {
    std::vector<FeedbackTerm> terms = cooccurring_terms(context, compiled);
    for (FeedbackTerm &term : feedback_terms(context, hits)) {
        terms.push_back(std::move(term));
    }
    std::vector<ScoredQuery> words;
    for (const FeedbackTerm &term : terms) {
        words.push_back(boosted(term_query(term.name), term.weight));
    }
    if (words.empty()) {
        return {};
    }
    ScoredQuery any = make_group(ScoredQuery::Kind::or_, words);
    // A disjunction at the root is pruned with MAXSCORE.
    return compiled.filter.kind == ScoredQuery::Kind::match_all
               ? any
               : make_group(ScoredQuery::Kind::filter, {std::move(any), compiled.filter});
}

} // namespace ideary::search
