// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tokens to terms, for ideas and queries alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/fields.hpp"
#include "text/tokens.hpp"

namespace ideary::index {

/// Longest term, in bytes and code points. A term holds no NUL.
inline constexpr std::size_t max_term_bytes = 240;
inline constexpr std::size_t max_term_points = 64;

/// Snowball stem of a folded form in a language (two-letter code); the form itself where the
/// language has no stemmer or the token is no word. Also takes the plural s off vowelless words of
/// four letters and more (cdns, prs). One object a thread.
class Stemmer {
  public:
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer &&) noexcept;
    Stemmer &operator=(Stemmer &&) noexcept;
    std::string stem(const text::Token &token) const;
    /// Whether a word and its stem always begin with the same byte: where only endings are cut.
    bool keeps_start() const;
    /// Whether the folded form is a stop word of the language.
    bool is_stop_word(std::string_view form) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Term of an exact form, in the catch-all field or a field of its own.
std::string word_term(std::string_view form);
std::string word_term(std::string_view form, schema::FieldId field);
/// Term of a stem.
std::string stem_term(std::string_view stem);
std::string stem_term(std::string_view stem, schema::FieldId field);
/// Term of a whole folded value of a tag; values too long are cut and end in a hash.
std::string value_term(schema::FieldId field, std::string_view folded);
/// Term of a year ("Y2024").
std::string year_term(int year);
std::string id_term(std::string_view id);
std::string source_key_term(std::string_view source_key);

/// Languages that have a stemmer here, joined: part of the fingerprint.
std::string stemmer_fingerprint();
/// Analyzer, stemmers, field weights: what an index was made with.
std::string fingerprint();

} // namespace ideary::index
