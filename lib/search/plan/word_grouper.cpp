// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/word_grouper.hpp"

#include <algorithm>

#include "index/analysis/terms.hpp"
#include "query/parser.hpp"
#include "search/lexicon/word_forms.hpp"

namespace ideary::search {
namespace {

/// Whether no operator stands between two nodes: " OR " and " AND " are longer.
bool is_in_same_run(const QueryNode &a, const QueryNode &b) {
    constexpr std::size_t max_gap = 3;
    const std::size_t end = a.offset + a.length;
    return b.offset >= end && b.offset <= end + max_gap;
}

} // namespace

bool WordGrouper::allows_rewriting(const QueryNode &node, Role role) const {
    const Field field = field_of(node);
    return !analyzer_.options.literal && (role == Role::any || role == Role::each) &&
           node.kind == QueryNode::Kind::word &&
           (!field || schema::row(*field).kind == schema::FieldKind::text);
}

/// Words of the synonym table are not corrected, even if the index lacks them.
std::vector<TypedText> WordGrouper::typed_texts(const std::vector<const QueryNode *> &nodes,
                                                bool is_correctable) {
    std::vector<TypedText> texts;
    for (const QueryNode *node : nodes) {
        texts.push_back({node, analyzer_.words(node->text), {}});
        texts.back().corrected.resize(texts.back().words.size());
    }
    SynonymMatch ignored;
    for (std::size_t i = 0; is_correctable && i < texts.size();) {
        if (const std::size_t count = longest_synonym_at(texts, i, ignored)) {
            i += count;
        } else {
            corrector_.correct(texts, i);
            ++i;
        }
    }
    return texts;
}

/// A single English word that the table lacks is looked up by its other spelling and its stem
/// (`optimise`, `deploying`).
SynonymMatch WordGrouper::find_synonyms(const std::vector<TypedText> &texts, std::size_t first,
                                        std::size_t last) const {
    constexpr std::size_t min_letters = 5;
    const Synonyms &synonyms = analyzer_.context.synonyms();
    const std::vector<std::string> forms = forms_between(texts, first, last);
    if (forms.empty() || forms.size() > Synonyms::max_words()) {
        return {};
    }
    SynonymMatch match = synonyms.find(forms, analyzer_.options.language);
    if (match.is_known || forms.size() > 1 || forms[0].size() < min_letters ||
        analyzer_.options.language != "en") {
        return match;
    }
    return find_by_word_form(forms[0]);
}

SynonymMatch WordGrouper::find_by_word_form(const std::string &form) const {
    const Synonyms &synonyms = analyzer_.context.synonyms();
    for (const std::string &other : other_spellings(form)) {
        SynonymMatch match = synonyms.find({other}, analyzer_.options.language);
        if (match.is_known) {
            return match;
        }
    }
    const std::string stem = analyzer_.stem_of(form);
    for (const std::string &other : forms_of_stem(stem)) {
        SynonymMatch match = synonyms.find({other}, analyzer_.options.language);
        if (match.is_known && analyzer_.stem_of(other) == stem) {
            return match;
        }
    }
    return {};
}

/// Number of texts of the longest member of the synonym table that begins here; 0: none.
std::size_t WordGrouper::longest_synonym_at(const std::vector<TypedText> &texts, std::size_t first,
                                            SynonymMatch &match) const {
    std::size_t last = first;
    while (last < texts.size() && last - first < Synonyms::max_words() &&
           (last == first || is_in_same_run(*texts[last - 1].node, *texts[last].node))) {
        ++last;
    }
    for (; last > first; --last) {
        match = find_synonyms(texts, first, last);
        if (match.is_known) {
            return last - first;
        }
    }
    return 0;
}

/// Two words that the index also has as one (`web assembly`); empty: it has not.
std::string WordGrouper::joined_word(const TypedText &a, const TypedText &b) const {
    constexpr std::size_t min_letters = 3;
    if (!is_single_word(a) || !is_single_word(b) || !is_adjacent(*a.node, *b.node) ||
        field_of(*a.node)) {
        return {};
    }
    const std::string &first = a.words[0].token.form;
    const std::string &second = b.words[0].token.form;
    const bool is_short = first.size() < min_letters || second.size() < min_letters;
    return !is_short && analyzer_.has(index::word_term(first + second)) ? first + second
                                                                        : std::string();
}

std::vector<WordGroup> WordGrouper::group_words(const std::vector<const QueryNode *> &nodes,
                                                Role role) {
    const bool is_free = !nodes.empty() && allows_rewriting(*nodes.front(), role);
    const bool is_correctable = is_free && analyzer_.options.correct && !field_of(*nodes.front());
    const std::vector<TypedText> texts = typed_texts(nodes, is_correctable);
    std::vector<WordGroup> groups;
    for (std::size_t i = 0; i < texts.size();) {
        WordGroup group;
        SynonymMatch match;
        std::size_t count = is_free ? longest_synonym_at(texts, i, match) : 0;
        if (count > 0) {
            group.synonyms = match.others;
            group.compound = match.compound;
        } else if (is_free && i + 1 < texts.size()) {
            group.joined = joined_word(texts[i], texts[i + 1]);
            count = group.joined.empty() ? 0 : 2;
        }
        count = std::max<std::size_t>(count, 1);
        for (std::size_t end = i + count; i < end; ++i) {
            group.texts.push_back(texts[i]);
            group.key += query::canonical(*texts[i].node) + ' ';
        }
        group.is_stop =
            std::all_of(group.texts.begin(), group.texts.end(), [this](const TypedText &text) {
                return analyzer_.is_stop_word(*text.node);
            });
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace ideary::search
