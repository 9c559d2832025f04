// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/plan/phrase_compiler.hpp"

namespace ideary::search {

/// Compiles words into terms. Queries carry no origin except where a term is not the word typed.
class WordCompiler {
  public:
    WordCompiler(const QueryAnalyzer &analyzer, PhraseCompiler &phrases)
        : analyzer_(analyzer), phrases_(phrases) {}

    /// Text that was typed without whitespace. Several words (a path, a script without whitespace)
    /// match as Role says: any of them, all of them, or for an exclusion as a phrase.
    ScoredQuery text(const TypedText &typed, Role role);
    /// A word, a compound or a word of a script without whitespace.
    ScoredQuery query_word(const QueryWord &word, const Field &field, Role role);
    /// The stems of a token, and its exact form with a small boost. Stop words are not indexed as
    /// stems and do not score.
    ScoredQuery word(const text::Token &token, const Field &field);

  private:
    ScoredQuery compound(const QueryWord &word, const Field &field, Role role);
    ScoredQuery compound_parts(const QueryWord &word, const Field &field);
    ScoredQuery cjk_word(const QueryWord &word, const Field &field);
    ScoredQuery boosted_by_burstiness(const std::string &term, const Field &field) const;

    const QueryAnalyzer &analyzer_;
    PhraseCompiler &phrases_;
    std::size_t compounds_ = 0;
};

} // namespace ideary::search
