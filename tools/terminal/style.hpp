// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Colours, hyperlinks and width of text output.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace ideary::tools {

enum class Paint { title, match, dim, heading, bar };
inline constexpr std::size_t paint_count = 5;

/// How text output looks. Without colours all escape sequences are empty.
class Style {
  public:
    /// The style for standard output. Each argument is auto, always or never. Reads NO_COLOR,
    /// TERM, COLUMNS and IDEARY_COLORS. Throws Error (usage) for unusable IDEARY_COLORS.
    static Style of_output(std::string_view color, std::string_view hyperlinks);

    std::string_view start(Paint paint) const;
    std::string_view stop() const { return color ? "\x1b[0m" : ""; }
    /// Returns the text terminal-safe and painted.
    std::string paint(Paint paint, std::string_view text) const;
    /// Returns the text, already safe, as a link to a file; unchanged if the file does not exist.
    std::string link_to_file(const std::string &path, const std::string &text) const;

    bool color = false;
    bool hyperlinks = false;
    std::size_t width = 80; ///< columns

  private:
    std::array<std::string, paint_count> sequences_;
};

} // namespace ideary::tools
