// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/feedback/feedback_terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "search/context/weights.hpp"

namespace ideary::search {
namespace {

/// A stem by its number in the forward index.
struct WeightedStem {
    std::uint32_t number = 0;
    double weight = 0;
};

/// Adds share × wdf / (wdf + k1) for each stem of a document. Both lists ascend by number.
std::vector<WeightedStem> add_document(const std::vector<WeightedStem> &sums,
                                       index::TermVector stems, double share) {
    std::vector<WeightedStem> result;
    result.reserve(sums.size() + 128);
    auto at = sums.begin();
    while (stems.next()) {
        for (; at != sums.end() && at->number < stems.number(); ++at) {
            result.push_back(*at);
        }
        const double wdf = stems.count();
        WeightedStem sum{stems.number(), share * wdf / (wdf + bm25_k1)};
        if (at != sums.end() && at->number == stems.number()) {
            sum.weight += at->weight;
            ++at;
        }
        result.push_back(sum);
    }
    result.insert(result.end(), at, sums.end());
    return result;
}

/// Sums the stems of the hits; the share of a hit is its share of the scores.
std::vector<WeightedStem> sum_of_stems(const SearchContext &context,
                                       const std::vector<ScoredDoc> &hits) {
    double sum = 0;
    for (const ScoredDoc &hit : hits) {
        sum += static_cast<double>(hit.score);
    }
    std::vector<WeightedStem> sums;
    for (const ScoredDoc &hit : hits) {
        const double share =
            sum > 0 ? static_cast<double>(hit.score) / sum : 1.0 / static_cast<double>(hits.size());
        sums = add_document(sums, context.generation.forward_index().of(hit.doc), share);
    }
    return sums;
}

/// A term that was typed too keeps its origin.
ScoredQuery feedback_query(const std::string &term, const ScoredQuery &typed) {
    ScoredQuery query = term_query(term);
    visit_included(typed, [&](const ScoredQuery &each) {
        if (each.kind == ScoredQuery::Kind::term && each.terms.front() == term &&
            query.origin == Origin::related && each.origin != Origin::synonym) {
            query.origin = each.origin;
            query.typed = each.typed;
        }
        return query.origin == Origin::related;
    });
    return query;
}

} // namespace

std::vector<FeedbackTerm> feedback_terms(const SearchContext &context,
                                         const std::vector<ScoredDoc> &hits) {
    const index::ForwardIndex &forward = context.generation.forward_index();
    const double doc_count = context.statistics.doc_count();
    std::vector<WeightedStem> stems = sum_of_stems(context, hits);
    std::size_t kept = 0;
    for (const WeightedStem &stem : stems) {
        const double docs = context.statistics.doc_frequency(stem.number);
        const double idf = std::max(std::log((doc_count - docs + 0.5) / (docs + 0.5)), 0.0);
        const double weight = stem.weight * idf;
        if (weight > 0 && docs >= 2 && docs <= std::max(2.0, feedback_max_df_ratio * doc_count)) {
            stems[kept++] = {stem.number, weight};
        }
    }
    stems.resize(kept);
    const auto best =
        stems.begin() + static_cast<std::ptrdiff_t>(std::min(kept, max_feedback_terms));
    std::partial_sort(
        stems.begin(), best, stems.end(), [&](const WeightedStem &a, const WeightedStem &b) {
            return a.weight != b.weight ? a.weight > b.weight
                                        : forward.term(a.number) < forward.term(b.number);
        });
    std::vector<FeedbackTerm> terms;
    for (auto stem = stems.begin(); stem != best; ++stem) {
        terms.push_back(
            {std::string(forward.term(stem->number)), stem->weight / stems.front().weight});
    }
    return terms;
}

ScoredQuery expanded_query(const SearchContext &context, const std::vector<ScoredDoc> &hits,
                           const CompiledQuery &compiled) {
    std::vector<ScoredQuery> words;
    for (const FeedbackTerm &term : feedback_terms(context, hits)) {
        words.push_back(
            boosted(feedback_query(term.name, compiled.scored), feedback_boost * term.weight));
    }
    if (words.empty()) {
        return compiled.scored;
    }
    return make_group(ScoredQuery::Kind::and_maybe,
                      {compiled.scored, make_group(ScoredQuery::Kind::or_, words)});
}

} // namespace ideary::search
