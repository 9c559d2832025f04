// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The folded form of a word: NFKC, case and accents off. One rule for values, tokens and slugs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ideary::text {

/// At most this many marks stay on one base character: ICU sorts marks in quadratic time.
inline constexpr std::size_t max_marks = 30;

/// Text with marks beyond max_marks on a base taken out.
std::string cap_marks(std::string_view utf8);

/// Folded form. Accents go from Latin, Greek and bare characters; in Cyrillic ё is е, stress
/// marks go, й and ї stay; Arabic and Hebrew lose vowel points; signs that make a letter (kana
/// voicing, Thai and Indic vowels) stay. ł ø æ ı and their like become ASCII, digits of any script
/// too.
std::string fold_form(std::string_view utf8);
/// The same for any text, without the table of common letters. For tests.
std::string fold_reference(std::string_view utf8);

/// fold_form with a memory, for many short words: what it had to ask ICU for it keeps, up to a
/// bound. Not for two threads at once.
class Folder {
  public:
    std::string fold(std::string_view utf8);

  private:
    const std::string &known(std::string_view key);
    std::unordered_map<std::string, std::string> known_;
};

/// Whether a code point is a letter that folds independently of its neighbours (unless a mark
/// follows); then `folded` is its folded form.
bool simple_letter(char32_t point, std::string_view &folded);

} // namespace ideary::text
