// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ideary/explain.hpp"
#include "schema/fields.hpp"

namespace ideary::search {

/// The part of a query that a term stands for.
struct TypedSpan {
    std::size_t offset = 0, length = 0; ///< of the query text, in bytes
    std::string text;                   ///< the words, with their `*` or `~`
};

/// What an idea has to match and how it scores: the tree of a compiled query. A value; it refers to
/// no index.
struct ScoredQuery {
    enum class Kind {
        match_none, ///< no idea
        match_all,  ///< every idea; scores nothing
        term,       ///< ideas with a term
        phrase,     ///< terms that follow each other; scores the sum of its terms
        near,       ///< terms in any order within near_window; scores the sum of its terms
        values,     ///< one of many values of a field; scores nothing
        years,      ///< a range of years; scores nothing
        or_,        ///< at least one child: their sum
        and_,       ///< every child: their sum
        dis_max,    ///< at least one child: the highest score
        and_maybe,  ///< the first child; the others add to its score
        filter,     ///< every child; only the first scores
        and_not,    ///< the first child without the others
    };
    Kind kind = Kind::match_none;
    double boost = 1;               ///< factor of the score
    std::vector<std::string> terms; ///< index terms. term: one; phrase, near: in order
    std::uint32_t near_window = 0;  ///< near: number of positions that hold all terms
    schema::FieldId field{};        ///< values
    std::vector<bool> ordinals;     ///< values: by ordinal of the field's column
    int from = 0, to = 0;           ///< years
    std::vector<ScoredQuery> children;

    Origin origin = Origin::related; ///< of terms; related: not from the query
    TypedSpan typed;                 ///< what the terms, or a word group, stand for
    bool is_quoted = false;          ///< typed in quotation marks or within NEAR
    bool is_bigrams = false;         ///< and_: the pairs of characters of one word

    bool empty() const { return kind == Kind::match_none; }
    bool is_group() const { return kind >= Kind::or_; }
    /// Whether it consists of words: a term that is no value, a phrase, NEAR.
    bool is_text() const;
};

ScoredQuery match_all();
ScoredQuery term_query(std::string term);
/// A single term is a term query.
ScoredQuery phrase_query(std::vector<std::string> terms);
ScoredQuery near_query(std::vector<std::string> terms, std::uint32_t near_window);
ScoredQuery year_range_query(int from, int to);

ScoredQuery boosted(ScoredQuery query, double boost);
/// Sets the origin and the typed span of every part that has none.
ScoredQuery with_origin(ScoredQuery query, Origin origin, const TypedSpan &typed);
/// A group. Empty children are dropped where that changes nothing; otherwise the group is empty. A
/// group of one child is that child.
ScoredQuery make_group(ScoredQuery::Kind kind, std::vector<ScoredQuery> children);

/// Calls f with each part that may match a hit, from the root on: not what and_not excludes. f
/// returns whether to visit the children.
void visit_included(const ScoredQuery &query, const std::function<bool(const ScoredQuery &)> &f);

/// The query for people: a part per line, children indented by two spaces.
std::string describe(const ScoredQuery &query,
                     const std::function<std::uint64_t(const std::string &)> &doc_frequency);

} // namespace ideary::search
