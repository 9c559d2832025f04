// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/phrase_compiler.hpp"

#include <algorithm>

#include "search/context/weights.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

ScoredQuery quoted(ScoredQuery query) {
    query.is_quoted = true;
    for (ScoredQuery &child : query.children) {
        child = quoted(std::move(child));
    }
    return query;
}

} // namespace

bool PhraseCompiler::within_phrase_budget(const std::vector<std::string> &terms) {
    const index::SnapshotStatistics &statistics = analyzer_.context.statistics;
    const double cost = statistics.phrase_cost(terms);
    const bool is_within = phrase_cost_ == 0 || phrase_cost_ + cost <= statistics.phrase_budget();
    phrase_cost_ += is_within ? cost : 0;
    return is_within;
}

ScoredQuery PhraseCompiler::over_budget_fallback(const std::vector<std::string> &terms,
                                                 bool matches_apart) {
    if (!budget_remark_added_) {
        budget_remark_added_ = true;
        Remark remark;
        remark.text =
            "The first phrases of this query have very many ideas to look at; the words of "
            "the others are searched wherever they stand.";
        remarks_.push_back(std::move(remark));
    }
    std::vector<ScoredQuery> words;
    for (const std::string &term : terms) {
        words.push_back(term_query(term));
    }
    return matches_apart ? make_group(ScoredQuery::Kind::and_, words) : ScoredQuery();
}

ScoredQuery PhraseCompiler::term_phrase(const std::vector<std::string> &forms, const Field &field,
                                        bool matches_apart) {
    std::vector<std::string> terms;
    for (const std::string &form : forms) {
        terms.push_back(form_term(form, field));
    }
    return within_phrase_budget(terms) ? phrase_query(std::move(terms))
                                       : over_budget_fallback(terms, matches_apart);
}

ScoredQuery PhraseCompiler::phrase_of(const std::vector<QueryWord> &words, const Field &field,
                                      Role role) {
    if (words.empty()) {
        return {};
    }
    std::vector<ScoredQuery> queries{
        term_phrase(phrase_forms(words), field, role != Role::exclude)};
    for (const QueryWord &word : words) {
        const bool has_single_letter =
            std::any_of(word.parts.begin(), word.parts.end(),
                        [](const auto &part) { return text::count_code_points(part.form) < 2; });
        if (word.parts.size() > 1 && has_single_letter) {
            queries.push_back(boosted(term_query(form_term(word.token.form, field)), 0));
        }
    }
    return make_group(ScoredQuery::Kind::and_, queries);
}

ScoredQuery PhraseCompiler::phrase(const QueryNode &node, Role role) {
    const Field field = field_of(node);
    const ScoredQuery query =
        boosted(phrase_of(analyzer_.words(node.text), field, role), field ? field_boost : 1);
    return with_origin(quoted(query), Origin::typed, {node.offset, node.length, node.text});
}

/// A phrase within NEAR is represented by its first word, and has to match besides.
ScoredQuery PhraseCompiler::near(const QueryNode &node, Role role) {
    std::vector<std::string> terms;
    std::vector<ScoredQuery> queries;
    TypedSpan span{node.offset, node.length, {}};
    for (const QueryNode &child : node.children) {
        const std::vector<QueryWord> words = analyzer_.words(child.text);
        const std::vector<std::string> forms = phrase_forms(words);
        if (forms.empty()) {
            continue;
        }
        span.text += (span.text.empty() ? "" : " ") + child.text;
        terms.push_back(form_term(forms.front(), std::nullopt));
        if (forms.size() > 1) {
            queries.push_back(boosted(phrase_of(words, std::nullopt, role), 0));
        }
    }
    if (!terms.empty()) {
        const auto window = static_cast<std::uint32_t>(node.distance) *
                                static_cast<std::uint32_t>(terms.size() - 1) +
                            1;
        queries.insert(queries.begin(), within_phrase_budget(terms)
                                            ? near_query(std::move(terms), window)
                                            : over_budget_fallback(terms, role != Role::exclude));
    }
    return with_origin(quoted(make_group(ScoredQuery::Kind::and_, queries)), Origin::typed, span);
}

} // namespace ideary::search
