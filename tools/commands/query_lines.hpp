// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Reads lines of bounded length from a file or from standard input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ideary::tools {

/// Lines without their ends (LF or CR LF). Lines are cut at 64 KiB, far above the limit of a query.
class QueryLines {
  public:
    /// `-` is standard input. Throws Error (missing_input, io).
    explicit QueryLines(const std::string &path);
    ~QueryLines();
    QueryLines(const QueryLines &) = delete;
    QueryLines &operator=(const QueryLines &) = delete;

    /// The next line, or nothing at the end. Throws Error (io).
    std::optional<std::string> next();
    /// The buffer holds another complete line.
    bool has_more_at_hand() const;

  private:
    bool fill();

    std::string path_;
    int descriptor_;
    std::string block_;
    std::size_t at_ = 0;
};

} // namespace ideary::tools
