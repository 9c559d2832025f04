// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/word_compiler.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "search/context/weights.hpp"
#include "text/normalize.hpp"

namespace ideary::search {

using Kind = ScoredQuery::Kind;

/// Terms that occur in bursts, often where they occur at all, are more specific; see weights.hpp.
ScoredQuery WordCompiler::boosted_by_burstiness(const std::string &term, const Field &field) const {
    const index::SnapshotStatistics &statistics = analyzer_.context.statistics;
    const double docs = statistics.doc_frequency(term);
    if (docs == 0) {
        return term_query(term);
    }
    const double occurrences = static_cast<double>(statistics.collection_frequency(term)) /
                               (field ? 1 : schema::body_weight);
    return boosted(term_query(term), std::pow((occurrences + 1) / docs, burstiness_exponent));
}

ScoredQuery WordCompiler::word(const text::Token &token, const Field &field) {
    std::vector<ScoredQuery> stems;
    for (const QueryStem &stem : analyzer_.stems(token, field)) {
        const double ratio = field ? 1 : analyzer_.background_idf_ratio(stem.text);
        stems.push_back(boosted(boosted_by_burstiness(stem_term(stem.text, field), field), ratio));
        stems.back().origin = stem.is_other_spelling ? Origin::synonym : stems.back().origin;
    }
    const ScoredQuery exact =
        boosted(boosted_by_burstiness(form_term(token.form, field), field), exact_form_boost);
    const ScoredQuery either =
        make_group(Kind::or_, {make_group(Kind::dis_max, std::move(stems)), exact});
    return boosted(either, field ? field_boost : 1);
}

/// CI/CD is itself or its parts as a phrase; C++ has one part and is only itself.
ScoredQuery WordCompiler::compound(const QueryWord &typed, const Field &field, Role role) {
    const ScoredQuery whole = word(typed.token, field);
    if (typed.parts.size() < 2) {
        return whole;
    }
    const bool is_required = role == Role::each || role == Role::must;
    const ScoredQuery phrase = phrases_.term_phrase(phrase_forms({typed}), field, is_required);
    std::vector<ScoredQuery> alternatives{whole, boosted(phrase, field ? field_boost : 1)};
    if (role == Role::any && !analyzer_.options.literal && compounds_++ < max_compound_parts) {
        alternatives.push_back(boosted(compound_parts(typed, field), compound_parts_boost));
    }
    return make_group(Kind::dis_max, alternatives);
}

/// Any of the words that a hyphen, slash or apostrophe joins (two-dimensional, user's); empty where
/// other punctuation makes a name (Node.js).
ScoredQuery WordCompiler::compound_parts(const QueryWord &typed, const Field &field) {
    constexpr std::size_t min_letters = 3;
    constexpr std::string_view joiners = "-/'";
    const std::string &form = typed.token.form;
    const bool is_plain = std::all_of(form.begin(), form.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80 || joiners.find(c) != joiners.npos;
    });
    std::vector<ScoredQuery> words;
    for (const text::Token &part : typed.parts) {
        if (is_plain && part.kind == text::TokenKind::word &&
            text::count_code_points(part.form) >= min_letters &&
            !analyzer_.is_stop_word(part.form)) {
            words.push_back(word(part, field));
        }
    }
    return make_group(Kind::or_, words);
}

/// Found as a word, or by all its pairs of characters where the dictionary cut the text otherwise.
ScoredQuery WordCompiler::cjk_word(const QueryWord &typed, const Field &field) {
    const ScoredQuery whole = word(typed.token, field);
    if (typed.pairs.size() < 2 || field) {
        return whole;
    }
    std::vector<ScoredQuery> pairs;
    for (const std::string &pair : typed.pairs) {
        pairs.push_back(term_query(form_term(pair, field)));
    }
    ScoredQuery bigrams = boosted(make_group(Kind::and_, pairs), bigram_boost);
    bigrams.is_bigrams = true;
    return make_group(Kind::dis_max, {whole, bigrams});
}

ScoredQuery WordCompiler::query_word(const QueryWord &typed, const Field &field, Role role) {
    if (typed.is_cjk()) {
        return cjk_word(typed, field);
    }
    return typed.token.compound ? compound(typed, field, role) : word(typed.token, field);
}

ScoredQuery WordCompiler::text(const TypedText &typed, Role role) {
    const Field field = field_of(*typed.node);
    const std::vector<QueryWord> &words = typed.words;
    const TypedSpan span{typed.node->offset, typed.node->length, typed.node->text};
    if (role == Role::exclude && words.size() > 1) {
        return phrases_.phrase_of(words, field, role);
    }
    std::vector<ScoredQuery> queries;
    std::vector<double> times;
    std::map<std::string, std::size_t> by_form; // place in queries
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &form = words[i].token.form;
        // Beside other words a single character of a dictionary script matches nearly everything.
        if (words[i].is_cjk() && words.size() > 1 && text::count_code_points(form) < 2) {
            continue;
        }
        const auto [place, is_new] = by_form.try_emplace(form, queries.size());
        if (!is_new) {
            ++times[place->second];
            continue;
        }
        queries.push_back(typed.corrected[i]
                              ? with_origin(boosted(word(words[i].token, field), correction_boost),
                                            Origin::corrected, span)
                              : query_word(words[i], field, role));
        times.push_back(1);
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
        queries[i] = times[i] == 1 ? queries[i] : boosted(queries[i], times[i]);
    }
    if (queries.empty() && !words.empty()) {
        queries.push_back(phrases_.phrase_of(words, field, role));
    }
    return with_origin(make_group(role == Role::any ? Kind::or_ : Kind::and_, queries),
                       Origin::typed, span);
}

} // namespace ideary::search
