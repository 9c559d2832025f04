// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What of a text matched, found by taking it apart again.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/text.hpp"
#include "search/context/analysis_context.hpp"

namespace ideary::search {

/// The forms that a query looked for.
struct Wanted {
    std::set<std::string, std::less<>> forms;      ///< exact
    std::set<std::string, std::less<>> stems;      ///< by the stemmer of the text's language
    std::vector<std::vector<std::string>> phrases; ///< exact forms, one behind another
    std::vector<std::vector<std::string>> runs;    ///< pairs of characters, one behind another

    bool empty() const { return forms.empty() && stems.empty() && phrases.empty() && runs.empty(); }
};

/// One matched stretch of a text, and a number for what it matched: equal ones say the same.
struct Match {
    Span span;
    std::size_t what = 0;
};

/// A text and where its words begin and end.
struct Read {
    std::vector<Span> words;    ///< in order; a compound is one
    std::vector<Match> matches; ///< in order, never overlapping
};

/// Takes a text of a language apart and finds what was wanted.
Read read(std::string_view text, const std::string &language, const Wanted &wanted,
          AnalysisContext &bench);

/// All of a text, marked.
MarkedText mark(std::string_view text, const Read &read);

/// The passage of a text with the most of what was wanted: at most max code points with the `…`
/// where it is cut, between words; line feeds become blanks. The beginning when nothing matched.
MarkedText snippet(std::string_view text, const Read &read, std::size_t max);

} // namespace ideary::search
