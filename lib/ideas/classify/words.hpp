// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Small questions about words that are asked all over this room. Text comes in, answers go out.
// Nothing here knows a rule or a phrase.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::ideas {

std::string_view trimmed(std::string_view text);
/// Words between blanks, as they stand.
std::vector<std::string_view> words_of(std::string_view text);
/// `’ ‘ “ ”` become `' "`; `…` becomes `...`.
void straighten_quotes(std::string &text);

/// A letter or digit of a script that puts blanks between words begins at this byte. Han, kana and
/// hangul are none: a phrase may end anywhere among them.
bool is_letter_at(std::string_view text, std::size_t at);
/// The same of the character that ends before this byte.
bool is_letter_before(std::string_view text, std::size_t at);
/// Bytes of the character at this byte (at least 1).
std::size_t letter_size(std::string_view text, std::size_t at);
/// The code point at this byte; 0 at the end.
char32_t point_at(std::string_view text, std::size_t at);

/// Some letter or digit of any script stands in it.
bool has_letter(std::string_view text);
/// Text without the signs and blanks that it ends in (brackets stay).
std::string_view without_final_signs(std::string_view text);
/// Text without the signs, emoji and blanks that it begins with.
std::string_view without_first_signs(std::string_view text);
/// A word without the signs around it.
std::string_view bare_word(std::string_view word);

/// The word begins with a capital letter (scripts without capitals: never).
bool capitalised(std::string_view word);
/// It looks like one or more capitalised words, of which none is in the table of words that names
/// lack: at least `least`, at most `most`. Particles (`van`, `de`) may stand between.
bool looks_like_name(std::string_view text, std::size_t least, std::size_t most);

/// The text is nothing but one address of the web: `https://…` or `www.…`.
bool is_url(std::string_view text);
/// It holds something of the shape of an e-mail address.
bool has_address(std::string_view text);
/// A year 1980–2099 written as a number of its own; the last one in the text, or 0.
int last_year(std::string_view text);

/// The last sentence of a text: what follows the last full stop, question or exclamation mark that
/// a blank follows.
std::string_view last_sentence(std::string_view text);
/// The first sentence, with its sign; the whole text when it has none.
std::string_view first_sentence(std::string_view text);

} // namespace ideary::ideas
