// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What else the synonym table says, and what it weighs beside what was typed.
#include <algorithm>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

/// One form of the synonym table, as if it had been typed; empty where no idea has it.
ScoredQuery Planner::synonym(const std::string &form, const Field &field, Role role) {
    text::Token token{form, 1, 0, 0, text::TokenKind::word};
    const std::string stem = scene_.bench.stemmer(options_.language).stem(token);
    if (!has(term(form, field)) &&
        !has(field ? index::stem_term(stem, *field) : index::stem_term(stem))) {
        return {};
    }
    return word(token, field, role);
}

/// A phrase of the synonym table, also with its last word in the other number.
ScoredQuery Planner::synonym(const std::vector<std::string> &forms, const Field &field) {
    std::vector<ScoredQuery> queries;
    for (const std::string &last : {forms.back(), other_number(forms.back())}) {
        std::vector<std::string> variant = forms, terms;
        variant.back() = last;
        for (const std::string &form : variant) {
            terms.push_back(term(form, field));
        }
        const bool found =
            !last.empty() && std::all_of(terms.begin(), terms.end(),
                                         [&](const std::string &each) { return has(each); });
        if (found && affords(terms)) {
            queries.push_back(phrase_clause(std::move(terms)));
            plan_.wanted.phrases.push_back(std::move(variant));
        }
    }
    const double words = std::max<double>(static_cast<double>(forms.size()), 2);
    return scaled(combined(ScoredQuery::Kind::best, queries),
                  (field ? field_weight : 1) * 2 / words);
}

/// A member of the table, by its signs and by its words.
ScoredQuery Planner::synonym(const Synonym &each, const Field &field, Role role) {
    std::vector<ScoredQuery> ways;
    if (!each.whole.empty()) {
        ways.push_back(synonym(each.whole, field, role));
    }
    ways.push_back(each.forms.size() == 1 ? synonym(each.forms[0], field, role)
                                          : synonym(each.forms, field));
    return combined(ScoredQuery::Kind::best, ways);
}

/// What was typed, as its synonyms are weighed by it.
struct Planner::Typed {
    double words = 0;       ///< that are no stop words
    double rarity = 0;      ///< of all of them
    std::string stem;       ///< of a single word; else empty
    bool is_held = false;   ///< an idea holds it, or another name of it
    bool is_common = false; ///< so many ideas hold it that nothing near is missed
};

Planner::Typed Planner::typed(const WordSpan &span) {
    Typed typed;
    for (const TypedWord &word : span.words) {
        if (!is_stop_word(*word.node)) {
            ++typed.words;
            typed.rarity += rarity_of(forms_between({word}, 0, 1));
        }
    }
    const std::vector<std::string> all = forms_between(span.words, 0, span.words.size());
    typed.stem = all.size() == 1 ? stem_of(all[0]) : std::string();
    const double ideas = ideas_with(all);
    typed.is_held = ideas > 0;
    typed.is_common = ideas > near_up_to;
    for (const OtherSynonym &each : span.synonyms) {
        typed.is_held = typed.is_held || (each.same && ideas_with(each.synonym->forms) > 0);
    }
    return typed;
}

/// Other names of what was typed, each with its weight. What is only near in meaning says less
/// where ideas hold what was typed: it is to stand below them.
std::vector<ScoredQuery> Planner::synonyms(const WordSpan &span, const Field &field, Role role) {
    std::vector<ScoredQuery> clauses;
    if (!span.joined.empty()) {
        clauses.push_back(scaled(synonym(span.joined, field, role), same_weight));
    }
    if (span.synonyms.empty()) {
        return clauses;
    }
    const Typed typed = this->typed(span);
    const double same = same_weight * (1 + same_weight_more * std::max(typed.words - 1, 0.0));
    const double near = typed.is_held ? near_weight : near_weight_alone;
    int near_found = 0;
    for (const OtherSynonym &each : span.synonyms) {
        const std::vector<std::string> &forms = each.synonym->forms;
        const bool found_as_typed = forms.size() == 1 && stem_of(forms[0]) == typed.stem;
        if (!each.same && (typed.is_common || near_found == max_near || found_as_typed)) {
            continue;
        }
        if (synonyms_ >= max_synonyms) {
            remark(*span.words.front().node, "Too many synonyms in one query: some are left out.");
            break;
        }
        const ScoredQuery clause = synonym(*each.synonym, field, role);
        if (clause.empty()) {
            continue;
        }
        ++synonyms_;
        if (!each.same) {
            ++near_found;
            clauses.push_back(scaled(clause, near));
            continue;
        }
        // It says no more than what was typed. A name in another language is rare where few ideas
        // are in it, an abbreviation rarer than its words.
        const double theirs =
            rarity_of(forms) * std::min(1.0, 2.0 / static_cast<double>(forms.size()));
        const double most = theirs > 0 ? same_weight * typed.rarity / theirs : same;
        clauses.push_back(scaled(clause, std::min(same, most)));
    }
    return clauses;
}

} // namespace ideary::search
