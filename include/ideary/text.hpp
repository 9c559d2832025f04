// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/export.hpp"

namespace ideary {

/// A stretch of bytes of a text.
struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;
    bool operator==(const Span &) const = default;
};

/// Plain text, and which parts of it matched: in order, never overlapping, never half a character.
struct MarkedText {
    std::string text;
    std::vector<Span> marks;
};

/// HTML of a marked text: `& < > " '` escaped, the marks between open and close as given.
IDEARY_API std::string to_html(const MarkedText &text, std::string_view open = "<mark>",
                               std::string_view close = "</mark>");
/// Text that cannot command a terminal: control characters, escapes and invalid UTF-8 become
/// U+FFFD or a blank, bidirectional controls go; line feeds stay only where asked.
IDEARY_API std::string terminal_safe(std::string_view text, bool keep_line_feeds = false);
/// Marked text for a terminal: terminal_safe, the marks between open and close as given.
IDEARY_API std::string to_terminal(const MarkedText &text, std::string_view open,
                                   std::string_view close);
/// Columns that a text takes on a terminal (East Asian wide characters and emoji take two).
IDEARY_API std::size_t display_width(std::string_view text);
/// The longest start of text of at most width columns, cut between graphemes; `…` when cut.
IDEARY_API std::string fit_width(std::string_view text, std::size_t width);
/// Text broken into lines of at most width columns, between words where possible.
IDEARY_API std::vector<std::string> wrap(std::string_view text, std::size_t width);
/// Case, accents and width folded: two values are one when their folds are equal.
IDEARY_API std::string fold(std::string_view text);
/// The candidate closest to word by edit distance, or empty when none is near.
IDEARY_API std::string closest(std::string_view word, const std::vector<std::string> &candidates);

} // namespace ideary
