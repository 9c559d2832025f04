// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A query while it is read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "query/filters.hpp"
#include "query/lexer.hpp"
#include "query/parser.hpp"
#include "query/term_builder.hpp"

namespace ideary::query {

/// `+`, `-` and NOT before the operand that is parsed next.
struct PrefixOperators {
    bool must = false, negated = false;
    std::optional<Lexeme> first; ///< set when there is any
};

/// One pair of parentheses, or the whole query, while it is parsed.
struct ParenGroup {
    Lexeme opened;
    std::vector<GroupItem> items;        ///< joined by OR or by nothing
    std::vector<QueryNode> and_operands; ///< joined by AND: the item being parsed
    bool joined_by_or = false;           ///< OR precedes the operands
    std::optional<Lexeme> joiner;        ///< an operator without its right operand
    PrefixOperators prefix;
    std::optional<Lexeme> field;       ///< of what comes next
    std::optional<Lexeme> group_field; ///< of everything in these parentheses
};

/// Parses lexemes in one pass, with open parentheses on a stack of its own: no text exhausts the
/// program's stack.
class Parser {
  public:
    Parser(std::string_view text, bool all)
        : text_(text), all_(all), lexer_(text, remarks_), term_builder_(remarks_), open_groups_(1) {
    }
    Parsed run();

  private:
    void take(const Lexeme &lexeme);
    void open(const Lexeme &lexeme);
    void close(const Lexeme &lexeme);
    void join_with(const Lexeme &lexeme);
    void leaf(const Lexeme &lexeme);
    void sign(const Lexeme &lexeme);
    void drop_prefix_operators();
    void operand(QueryNode node);
    bool join_near(QueryNode &left, QueryNode &right, const Lexeme &near);
    void end_item(ParenGroup &group, bool joined_by_or);
    QueryNode end_group(ParenGroup &group);
    QueryNode root();
    QueryNode operators_as_words();
    void remark(const Lexeme &lexeme, const char *text) {
        add_remark(remarks_, lexeme.offset, lexeme.length, text);
    }

    std::string_view text_;
    bool all_;
    std::vector<Remark> remarks_;
    Lexer lexer_;
    TermBuilder term_builder_;
    std::vector<ParenGroup> open_groups_; ///< never empty; the first is the whole query
    std::size_t ignored_ = 0;             ///< parentheses open beyond the limit
    std::vector<Lexeme> operators_;
    bool cut_ = false;
    bool anything_ = false;
};

} // namespace ideary::query
