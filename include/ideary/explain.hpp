// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ideary/export.hpp"

namespace ideary {

/// Why a term was searched.
enum class Origin {
    typed,     ///< typed, in this or another form of the word
    corrected, ///< the correction of a word that no idea holds
    synonym,   ///< a synonym of what was typed
    prefix,    ///< begins with what was typed before a `*`
    fuzzy,     ///< at most one edit away from what was typed before a `~`
    related,   ///< a feedback term of the best hits: it fills a short list, or expands the query
};
/// Returns "typed", "corrected" and so on.
IDEARY_API const char *origin_name(Origin origin);

/// Kind of an index term.
enum class TermKind {
    stem,   ///< stands for all forms of a word
    exact,  ///< one form of a word
    phrase, ///< exact forms that follow each other
    near,   ///< exact forms that stand close to each other
    other,  ///< none of these
};
/// Returns "stem", "exact" and so on.
IDEARY_API const char *term_kind_name(TermKind kind);

/// What one term contributed to the score of one hit.
struct Contribution {
    std::string term; ///< folded, as in the index; of a phrase its words
    TermKind kind = TermKind::exact;
    std::string field; ///< the field searched; empty: all texts of an idea
    Origin origin = Origin::typed;
    std::string typed; ///< the words of the query that it stands for; empty: none
    /// The texts of this idea that hold it: title, section, body, author, source_title.
    std::vector<std::string> found_in;
    std::uint64_t ideas = 0; ///< number of ideas that hold the term
    double occurrences = 0;  ///< of a single term in this idea, weighted by field: 1 in the body;
                             ///< 0 for phrases
    double score = 0;
};

/// How a query was understood.
struct QueryExplanation {
    std::string language;  ///< two-letter code of the stemmer
    std::string tree;      ///< the parsed query, a node per line, indented
    std::string rewritten; ///< after corrections and synonym lookup, a part per line, indented
    std::string plan;      ///< the terms searched, with boosts, a part per line, indented
};

} // namespace ideary
