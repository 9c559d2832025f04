// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ideary/export.hpp"

namespace ideary {

/// How a term came into the search.
enum class Origin {
    typed,     ///< it was typed, in this or another form of the word
    corrected, ///< the word that was probably meant by one that no idea holds
    synonym,   ///< says the same as what was typed
    start,     ///< begins as typed before a `*`
    typo,      ///< one edit away from what was typed before a `~`
    related,   ///< taken from the ideas found: to fill a short list from below, or to expand
};
/// "typed", "corrected" and so on.
IDEARY_API const char *origin_name(Origin origin);

/// What a term is to the index.
enum class TermKind {
    stem,   ///< stands for all forms of a word
    exact,  ///< one form of a word
    phrase, ///< exact forms that follow each other
    near,   ///< exact forms that stand close to each other
    other,  ///< a part of the query that has no simple name
};
/// "stem", "exact" and so on.
IDEARY_API const char *term_kind_name(TermKind kind);

/// What one term gave to the score of one hit.
struct Contribution {
    std::string term; ///< as in the index, folded; of a phrase its words
    TermKind kind = TermKind::exact;
    std::string field; ///< the field it was sought in; empty: all texts of an idea
    Origin origin = Origin::typed;
    std::string typed; ///< the words of the query that it stands for; empty: not known
    /// Which texts of this idea hold it: title, section, body, author, source_title.
    std::vector<std::string> found_in;
    std::uint64_t ideas = 0; ///< of the index that hold the term
    double occurrences = 0;  ///< of a stem or exact form in this idea, weighted by field; a word
                             ///< of the body counts 1; 0 where it is not one term
    double score = 0;
};

/// How a query was understood.
struct QueryExplanation {
    std::string language; ///< two-letter code of the stemmer
    std::string tree;     ///< what was parsed, one node a line, indented
    std::string plan;     ///< what was searched, in words, one part a line, indented
};

} // namespace ideary
