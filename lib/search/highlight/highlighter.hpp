// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Finds and marks what a query matched in a text, by analyzing the text again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/text.hpp"
#include "search/context/analysis_context.hpp"
#include "search/context/highlight_terms.hpp"

namespace ideary::search {

/// A matched part of a text. Equal numbers stand for the same term.
struct MatchSpan {
    Span span;
    std::size_t term_id = 0;
};

struct AnalyzedText {
    std::vector<Span> words;        ///< in order; a compound is one word
    std::vector<MatchSpan> matches; ///< in order, not overlapping
};

/// Analyzes a text in its language and finds the terms.
AnalyzedText analyze(std::string_view text, const std::string &language,
                     const HighlightTerms &terms, AnalysisContext &analysis);

/// The whole text, marked.
MarkedText mark(std::string_view text, const AnalyzedText &analyzed);

/// The passage that holds most terms, cut between words: at most `max` code points, including the
/// ellipses where it is cut; line feeds become spaces. Without a match, the start of the text.
MarkedText snippet(std::string_view text, const AnalyzedText &analyzed, std::size_t max);

} // namespace ideary::search
