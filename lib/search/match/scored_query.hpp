// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What has to match, with which weight: a plan's tree, a value. It can be printed, matched, and
// explained for one idea; nobody who reads it needs the engine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/fields.hpp"

namespace ideary::search {

struct ScoredQuery {
    enum class Kind {
        nothing,    ///< matches no idea
        everything, ///< matches every idea, and weighs nothing
        term,       ///< ideas with a term
        phrase,     ///< with terms that follow each other; weighs what its terms weigh
        near,       ///< with terms in any order within a number of positions; the same
        values,     ///< with one of many values of a field; weighs nothing
        years,      ///< of a range of years; weighs nothing
        any,        ///< one child or more matches: the sum of those
        all,        ///< all children match: their sum
        best,       ///< one child or more matches: the one that weighs most
        maybe,      ///< the first child matches; the others add to it
        filter,     ///< all children match; only the first has a weight
        without,    ///< the first child matches and none of the others does
    };
    Kind kind = Kind::nothing;
    double factor = 1;              ///< of what it weighs
    std::vector<std::string> terms; ///< of the index. term: one; phrase, near: in order
    std::uint32_t reach = 0;        ///< near: how many positions hold all its terms
    schema::FieldId field{};        ///< values
    std::vector<bool> ordinals;     ///< values: of the field's column
    int from = 0, to = 0;           ///< years
    std::vector<ScoredQuery> children;

    bool empty() const { return kind == Kind::nothing; }
    /// Whether its children are looked at; the others are matched as a whole.
    bool is_group() const { return kind >= Kind::any; }
};

/// Matches every idea.
ScoredQuery everything();
/// Matches ideas with a term of the index.
ScoredQuery term_clause(std::string term);
/// A phrase of terms; of one term only that.
ScoredQuery phrase_clause(std::vector<std::string> terms);
ScoredQuery near_clause(std::vector<std::string> terms, std::uint32_t reach);
ScoredQuery years_clause(int from, int to);

ScoredQuery scaled(ScoredQuery clause, double factor);
/// A group. What matches nothing is left out where that changes nothing, else nothing matches; a
/// group of one is its child.
ScoredQuery combined(ScoredQuery::Kind kind, std::vector<ScoredQuery> children);

/// The clause in words: one part a line, two blanks deeper within a group. frequency: of a term,
/// how many ideas hold it.
std::string in_words(const ScoredQuery &clause,
                     const std::function<std::uint64_t(const std::string &)> &frequency);

} // namespace ideary::search
