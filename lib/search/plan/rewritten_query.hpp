// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "ideary/query.hpp"
#include "ideary/text.hpp"
#include "search/lexicon/synonyms.hpp"
#include "search/match/scored_query.hpp"
#include "search/plan/query_analyzer.hpp"

namespace ideary::search {

/// What a node is to its group.
enum class Role {
    any,     ///< one of several that may match
    each,    ///< has to match
    must,    ///< has to match as it was typed
    exclude, ///< must not match
};

/// Text without whitespace: one word nearly always. Misspelled words are replaced.
struct TypedText {
    const QueryNode *node = nullptr;
    std::vector<QueryWord> words;
    std::vector<bool> corrected; ///< by word
};

/// Adjacent words that are searched together: one, or several that mean something together.
struct WordGroup {
    std::vector<TypedText> texts;
    std::string key; ///< equal for groups that were typed alike
    std::vector<OtherSynonym> synonyms;
    std::string compound; ///< compound that several words are without its punctuation, or empty
    std::string joined;   ///< two words written as one, or empty
    bool is_stop = false; ///< all are stop words

    /// What was typed, each text once.
    TypedSpan span() const;
    /// Exact forms of all words.
    std::vector<std::string> forms() const;
};

/// A word that was searched as another one.
struct SpellingCorrection {
    std::size_t node_offset = 0; ///< of its node in the query, in bytes
    std::string node_text;
    Span span;                  ///< of the word in the text of the node
    std::string corrected;      ///< what is searched
    std::size_t end_offset = 0; ///< in the query, if it replaces more than one node; else 0
};

/// A node of a rewritten query.
struct RewrittenNode {
    enum class Kind {
        nothing, ///< left out: over a limit
        words,   ///< a word group
        leaf,    ///< a node that is searched as typed
        group,
    };
    Kind kind = Kind::nothing;
    Role role = Role::any;
    int count = 1; ///< how often it was typed
    WordGroup words;
    const QueryNode *node = nullptr;                              ///< leaf
    std::vector<RewrittenNode> musts, options, filters, excluded; ///< group
};

/// A query after word grouping, spelling correction and synonym lookup; not weighted yet. Refers to
/// the nodes of the query's tree, which outlives it.
struct RewrittenQuery {
    RewrittenNode root;
    std::vector<SpellingCorrection> corrections; ///< in the order of the text
    std::vector<Remark> remarks;

    /// The tree for people: a part per line, children indented by two spaces.
    std::string describe() const;
};

/// The exact forms of texts [first, last).
std::vector<std::string> forms_between(const std::vector<TypedText> &texts, std::size_t first,
                                       std::size_t last);

} // namespace ideary::search
