// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Normal forms of UTF-8 text. All accept any bytes; invalid ones become U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ideary::text {

/// NFC, control characters out (line feeds kept when asked), at most 30 marks on a base character.
std::string normalize_nfc(std::string_view utf8, bool keep_line_feeds = false);
/// NFKC, case fold, accents off, blanks collapsed and trimmed: the form in which values compare.
/// (Declared for users as ideary::fold.)
std::string fold_value(std::string_view utf8);
/// At most `points` code points, never half a grapheme.
std::string truncate(std::string_view utf8, std::size_t points);
/// Letters and digits of any script, folded, `-` between words, at most max_points code points cut
/// at a word; empty where nothing is left.
std::string slug(std::string_view utf8, std::size_t max_code_points = 60);
/// E-mail addresses replaced by `…`.
std::string mask_addresses(std::string_view utf8);
/// Number of code points.
std::size_t count_code_points(std::string_view utf8);
/// A key whose byte order is ICU's root collation order.
std::string collation_key(std::string_view utf8);
/// Two-letter code of the language that text is probably in ("en", "de", "ja" …); empty when it
/// cannot be told (short text, no function words known).
std::string guess_language(std::string_view utf8);
/// Two-letter code for an ISO 639 two- or three-letter code or a tag like "en-US"; empty if none.
std::string language_code(std::string_view code);

} // namespace ideary::text
