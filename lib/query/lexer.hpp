// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Splits a query into lexemes: words, quotes, punctuation, operators. A lexeme keeps the bytes it
// covers, so that remarks can point at them. The lexer knows field names and word boundaries, but
// neither the grammar nor any index.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "schema/fields.hpp"
#include "text/tokens.hpp"

namespace ideary::query {

enum class LexemeKind {
    end,
    open,  ///< (
    close, ///< )
    plus,  ///< + right before something
    minus, ///< - right before something
    op_and,
    op_or,
    op_not,
    op_near,     ///< NEAR or NEAR/n
    field,       ///< a known field's name and its colon; the value follows
    bareword,    ///< text between whitespace
    quoted,      ///< text between quotation marks
    punctuation, ///< text without letters and digits
};

struct Lexeme {
    LexemeKind kind = LexemeKind::end;
    std::size_t offset = 0, length = 0; ///< in the query, with quotation marks and signs
    std::string text;                   ///< chunk, quoted: from its first word to its last
    std::string raw;                    ///< chunk, quoted: all of it
    std::size_t start = 0;              ///< in raw: after the schemes of URLs
    std::size_t words = 0;              ///< tokens of text, parts of compounds not counted
    std::size_t points = 0;             ///< code points of its last word
    bool digits = false;                ///< text holds a digit
    bool star = false, tilde = false;   ///< directly after the last word
    int distance = 0;                   ///< op_near
    schema::FieldId field{};            ///< field
};

/// Cuts a query into lexemes. Linear in the text; takes any bytes.
class Lexer {
  public:
    /// Text and remarks have to outlive the lexer.
    Lexer(std::string_view text, std::vector<Remark> &remarks) : text_(text), remarks_(remarks) {}
    Lexeme next();

  private:
    Lexeme sign(LexemeKind kind, std::size_t length);
    Lexeme quote(std::size_t mark);
    Lexeme bareword();
    bool is_unary(char sign) const;
    bool opens_quote() const;
    bool read_field(Lexeme &lexeme);
    bool skip_schemes(Lexeme &lexeme);
    void measure(Lexeme &lexeme, std::size_t max_tokens, const char *over);
    void remark(std::size_t offset, std::size_t length, const char *text);

    std::string_view text_;
    std::vector<Remark> &remarks_;
    std::size_t at_ = 0;
    bool value_ = false;                 ///< the last lexeme was a field
    bool after_prefix_operator_ = false; ///< a prefix operator precedes without whitespace
    text::Analyzer analyzer_;
    std::vector<text::Token> tokens_;
};

/// Turns a bareword whose raw text is AND, OR, NOT, NEAR or NEAR/n into that operator.
bool read_operator(Lexeme &lexeme);

/// Adds what the parser or the lexer has to say.
void add_remark(std::vector<Remark> &remarks, std::size_t offset, std::size_t length,
                const char *text);

} // namespace ideary::query
