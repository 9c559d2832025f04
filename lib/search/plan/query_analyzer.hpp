// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ideary/query.hpp"
#include "schema/fields.hpp"
#include "search/context/search_context.hpp"
#include "text/tokens.hpp"

namespace ideary::search {

/// How a query is searched.
struct CompileOptions {
    std::string language; ///< two-letter code of the query
    bool literal = false; ///< no synonyms, no corrections
    bool correct = true;  ///< words that no idea holds may be replaced
};

/// A field whose words are searched; none: the catch-all field.
using Field = std::optional<schema::FieldId>;

/// A word of the query: a token, the parts of a compound, and the pairs of characters of a word in
/// a script without whitespace.
struct QueryWord {
    text::Token token;
    std::vector<text::Token> parts;
    std::vector<std::string> pairs;

    bool is_cjk() const { return token.kind == text::TokenKind::ideograph; }
};

/// A stem that a word is searched by.
struct QueryStem {
    std::string text;
    bool is_other_spelling = false; ///< of the British or American spelling
};

/// Exact forms by position, as in the index: the parts of a compound of two parts or more,
/// otherwise the word.
std::vector<std::string> phrase_forms(const std::vector<QueryWord> &words);

Field field_of(const QueryNode &node);
std::string form_term(const std::string &form, const Field &field);
std::string stem_term(const std::string &stem, const Field &field);

/// Analyzes the text of a query with the query's language and the statistics of the index.
class QueryAnalyzer {
  public:
    QueryAnalyzer(const SearchContext &search, const CompileOptions &how)
        : context(search), options(how) {}

    const SearchContext &context;
    const CompileOptions &options;

    std::vector<QueryWord> words(const std::string &text) const;
    bool has(const std::string &term) const { return context.statistics.has(term); }
    bool is_stop_word(const std::string &form) const;
    /// Whether a node consists of stop words of the catch-all field.
    bool is_stop_word(const QueryNode &node) const;
    std::string stem_of(const std::string &form) const;
    /// The stem in the query's language, and in English that of the other spelling. If the index
    /// has none of them, or the script is not Latin, also stems in the languages of the index.
    std::vector<QueryStem> stems(const text::Token &token, const Field &field) const;
    /// Upper bound of the number of ideas that hold all of these words.
    double max_docs_with(const std::vector<std::string> &forms) const;
    /// How specific some words are together.
    double sum_of_idf(const std::vector<std::string> &forms) const;
    /// The idf of a stem with background documents, divided by its idf in the index; see
    /// weights.hpp.
    double background_idf_ratio(const std::string &stem) const;

  private:
    const index::Stemmer &stemmer() const { return context.analysis.stemmer(options.language); }
};

} // namespace ideary::search
