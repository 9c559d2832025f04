// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words that stand beside each other: what they mean together.
#include <algorithm>
#include <cmath>

#include "index/analysis/terms.hpp"
#include "query/parser.hpp"
#include "search/context/weights.hpp"
#include "search/lexicon/word_forms.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

std::vector<std::string> forms_between(const std::vector<TypedWord> &words, std::size_t first,
                                       std::size_t last) {
    std::vector<Unit> units;
    for (std::size_t i = first; i < last; ++i) {
        units.insert(units.end(), words[i].units.begin(), words[i].units.end());
    }
    return forms_of(units);
}

/// A name of the synonym table written without its signs: ci cd is CI/CD, and finds the same.
ScoredQuery Planner::name(const WordSpan &span, const Field &field, Role role) {
    std::vector<ScoredQuery> whole;
    for (const Unit &each : units(span.whole)) {
        whole.push_back(unit(each, field, role));
    }
    plan_.words = plan_.loose = true;
    return combined(ScoredQuery::Kind::any, whole);
}

/// Whether other words than those typed may stand for a node.
bool Planner::is_free(const QueryNode &node, Role role) const {
    const Field field = field_of(node);
    return !options_.literal && (role == Role::any || role == Role::each) &&
           node.kind == Kind::word &&
           (!field || schema::row(*field).kind == schema::FieldKind::text);
}

/// What the table says of words; of a single English word that it does not have, what it says of
/// one with the same stem or in the other spelling (`deploying`, `optimise`).
Widening Planner::widening(const std::vector<TypedWord> &words, std::size_t first,
                           std::size_t last) {
    constexpr std::size_t least_letters = 5;
    const Synonyms &synonyms = scene_.known.synonyms(scene_.generation, scene_.database);
    const std::vector<std::string> forms = forms_between(words, first, last);
    if (forms.empty() || forms.size() > synonyms.longest()) {
        return {};
    }
    Widening found = synonyms.of(forms, options_.language);
    if (found.known || forms.size() > 1 || forms[0].size() < least_letters ||
        options_.language != "en") {
        return found;
    }
    for (const std::string &form : other_spellings(forms[0])) {
        found = synonyms.of({form}, options_.language);
        if (found.known) {
            return found;
        }
    }
    const std::string stem = stem_of(forms[0]);
    for (const std::string &form : forms_of_stem(stem)) {
        found = synonyms.of({form}, options_.language);
        if (found.known && stem_of(form) == stem) {
            return found;
        }
    }
    return {};
}

/// The longest member of the synonym table that begins at a word: how many words it has, 0: none.
std::size_t Planner::known_from(const std::vector<TypedWord> &words, std::size_t first,
                                Widening &found) {
    const std::size_t longest = scene_.known.synonyms(scene_.generation, scene_.database).longest();
    std::size_t last = first;
    while (last < words.size() && last - first < longest &&
           (last == first || beside(*words[last - 1].node, *words[last].node))) {
        ++last;
    }
    for (; last > first; --last) {
        found = widening(words, first, last);
        if (found.known) {
            return last - first;
        }
    }
    return 0;
}

/// Two known words that the index also has as one ("web assembly").
std::string Planner::joined_word(const TypedWord &a, const TypedWord &b) const {
    constexpr std::size_t least_part = 3;
    if (!is_single(a) || !is_single(b) || !touch(*a.node, *b.node) || field_of(*a.node)) {
        return {};
    }
    const std::string &first = a.units[0].token.form;
    const std::string &second = b.units[0].token.form;
    const bool short_part = first.size() < least_part || second.size() < least_part;
    return !short_part && has(index::word_term(first + second)) ? first + second : std::string();
}

/// A run of words that stand beside each other, cut into what is sought together.
std::vector<WordSpan> Planner::spans(const std::vector<const QueryNode *> &nodes, Role role) {
    const std::vector<TypedWord> words = typed_words(nodes, role);
    const bool free = !nodes.empty() && is_free(*nodes.front(), role);
    std::vector<WordSpan> spans;
    for (std::size_t i = 0; i < words.size();) {
        WordSpan span;
        Widening found;
        std::size_t count = free ? known_from(words, i, found) : 0;
        if (count > 0) {
            span.synonyms = found.others;
            span.whole = found.whole;
        } else if (free && i + 1 < words.size()) {
            span.joined = joined_word(words[i], words[i + 1]);
            count = span.joined.empty() ? 0 : 2;
        }
        count = std::max<std::size_t>(count, 1);
        for (std::size_t end = i + count; i < end; ++i) {
            span.words.push_back(words[i]);
            span.key += query::canonical(*words[i].node) + ' ';
        }
        span.stop = std::all_of(span.words.begin(), span.words.end(),
                                [this](const TypedWord &word) { return is_stop_word(*word.node); });
        spans.push_back(std::move(span));
    }
    return spans;
}

/// What was typed, and beside it, with less weight, the best of what means the same.
ScoredQuery Planner::span_query(const WordSpan &span, Role role) {
    const bool all_stop = span.stop;
    const Field field = field_of(*span.words.front().node);
    std::vector<ScoredQuery> typed;
    if (!span.whole.empty() && span.words.size() > 1 && role == Role::any) {
        typed.push_back(name(span, field, role));
    } else {
        for (const TypedWord &each : span.words) {
            if (all_stop || !is_stop_word(*each.node)) {
                typed.push_back(words(each, role));
            }
        }
    }
    ScoredQuery itself =
        combined(role == Role::any ? ScoredQuery::Kind::any : ScoredQuery::Kind::all, typed);
    const bool named = std::any_of(span.synonyms.begin(), span.synonyms.end(),
                                   [](const OtherSynonym &each) { return each.same; });
    if (span.words.size() > 1 && span.whole.empty() && named) {
        // A name of several words stands first where it stands as such.
        const ScoredQuery name = synonym(forms_between(span.words, 0, span.words.size()), field);
        itself = name.empty() ? itself : combined(ScoredQuery::Kind::any, {itself, name});
    }
    std::vector<ScoredQuery> ways = synonyms(span, field, role);
    if (ways.empty()) {
        return itself;
    }
    ways.insert(ways.begin(), std::move(itself));
    return combined(ScoredQuery::Kind::best, ways);
}

} // namespace ideary::search
