// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Predicates and views over words, independent of rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::ideas {

inline constexpr std::size_t max_title_bytes = 4096; ///< of one title or section name

/// The longest start of whole characters of at most `bytes` bytes.
std::string_view start_of(std::string_view text, std::size_t bytes);
std::string_view trimmed(std::string_view text);
/// Words between whitespace, punctuation included.
std::vector<std::string_view> words_of(std::string_view text);

/// A letter or digit of a script that puts spaces between words begins at this byte. Han, kana and
/// hangul are none: a phrase may end anywhere among them.
bool is_letter_at(std::string_view text, std::size_t at);
/// The same for the character that ends before this byte.
bool is_letter_before(std::string_view text, std::size_t at);
/// Bytes of the character at this byte (at least 1).
std::size_t letter_size(std::string_view text, std::size_t at);
/// The code point at this byte; 0 at the end.
char32_t point_at(std::string_view text, std::size_t at);

/// Some letter or digit of any script stands in it.
bool has_letter(std::string_view text);
/// Text without the punctuation and spaces that it ends in (brackets stay).
std::string_view without_final_punctuation(std::string_view text);
/// Text without the punctuation, emoji and spaces that it begins with.
std::string_view without_leading_punctuation(std::string_view text);
/// A word without the punctuation around it.
std::string_view bare_word(std::string_view word);

/// The word begins with a capital letter (scripts without capitals: never).
bool capitalised(std::string_view word);
/// It looks like one or more capitalised words, of which none is in the table of words that names
/// lack: at least `least`, at most `most`. Particles (`van`, `de`) may stand between.
bool looks_like_name(std::string_view text, std::size_t least, std::size_t most);

/// The text is nothing but one address of the web: `https://…` or `www.…`.
bool is_url(std::string_view text);
/// It holds something that looks like an e-mail address.
bool has_address(std::string_view text);
/// A year 1980–2099 written as a number of its own; the last one in the text, or 0.
int last_year(std::string_view text);

/// The last sentence of a text: what follows the last full stop, question or exclamation mark that
/// a space follows.
std::string_view last_sentence(std::string_view text);
/// The first sentence, with its mark; the whole text when it has none.
std::string_view first_sentence(std::string_view text);

} // namespace ideary::ideas
