// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/explain/explainer.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "search/context/weights.hpp"
#include "search/highlight/highlighter.hpp"
#include "search/match/scorer_builder.hpp"
#include "search/match/term_parts.hpp"

namespace ideary::search {
namespace {

using Kind = ScoredQuery::Kind;

/// One contribution per term, however often it was searched; by descending score.
std::vector<Contribution> merge_same_terms(std::vector<Contribution> list) {
    std::vector<Contribution> result;
    for (Contribution &each : list) {
        const auto same =
            std::find_if(result.begin(), result.end(), [&](const Contribution &other) {
                return other.term == each.term && other.kind == each.kind &&
                       other.field == each.field && other.origin == each.origin &&
                       other.typed == each.typed;
            });
        if (same != result.end()) {
            same->score += each.score;
        } else if (each.score > 0) {
            result.push_back(std::move(each));
        }
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const Contribution &a, const Contribution &b) { return a.score > b.score; });
    return result;
}

/// Scales the contributions to a score that is a 32-bit float, or that was itself scaled.
void scale_to_score(std::vector<Contribution> &list, double score, bool is_scaled) {
    double sum = 0;
    for (const Contribution &each : list) {
        sum += each.score;
    }
    const bool is_rounding = std::abs(sum - score) <= 1e-6 * std::max(1.0, score);
    if (sum > 0 && (is_scaled || is_rounding)) {
        for (Contribution &each : list) {
            each.score *= score / sum;
        }
    }
}

} // namespace

Explainer::Explainer(const SearchContext &context, const ScoredQuery &query)
    : context_(context), query_(query) {}

std::string Explainer::describe() const {
    return search::describe(query_, [this](const std::string &term) -> std::uint64_t {
        return context_.statistics.doc_frequency(term);
    });
}

std::vector<Contribution> Explainer::explain(const ScoredDoc &scored, const Idea &idea,
                                             bool is_related) {
    const ScorerContext scorer_context{context_, Bm25(context_.statistics)};
    std::vector<LeafScore> leaves;
    make_scorer(scorer_context, query_)->explain(scored.doc, leaves);
    std::vector<Contribution> list;
    for (const LeafScore &leaf : leaves) {
        list.push_back(contribution_of(leaf));
    }
    list = merge_same_terms(std::move(list));
    scale_to_score(list, static_cast<double>(scored.score), is_related);
    read_texts(idea, scored.doc);
    for (Contribution &contribution : list) {
        if (is_related) {
            contribution.origin = Origin::related;
            contribution.typed.clear();
        }
        add_fields(contribution, idea.language);
    }
    return list;
}

Contribution Explainer::contribution_of(const LeafScore &leaf) const {
    const ScoredQuery &query = *leaf.query;
    Contribution contribution;
    for (const std::string &term : query.terms) {
        const TermParts parts = parts_of(term);
        contribution.term += (contribution.term.empty() ? "" : " ") + parts.text;
        contribution.kind = parts.kind;
        contribution.field = parts.field;
    }
    contribution.origin = query.origin;
    contribution.typed = query.typed.text;
    contribution.score = leaf.score;
    if (query.kind == Kind::term) {
        contribution.ideas = context_.statistics.doc_frequency(query.terms.front());
        contribution.occurrences =
            leaf.wdf / (contribution.field.empty() ? double{schema::body_weight} : 1);
    } else {
        contribution.kind = query.kind == Kind::near ? TermKind::near : TermKind::phrase;
    }
    return contribution;
}

void Explainer::read_texts(const Idea &idea, Xapian::docid doc) {
    texts_.clear();
    const auto add = [&](const char *field, std::string_view text) {
        FieldText read{field, std::string(text), {}, {}};
        const index::Stemmer &stemmer = context_.analysis.stemmer(idea.language);
        for (const text::Token &token : context_.analysis.analyzer.tokenize(text)) {
            read.stems.insert(stemmer.stem(token));
            read.forms.insert(token.form);
        }
        texts_.push_back(std::move(read));
    };
    add("title", idea.title);
    for (const std::string &heading : idea.section) {
        add("section", heading);
    }
    add("body", context_.generation.body(doc));
    for (const std::string &author : idea.authors) {
        add("author", author);
    }
    add("source_title", idea.source.title);
}

bool Explainer::holds(const FieldText &text, const Contribution &contribution,
                      const std::string &language) const {
    switch (contribution.kind) {
    case TermKind::stem:
        return text.stems.count(contribution.term) > 0;
    case TermKind::exact:
        return text.forms.count(contribution.term) > 0;
    case TermKind::phrase: {
        HighlightTerms terms;
        terms.phrases.emplace_back();
        std::istringstream forms(contribution.term);
        for (std::string form; forms >> form;) {
            terms.phrases.back().push_back(form);
        }
        return !analyze(text.text, language, terms, context_.analysis).matches.empty();
    }
    default:
        return text.forms.count(contribution.term.substr(0, contribution.term.find(' '))) > 0;
    }
}

/// Names the texts of the idea that hold the term.
void Explainer::add_fields(Contribution &contribution, const std::string &language) const {
    std::vector<std::string> &fields = contribution.found_in;
    for (const FieldText &text : texts_) {
        const bool is_searched = contribution.field.empty() || contribution.field == text.field;
        if (is_searched && (fields.empty() || fields.back() != text.field) &&
            holds(text, contribution, language)) {
            fields.push_back(text.field);
        }
    }
}

void explain_smoothing(Hit &hit) {
    double sum = 0;
    for (const Contribution &each : hit.contributions) {
        sum += each.score;
    }
    if (std::abs(sum - hit.score) <= 1e-6 * std::max(1.0, hit.score)) {
        return;
    }
    Contribution neighbours;
    neighbours.term = "hits like this one";
    neighbours.kind = TermKind::other;
    neighbours.origin = Origin::related;
    neighbours.score = hit.score - (1 - smoothing_weight) * sum;
    for (Contribution &each : hit.contributions) {
        each.score *= 1 - smoothing_weight;
    }
    const auto place =
        std::find_if(hit.contributions.begin(), hit.contributions.end(),
                     [&](const auto &each) { return each.score < neighbours.score; });
    hit.contributions.insert(place, std::move(neighbours));
}

} // namespace ideary::search

namespace ideary {

const char *origin_name(Origin origin) {
    constexpr const char *names[] = {"typed", "corrected", "synonym", "prefix", "fuzzy", "related"};
    return names[static_cast<std::size_t>(origin)];
}

const char *term_kind_name(TermKind kind) {
    constexpr const char *names[] = {"stem", "exact", "phrase", "near", "other"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace ideary
