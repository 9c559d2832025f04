// SPDX-License-Identifier: GPL-2.0-or-later
// Words that stand beside each other: what they mean together.
#include <algorithm>
#include <cmath>

#include "index/terms.hpp"
#include "query/parser.hpp"
#include "search/planner.hpp"
#include "search/weights.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

namespace {

std::vector<std::string> forms_between(const std::vector<TypedWord> &words, std::size_t first,
                                       std::size_t last) {
    std::vector<Unit> units;
    for (std::size_t i = first; i < last; ++i) {
        units.insert(units.end(), words[i].units.begin(), words[i].units.end());
    }
    return forms_of(units);
}

} // namespace

/// A name of the synonym table written without its signs: ci cd is CI/CD, and finds the same.
Clause Planner::name(const WordSpan &span, const Field &field, Role role) {
    std::vector<Clause> whole;
    for (const Unit &each : units(span.whole)) {
        whole.push_back(unit(each, field, role));
    }
    plan_.words = plan_.loose = true;
    return combined(Clause::Kind::any, whole);
}

/// Whether other words than those typed may stand for a node.
bool Planner::is_free(const QueryNode &node, Role role) const {
    const Field field = field_of(node);
    return !options_.literal && (role == Role::any || role == Role::each) &&
           node.kind == Kind::word &&
           (!field || schema::row(*field).kind == schema::FieldKind::text);
}

Widening Planner::widening(const std::vector<TypedWord> &words, std::size_t first,
                           std::size_t last) const {
    const Synonyms &synonyms = scene_.known.synonyms(scene_.generation, scene_.database);
    std::vector<std::string> forms = forms_between(words, first, last);
    return forms.empty() || forms.size() > synonyms.longest()
               ? Widening()
               : synonyms.of(forms, options_.language);
}

/// The longest member of the synonym table that begins at a word: how many words it has, 0: none.
std::size_t Planner::known_from(const std::vector<TypedWord> &words, std::size_t first,
                                Widening &found) const {
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

/// One form of the synonym table, as if it had been typed; empty where no idea has it.
Clause Planner::synonym(const std::string &form, const Field &field, Role role) {
    text::Token token{form, 1, 0, 0, text::TokenKind::word};
    const std::string stem = scene_.bench.stemmer(options_.language).stem(token);
    if (!has(term(form, field)) &&
        !has(field ? index::stem_term(stem, *field) : index::stem_term(stem))) {
        return {};
    }
    return word(token, field, role);
}

/// A phrase of the synonym table, also with its last word in the other number.
Clause Planner::synonym(const std::vector<std::string> &forms, const Field &field) {
    std::vector<Clause> queries;
    for (const std::string &last : {forms.back(), other_number(forms.back())}) {
        std::vector<std::string> variant = forms;
        variant.back() = last;
        const bool found =
            !last.empty() && std::all_of(variant.begin(), variant.end(),
                                         [&](const std::string &f) { return has(term(f, field)); });
        if (found) {
            queries.push_back(sequence(variant, field));
            plan_.wanted.phrases.push_back(std::move(variant));
        }
    }
    const double words = std::max<double>(static_cast<double>(forms.size()), 2);
    return scaled(combined(Clause::Kind::best, queries), (field ? field_weight : 1) * 2 / words);
}

std::vector<Clause> Planner::synonyms(const WordSpan &span, const Field &field, Role role) {
    std::vector<Clause> queries;
    const auto take = [&](const Clause &query) {
        if (!query.empty()) {
            queries.push_back(query);
            ++synonyms_;
        }
    };
    if (!span.joined.empty()) {
        take(synonym(span.joined, field, role));
    }
    for (const Synonym *each : span.synonyms) {
        if (synonyms_ >= max_synonyms) {
            remark(*span.words.front().node, "Too many synonyms in one query: some are left out.");
            break;
        }
        if (!each->whole.empty()) {
            take(synonym(each->whole, field, role));
        }
        take(each->forms.size() == 1 ? synonym(each->forms[0], field, role)
                                     : synonym(each->forms, field));
    }
    return queries;
}

/// What was typed, and beside it, with less weight, the best of what means the same.
Clause Planner::span_query(const WordSpan &span, Role role) {
    const bool all_stop = span.stop;
    const Field field = field_of(*span.words.front().node);
    std::vector<Clause> typed;
    if (!span.whole.empty() && span.words.size() > 1 && role == Role::any) {
        typed.push_back(name(span, field, role));
    } else {
        for (const TypedWord &each : span.words) {
            if (all_stop || !is_stop_word(*each.node)) {
                typed.push_back(words(each, role));
            }
        }
    }
    Clause itself = combined(role == Role::any ? Clause::Kind::any : Clause::Kind::all, typed);
    if (span.words.size() > 1 && span.whole.empty() && !span.synonyms.empty()) {
        // A name of several words stands first where it stands as such.
        std::vector<std::string> forms = forms_between(span.words, 0, span.words.size());
        const Clause name = synonym(forms, field);
        itself = name.empty() ? itself : combined(Clause::Kind::any, {itself, name});
    }
    const std::vector<Clause> others = synonyms(span, field, role);
    return others.empty()
               ? itself
               : combined(Clause::Kind::best,
                          {itself, scaled(combined(Clause::Kind::best, others), synonym_weight)});
}

} // namespace ideary::search
