// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/synonym_compiler.hpp"

#include <algorithm>

#include "search/context/weights.hpp"

namespace ideary::search {

using Kind = ScoredQuery::Kind;

/// Empty if no idea holds the word.
ScoredQuery SynonymCompiler::synonym_word(const std::string &form, const Field &field) {
    const text::Token token{form, 1, 0, 0, text::TokenKind::word};
    if (!analyzer_.has(form_term(form, field)) &&
        !analyzer_.has(stem_term(analyzer_.stem_of(form), field))) {
        return {};
    }
    return words_.word(token, field);
}

/// The phrase, also with its last word in the other grammatical number.
ScoredQuery SynonymCompiler::synonym_phrase(const std::vector<std::string> &forms,
                                            const Field &field) {
    std::vector<ScoredQuery> queries;
    for (const std::string &last : {forms.back(), other_grammatical_number(forms.back())}) {
        std::vector<std::string> variant = forms, terms;
        variant.back() = last;
        for (const std::string &form : variant) {
            terms.push_back(form_term(form, field));
        }
        const bool is_indexed =
            !last.empty() && std::all_of(terms.begin(), terms.end(), [&](const std::string &term) {
                return analyzer_.has(term);
            });
        if (is_indexed && phrases_.within_phrase_budget(terms)) {
            queries.push_back(phrase_query(std::move(terms)));
        }
    }
    const double words = std::max<double>(static_cast<double>(forms.size()), 2);
    return boosted(make_group(Kind::dis_max, queries), (field ? field_boost : 1) * 2 / words);
}

/// A member of the table, as a compound and by its words.
ScoredQuery SynonymCompiler::synonym(const Synonym &synonym, const Field &field) {
    std::vector<ScoredQuery> alternatives;
    if (!synonym.compound.empty()) {
        alternatives.push_back(synonym_word(synonym.compound, field));
    }
    alternatives.push_back(synonym.forms.size() == 1 ? synonym_word(synonym.forms[0], field)
                                                     : synonym_phrase(synonym.forms, field));
    return make_group(Kind::dis_max, alternatives);
}

/// Statistics of what was typed, which decide how much its synonyms weigh.
struct SynonymCompiler::TypedStatistics {
    double words = 0;       ///< number of words that are no stop words
    double idf = 0;         ///< sum over these
    std::string stem;       ///< of a single word; else empty
    bool is_held = false;   ///< an idea holds it or an equivalent
    bool is_common = false; ///< more than related_term_max_docs ideas hold it
};

SynonymCompiler::TypedStatistics SynonymCompiler::statistics_of(const WordGroup &group) const {
    TypedStatistics typed;
    for (const TypedText &text : group.texts) {
        if (!analyzer_.is_stop_word(*text.node)) {
            ++typed.words;
            typed.idf += analyzer_.sum_of_idf(forms_between({text}, 0, 1));
        }
    }
    const std::vector<std::string> all = group.forms();
    typed.stem = all.size() == 1 ? analyzer_.stem_of(all[0]) : std::string();
    const double docs = analyzer_.max_docs_with(all);
    typed.is_held = docs > 0;
    typed.is_common = docs > related_term_max_docs;
    for (const OtherSynonym &each : group.synonyms) {
        typed.is_held = typed.is_held ||
                        (each.is_equivalent && analyzer_.max_docs_with(each.synonym->forms) > 0);
    }
    return typed;
}

/// An equivalent weighs at most what was typed: a name in another language is rare where few ideas
/// are in it, an abbreviation is rarer than its words.
double SynonymCompiler::equivalent_boost(const Synonym &synonym,
                                         const TypedStatistics &typed) const {
    const double boost =
        synonym_boost * (1 + synonym_boost_per_word * std::max(typed.words - 1, 0.0));
    const double idf = analyzer_.sum_of_idf(synonym.forms) *
                       std::min(1.0, 2.0 / static_cast<double>(synonym.forms.size()));
    return idf > 0 ? std::min(boost, synonym_boost * typed.idf / idf) : boost;
}

bool SynonymCompiler::within_synonym_limit(const WordGroup &group) {
    if (synonym_count_ < max_synonyms) {
        return true;
    }
    const QueryNode &first = *group.texts.front().node;
    Remark remark;
    remark.text = "Too many synonyms in one query: some are left out.";
    remark.offset = first.offset;
    remark.length = first.length;
    remarks_.push_back(std::move(remark));
    return false;
}

/// Related terms weigh less where ideas hold what was typed: their ideas rank below those.
std::vector<ScoredQuery> SynonymCompiler::synonyms(const WordGroup &group, const Field &field) {
    std::vector<ScoredQuery> queries;
    if (!group.joined.empty()) {
        queries.push_back(boosted(synonym_word(group.joined, field), synonym_boost));
    }
    if (group.synonyms.empty()) {
        return queries;
    }
    const TypedStatistics typed = statistics_of(group);
    const double related_boost =
        typed.is_held ? related_term_boost : related_term_boost_without_hits;
    int related_found = 0;
    for (const OtherSynonym &each : group.synonyms) {
        const std::vector<std::string> &forms = each.synonym->forms;
        const bool is_typed = forms.size() == 1 && analyzer_.stem_of(forms[0]) == typed.stem;
        if (!each.is_equivalent &&
            (typed.is_common || related_found == max_related_terms || is_typed)) {
            continue;
        }
        if (!within_synonym_limit(group)) {
            break;
        }
        const ScoredQuery query = synonym(*each.synonym, field);
        if (query.empty()) {
            continue;
        }
        ++synonym_count_;
        related_found += each.is_equivalent ? 0 : 1;
        queries.push_back(boosted(query, each.is_equivalent ? equivalent_boost(*each.synonym, typed)
                                                            : related_boost));
    }
    return queries;
}

/// A compound typed without its punctuation: ci cd is CI/CD, and finds the same.
ScoredQuery SynonymCompiler::compound(const WordGroup &group, const Field &field, Role role) {
    std::vector<ScoredQuery> words;
    for (const QueryWord &word : analyzer_.words(group.compound)) {
        words.push_back(words_.query_word(word, field, role));
    }
    return make_group(Kind::or_, words);
}

/// What was typed. Several words that are a synonym as such score higher where they are adjacent.
ScoredQuery SynonymCompiler::typed(const WordGroup &group, const Field &field, Role role) {
    const bool has_several = group.texts.size() > 1;
    if (!group.compound.empty() && has_several && role == Role::any) {
        return compound(group, field, role);
    }
    std::vector<ScoredQuery> texts;
    for (const TypedText &text : group.texts) {
        if (group.is_stop || !analyzer_.is_stop_word(*text.node)) {
            texts.push_back(words_.text(text, role));
        }
    }
    const ScoredQuery words =
        make_group(role == Role::any ? Kind::or_ : Kind::and_, std::move(texts));
    const bool is_name = std::any_of(group.synonyms.begin(), group.synonyms.end(),
                                     [](const OtherSynonym &each) { return each.is_equivalent; });
    if (!has_several || !group.compound.empty() || !is_name) {
        return words;
    }
    const ScoredQuery phrase = synonym_phrase(group.forms(), field);
    return phrase.empty() ? words : make_group(Kind::or_, {words, phrase});
}

ScoredQuery SynonymCompiler::group(const WordGroup &group, Role role) {
    const Field field = field_of(*group.texts.front().node);
    const TypedSpan span = group.span();
    ScoredQuery itself = with_origin(typed(group, field, role), Origin::typed, span);
    std::vector<ScoredQuery> alternatives = synonyms(group, field);
    if (alternatives.empty()) {
        return itself;
    }
    for (ScoredQuery &each : alternatives) {
        each = with_origin(std::move(each), Origin::synonym, span);
    }
    alternatives.insert(alternatives.begin(), std::move(itself));
    ScoredQuery query = make_group(Kind::dis_max, std::move(alternatives));
    return with_origin(std::move(query), Origin::typed, span);
}

} // namespace ideary::search
