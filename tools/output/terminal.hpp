// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Writes text to standard output or standard error: safe, coloured, wrapped to the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <ideary/text.hpp>

namespace ideary::tools {

/// Thrown when the reader of standard output closed the pipe: the command ends quietly.
struct ClosedPipe {};

/// Standard output, buffered. All calls throw ClosedPipe, or Error (io) when it cannot be written.
class Output {
  public:
    void write(std::string_view text);
    void line(std::string_view text);
    /// Writes the buffer out. Without a flush at the end, text can be lost.
    void flush();

  private:
    std::string buffer_;
};

enum class Paint { title, mark, dim, heading };

/// Colours and width of text output.
struct Style {
    bool colour = false;
    std::size_t width = 80;

    /// The style for standard output. when: auto, always or never. Reads NO_COLOR, TERM, COLUMNS.
    static Style of_output(std::string_view when);
    std::string_view start(Paint paint) const;
    std::string_view stop() const;
    /// Returns the text terminal-safe and painted.
    std::string paint(Paint paint, std::string_view text) const;
};

/// Wraps the text to style.width columns, with an indent before each line and with marks painted.
/// base is the paint of the whole text. Each line ends with a line feed; an empty text has no line.
std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style);
std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style, Paint base);
std::string paragraph(std::string_view text, std::size_t indent, const Style &style);

/// Prints a terminal-safe line to standard error. Write errors are ignored.
void print_error(std::string_view text);
bool stderr_is_terminal();

/// Opens the descriptors 0, 1 and 2 if they are closed, so that no file that is opened later gets
/// one of them and receives output.
void reserve_standard_streams();

} // namespace ideary::tools
