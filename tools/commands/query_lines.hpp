// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A file or standard input comes in, its lines go out, each of bounded length.
// It must not know that they are queries.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ideary::tools {

/// Lines without their ends (line feed, or carriage return and line feed). Of a line over 64 KiB
/// only that much is kept: far more than a query may hold.
class QueryLines {
  public:
    /// `-` is standard input. Throws Error (missing_input, io).
    explicit QueryLines(const std::string &path);
    ~QueryLines();
    QueryLines(const QueryLines &) = delete;
    QueryLines &operator=(const QueryLines &) = delete;

    /// The next line, or nothing at the end. Throws Error (io).
    std::optional<std::string> next();
    /// A whole line has been read already.
    bool has_more_at_hand() const;

  private:
    bool fill();

    std::string path_;
    int descriptor_;
    std::string block_;
    std::size_t at_ = 0;
};

} // namespace ideary::tools
