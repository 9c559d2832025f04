// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Makes tokens out of the segments that the break rules found: compounds, their parts, pairs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.hpp"
#include "text/tokens.hpp"

namespace ideary::text {

/// Longest form of a token, in code points.
inline constexpr std::size_t max_token_code_points = 64;
/// No folded form of at most 64 code points comes from more letters than this (Hangul written as
/// three jamo a syllable is the densest), so that longer words need not be folded to be dropped.
inline constexpr std::size_t max_letters = 4 * max_token_code_points;

/// ASCII form of a character that joins words, also of its typographic and full-width variants; 0
/// for other characters.
char joiner_of(char32_t point);

/// Appends tokens for one text. Segments come in the order of the text; offsets count its bytes.
class TokenEmitter {
  public:
    TokenEmitter(std::string_view text, std::vector<Token> &tokens, Folder &folder)
        : text_(text), tokens_(tokens), folder_(folder) {}

    /// A plain word or compound of letters, digits and joining signs. With parts_only (inside a
    /// URL) the compound itself is left out.
    void word(std::size_t begin, std::size_t end, bool parts_only = false);
    /// Letters and digits alone, already folded.
    void folded_word(std::size_t begin, std::size_t end, std::string form);
    /// A folded word whose form is not needed; ASCII.
    void skipped_word(std::size_t begin, std::size_t end);
    /// Digits with commas: a grouped number (10,000) or several.
    void numbers(std::size_t begin, std::size_t end);
    void emoji(std::size_t begin, std::size_t end);
    /// A run of a dictionary script; bounds are the words' ends, the first one the run's start.
    void dictionary_run(const std::vector<std::size_t> &bounds);

  private:
    struct Chain;
    void read_prefix(Chain &chain);
    void read_chain(Chain &chain);
    std::size_t read_joiner(Chain &chain, std::size_t at, std::size_t piece);
    bool joins_version(const Chain &chain, std::size_t at, std::size_t after) const;
    void piece(Chain &chain, std::size_t begin, std::size_t end, std::string_view suffix);
    void versioned(Chain &chain, std::size_t begin, std::size_t end);
    void part(Chain &chain, std::size_t begin, std::size_t end, std::string form);
    void close(Chain &chain);
    bool push(std::size_t begin, std::size_t end, std::string form, TokenKind kind);
    void hangul_pairs(std::size_t begin, std::size_t end, std::string_view form);
    char32_t before(std::size_t at) const;
    char32_t after(std::size_t at) const;
    std::string fold_slice(std::size_t begin, std::size_t end);

    std::string_view text_;
    std::vector<Token> &tokens_;
    Folder &folder_;
    std::uint32_t position_ = 1;
};

} // namespace ideary::text
