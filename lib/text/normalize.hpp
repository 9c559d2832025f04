// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Normal forms of UTF-8 text. All accept any bytes; invalid ones become U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ideary::text {

/// NFC without control characters (line feeds kept if asked), at most 30 marks on a base character.
std::string normalize_nfc(std::string_view utf8, bool keep_line_feeds = false);
/// NFKC, case fold, accent fold, whitespace collapsed and trimmed: the form in which values
/// compare. (Public as ideary::fold.)
std::string fold_value(std::string_view utf8);
/// The first code points of a text, at most `count`, never half a grapheme.
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
/// Two-letter code of the probable language ("en", "de", "ja" …); empty if unknown (short text, no
/// function words).
std::string guess_language(std::string_view utf8);
/// Two-letter code for an ISO 639 two- or three-letter code or a tag like "en-US"; empty if none.
std::string language_code(std::string_view code);

} // namespace ideary::text
