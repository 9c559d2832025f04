// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Standard output, with a pager for long text, and messages on standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace ideary::tools {

/// Thrown when the reader of standard output closed the pipe: the command ends quietly.
struct ClosedPipe {};

/// Buffered standard output. All calls throw ClosedPipe, or Error (io) when writing fails.
class Output {
  public:
    Output() = default;
    ~Output();
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    /// If wanted, pipes text to a pager once it is taller than the terminal. No effect without one.
    void use_pager(bool wanted);
    void write(std::string_view text);
    void line(std::string_view text);
    /// Writes the buffer out. Without a flush at the end, text can be lost.
    void flush();
    /// Writes the buffer out and waits until the pager has ended.
    void finish();

  private:
    void start_pager();
    int end_pager();

    std::string buffer_;
    std::string pager_;         ///< a command of the shell; empty: no pager
    std::size_t rows_left_ = 0; ///< before the pager starts
    int descriptor_ = 1;
    pid_t process_ = 0; ///< of the pager; 0: not started
};

/// Prints a terminal-safe line to standard error. Write errors are ignored.
void print_error(std::string_view text);
bool stderr_is_terminal();

/// Opens the descriptors 0, 1 and 2 if they are closed, so that no file that is opened later gets
/// one of them and receives output.
void reserve_standard_streams();

} // namespace ideary::tools
