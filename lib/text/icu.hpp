// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// ICU helpers of this module: error translation, normalizers, code point iteration.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace ideary::text {

/// Throws Error (internal) when status is a failure; doing completes "ICU failed while ".
/// The one place where ICU's failures are translated.
void check(UErrorCode status, const char *doing);

const icu::Normalizer2 &nfc();
const icu::Normalizer2 &nfd();
const icu::Normalizer2 &nfkc_fold();

/// ICU's break rules of the root locale, compiled once; clone before use.
const icu::BreakIterator &grapheme_rules();
const icu::BreakIterator &line_rules();

/// The code point at i, which moves past it; U+FFFD for bytes that are no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t &i);
/// The code point that ends before i, which moves to its start.
char32_t previous_code_point(std::string_view text, std::size_t &i);
void append_code_point(std::string &text, char32_t point);

icu::UnicodeString to_utf16(std::string_view utf8);
std::string to_utf8(const icu::UnicodeString &text);

/// Whether a code point hangs on the one before it (a combining mark of any kind).
bool is_mark(char32_t point);
/// Letter, digit or underscore.
bool is_word_point(char32_t point);
/// ASCII letter in lower case; other bytes unchanged.
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_ascii(std::string_view text);

} // namespace ideary::text
