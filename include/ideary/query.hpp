// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/export.hpp"
#include "ideary/idea.hpp"

namespace ideary {

/// One node of a query's tree. Which members count depends on kind.
struct QueryNode {
    enum class Kind {
        everything, ///< matches all ideas (an empty query)
        nothing,    ///< matches none (only signs were typed)
        word,       ///< text; field may restrict it
        phrase,     ///< text: the words in this order, exact forms
        prefix,     ///< text: the start of words, without the star
        fuzzy,      ///< text: a word with at most one typo
        near,       ///< children are words or phrases; distance
        value,      ///< field (a tag) whose value holds the words of text in order
        range,      ///< field (a number) from..to, either may be open
        any,        ///< children: at least one; the more the better
        all,        ///< children: each
        query,      ///< a whole query: children any; must and must_not are flags of the children
    };
    Kind kind = Kind::everything;
    std::string text;     ///< as typed, without operators and quotes
    std::string field;    ///< canonical field name, or empty
    int distance = 0;     ///< near
    std::optional<int> from, to; ///< range
    bool must = false;     ///< `+`: has to match, without synonyms
    bool must_not = false; ///< `-` or NOT: must not match
    std::size_t offset = 0, length = 0; ///< where it stands in the query, in bytes
    std::vector<QueryNode> children;
};

/// A query: a value that needs no index. Copyable, comparable by canonical().
class IDEARY_API Query {
  public:
    /// Reads what a person typed. Never throws on any text; what it could not use is a remark.
    /// all: every word has to match (the option --all).
    static Query parse(std::string_view text, bool all = false);

    const std::string &text() const { return text_; }
    const QueryNode &tree() const { return tree_; }
    const std::vector<Remark> &remarks() const { return remarks_; }
    /// The tree printed in the query language: parsing it again gives the same tree.
    std::string canonical() const;
    /// The tree, one node a line, indented: for people and tests.
    std::string outline() const;

  private:
    std::string text_;
    QueryNode tree_;
    std::vector<Remark> remarks_;
};

} // namespace ideary
