// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How words become terms.
#include <algorithm>
#include <cmath>
#include <map>

#include "index/analysis/terms.hpp"
#include "search/context/background_frequencies.hpp"
#include "search/context/bm25.hpp"
#include "search/context/weights.hpp"
#include "search/context/word_counts.hpp"
#include "search/lexicon/word_forms.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

std::vector<Unit> Planner::units(const std::string &text) {
    return units_of(scene_.bench.analyzer.tokenize(text));
}

std::string Planner::term(const std::string &form, const Field &field) const {
    return field ? index::word_term(form, *field) : index::word_term(form);
}

bool Planner::has(const std::string &term) const {
    return frequency_of(scene_, term) > 0;
}

bool Planner::is_stop_word(const QueryNode &node) {
    if (node.kind != Kind::word || !node.field.empty()) {
        return false;
    }
    const std::vector<Unit> found = units(node.text);
    const index::Stemmer &stemmer = scene_.bench.stemmer(options_.language);
    return std::all_of(found.begin(), found.end(),
                       [&](const Unit &u) { return stemmer.is_stop_word(u.token.form); });
}

/// The stem in the query's language, and in English that of its other spelling. Where the index has
/// none such, or the script is not Latin, also those in the languages of the index that it has.
std::vector<std::string> Planner::stems(const text::Token &token, const Field &field) {
    const auto stem_term = [&](const std::string &stem) {
        return field ? index::stem_term(stem, *field) : index::stem_term(stem);
    };
    std::vector<std::string> stems{stem_of(token.form)};
    if (options_.language == "en" && token.kind == text::TokenKind::word && !options_.literal) {
        for (const std::string &form : other_spellings(token.form)) {
            std::string stem = stem_of(form);
            if (stem != stems.front() && has(stem_term(stem))) {
                stems.push_back(std::move(stem));
            }
        }
    }
    const bool latin = std::all_of(token.form.begin(), token.form.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (token.kind != text::TokenKind::word || stems.size() > 1 ||
        (latin && has(stem_term(stems.front())))) {
        return stems;
    }
    for (const std::string &language : scene_.known.languages(scene_.generation, scene_.database)) {
        std::string stem = scene_.bench.stemmer(language).stem(token);
        if (std::find(stems.begin(), stems.end(), stem) == stems.end() && has(stem_term(stem))) {
            stems.push_back(std::move(stem));
        }
    }
    return stems;
}

std::string Planner::stem_of(const std::string &form) {
    return scene_.bench.stemmer(options_.language).stem({form, 1, 0, 0, text::TokenKind::word});
}

/// How many ideas hold all of some words, at most.
double Planner::ideas_with(const std::vector<std::string> &forms) {
    double least = forms.empty() ? 0 : scene_.database.get_doccount();
    for (const std::string &form : forms) {
        const double ideas = frequency_of(scene_, index::stem_term(stem_of(form)));
        least = std::min(least, ideas);
    }
    return least;
}

/// How much some words say, in the measure of the index and of what is known of talks.
double Planner::rarity_of(const std::vector<std::string> &forms) {
    double sum = 0;
    for (const std::string &form : forms) {
        const std::string stem = stem_of(form);
        const double ideas = frequency_of(scene_, index::stem_term(stem));
        sum += rarity(ideas, scene_.database.get_doccount()) * prior(stem);
    }
    return sum;
}

/// What a stem says less, or more, than its rarity in a small index claims.
double Planner::prior(const std::string &stem) const {
    const double all = scene_.database.get_doccount();
    const double own = frequency_of(scene_, index::stem_term(stem));
    if (own == 0 || all > prior_up_to * prior_ideas || options_.language != "en") {
        return 1;
    }
    return rarity(own + prior_ideas * common_share(stem), all + prior_ideas) / rarity(own, all);
}

/// A term, weighted by how much it comes in bursts: a word that stands often where it stands at all
/// says more.
ScoredQuery Planner::burst(const std::string &term, const Field &field) const {
    const double ideas = frequency_of(scene_, term);
    if (ideas == 0) {
        return term_clause(term);
    }
    const double occurrences =
        static_cast<double>(occurrences_of(scene_, term)) / (field ? 1 : schema::body_weight);
    return scaled(term_clause(term), std::pow((occurrences + 1) / ideas, burst_power));
}

/// A word is its stem, and a little more where it stands exactly so. Stop words have no stem in the
/// index: only the exact form, which has no weight.
ScoredQuery Planner::word(const text::Token &token, const Field &field, Role role) {
    std::vector<ScoredQuery> queries;
    for (const std::string &stem : stems(token, field)) {
        queries.push_back(field ? burst(index::stem_term(stem, *field), field)
                                : scaled(burst(index::stem_term(stem), field), prior(stem)));
        if (role != Role::exclude) {
            plan_.wanted.stems.insert(stem);
        }
    }
    if (role != Role::exclude) {
        plan_.wanted.forms.insert(token.form);
    }
    const ScoredQuery exact = scaled(burst(term(token.form, field), field), exact_weight);
    const ScoredQuery either =
        combined(ScoredQuery::Kind::any, {combined(ScoredQuery::Kind::best, queries), exact});
    return scaled(either, field ? field_weight : 1);
}

/// So many compounds of a query may also stand apart.
constexpr std::size_t most_apart = 16;

/// CI/CD is itself or its parts one behind the other; C++ has one part and is only itself. Plain
/// words that a hyphen, a stroke or an apostrophe joins (two-dimensional, user's) may also stand
/// apart.
ScoredQuery Planner::compound(const Unit &unit, const Field &field, Role role) {
    const ScoredQuery whole = word(unit.token, field, role);
    if (unit.parts.size() < 2) {
        return whole;
    }
    const std::vector<std::string> forms = forms_of({unit});
    if (role != Role::exclude) {
        plan_.wanted.phrases.push_back(forms);
    }
    const bool needed = role == Role::each || role == Role::must;
    const ScoredQuery together = sequence(forms, field, needed);
    std::vector<ScoredQuery> ways{whole, scaled(together, field ? field_weight : 1)};
    if (role == Role::any && !options_.literal && compounds_++ < most_apart) {
        ways.push_back(scaled(words_apart(unit, field), apart_weight));
    }
    return combined(ScoredQuery::Kind::best, ways);
}

/// Any of the words that a compound joins; nothing where it is a name by its signs (Node.js), or of
/// a part that says nothing alone.
ScoredQuery Planner::words_apart(const Unit &unit, const Field &field) {
    constexpr std::size_t least_letters = 3;
    constexpr std::string_view joints = "-/'";
    const index::Stemmer &stemmer = scene_.bench.stemmer(options_.language);
    const bool plain = std::all_of(unit.token.form.begin(), unit.token.form.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80 || joints.find(c) != joints.npos;
    });
    std::vector<ScoredQuery> words;
    for (const text::Token &part : unit.parts) {
        if (plain && part.kind == text::TokenKind::word && points_of(part.form) >= least_letters &&
            !stemmer.is_stop_word(part.form)) {
            words.push_back(word(part, field, Role::any));
        }
    }
    return combined(ScoredQuery::Kind::any, words);
}

/// A word of a script without blanks is found as a word, or by all pairs of its characters where
/// the dictionary cut the text in another way.
ScoredQuery Planner::ideograph(const Unit &unit, const Field &field, Role role) {
    const ScoredQuery whole = word(unit.token, field, role);
    if (unit.pairs.size() < 2 || field) {
        return whole;
    }
    std::vector<ScoredQuery> pairs;
    for (const std::string &pair : unit.pairs) {
        pairs.push_back(term_clause(term(pair, field)));
    }
    if (role != Role::exclude) {
        plan_.wanted.runs.push_back(unit.pairs);
    }
    return combined(ScoredQuery::Kind::best,
                    {whole, scaled(combined(ScoredQuery::Kind::all, pairs), pairs_weight)});
}

ScoredQuery Planner::unit(const Unit &unit, const Field &field, Role role) {
    if (unit.is_ideograph()) {
        return ideograph(unit, field, role);
    }
    return unit.token.compound ? compound(unit, field, role) : word(unit.token, field, role);
}

/// What was typed without a blank: one word nearly always. Several (a path, a script without
/// blanks) are any of them beside other words, all of them where they have to match, and one behind
/// the other where they must not.
ScoredQuery Planner::words(const TypedWord &typed, Role role) {
    const Field field = field_of(*typed.node);
    const std::vector<Unit> &found = typed.units;
    plan_.words = plan_.words || role != Role::exclude;
    plan_.loose = plan_.loose || role != Role::exclude;
    if (role == Role::exclude && found.size() > 1) {
        return quotation(found, field, role);
    }
    std::vector<ScoredQuery> queries;
    std::map<std::string, std::size_t> places; // of forms in queries
    std::vector<double> times;
    for (std::size_t i = 0; i < found.size(); ++i) {
        // One character of a dictionary script says next to nothing beside others.
        if (found[i].is_ideograph() && found.size() > 1 && points_of(found[i].token.form) < 2) {
            continue;
        }
        const auto [place, fresh] = places.try_emplace(found[i].token.form, queries.size());
        if (!fresh) {
            ++times[place->second]; // it is sought once, and counts as often
            continue;
        }
        queries.push_back(typed.guessed[i] ? scaled(word(found[i].token, field, role), guess_weight)
                                           : unit(found[i], field, role));
        times.push_back(1);
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
        queries[i] = times[i] == 1 ? queries[i] : scaled(queries[i], times[i]);
    }
    if (queries.empty() && !found.empty()) {
        return quotation(found, field, role);
    }
    return combined(role == Role::any ? ScoredQuery::Kind::any : ScoredQuery::Kind::all, queries);
}

} // namespace ideary::search
