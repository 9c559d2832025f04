// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Wraps, cuts and aligns text for the width of a terminal, with marks painted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <ideary/text.hpp>

#include "terminal/style.hpp"

namespace ideary::tools {

/// Wraps the text to style.width columns, with an indent before each line and with marks painted.
/// base is the paint of the whole text. Each line ends with a line feed; an empty text has no line.
std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style,
                      std::optional<Paint> base = std::nullopt);
std::string paragraph(std::string_view text, std::size_t indent, const Style &style);

/// Text that is ready to be printed, and its width in columns.
struct Cell {
    std::string text;
    std::size_t width = 0;
};

/// Cuts the text at the end of a word to at most width columns, `…` when cut, and paints it.
Cell cell(const MarkedText &text, std::size_t width, const Style &style,
          std::optional<Paint> base = std::nullopt);
Cell cell(std::string_view text, std::size_t width, const Style &style,
          std::optional<Paint> base = std::nullopt);
/// Pads the cell with spaces on the right.
std::string padded(const Cell &cell, std::size_t width);
/// A line with left at the indent and right at the right margin.
std::string two_sides(std::size_t indent, const Cell &left, const Cell &right, const Style &style);

} // namespace ideary::tools
