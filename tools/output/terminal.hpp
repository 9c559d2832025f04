// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Text comes in; it goes out to standard output or standard error, made safe, coloured, and as wide
// as the terminal. It must not know what the text says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <ideary/text.hpp>

namespace ideary::tools {

/// The reader of standard output went away: the command ends quietly.
struct ClosedPipe {};

/// Standard output, buffered. All calls throw ClosedPipe, or Error (io) when it cannot be written.
class Output {
  public:
    void write(std::string_view text);
    void line(std::string_view text);
    /// Throws also for what was written before; without it nothing is promised to be out.
    void flush();

  private:
    std::string buffer_;
};

enum class Paint { title, mark, dim, heading };

/// How text for a person looks.
struct Style {
    bool colour = false;
    std::size_t width = 80;

    /// For standard output. when is auto, always or never; environment: NO_COLOR, TERM, COLUMNS.
    static Style of_output(std::string_view when);
    std::string_view start(Paint paint) const;
    std::string_view stop() const;
    /// The text, made safe and painted.
    std::string paint(Paint paint, std::string_view text) const;
};

/// The text in lines of at most style.width columns, each with the indent before it, marks painted.
/// base is what is on for the whole text. Every line ends with a line feed; no text, no line.
std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style);
std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style, Paint base);
std::string paragraph(std::string_view text, std::size_t indent, const Style &style);

/// A sentence to standard error, on one line, safe for a terminal. Failures to write are ignored.
void complain(std::string_view text);
bool errors_are_seen(); ///< standard error is a terminal

/// Makes sure that the descriptors 0, 1 and 2 are taken, so that no file that is opened later gets
/// one of them and is written into.
void hold_standard_streams();

} // namespace ideary::tools
