// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A lexeme becomes a leaf of the tree: a word, phrase, prefix, value or range.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ideary/query.hpp"
#include "query/lexer.hpp"

namespace ideary::query {

/// Builds leaves and counts what they cost.
class TermBuilder {
  public:
    explicit TermBuilder(std::vector<Remark> &remarks) : remarks_(remarks) {}
    /// The leaf of a bareword or quoted lexeme, with the field before it, if any; nothing if it
    /// exceeds the limit of words.
    std::optional<QueryNode> make(const Lexeme &lexeme, const std::optional<Lexeme> &field);

  private:
    QueryNode leaf(const Lexeme &lexeme, const std::optional<Lexeme> &field);
    QueryNode number(const Lexeme &lexeme, const Lexeme &field);
    QueryNode::Kind kind(const Lexeme &lexeme, bool tag);
    bool fits(const QueryNode &node, std::size_t words);
    bool leave_out(const QueryNode &node, bool &said, const char *why);

    std::vector<Remark> &remarks_;
    std::set<std::string> seen_;
    std::size_t words_ = 0, phrases_ = 0;
    bool full_ = false, full_of_phrases_ = false;
};

} // namespace ideary::query
