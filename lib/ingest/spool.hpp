// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Standard input → a file, so that it can be read twice and kept.
#pragma once

#include <cstdint>
#include <string>

#include "ideary/writer.hpp"
#include "index/storage/files.hpp"

namespace ideary::ingesting {

/// Standard input as it came in a file of its own.
struct Spool {
    std::string hash;
    std::uint64_t bytes = 0;
    bool compressed_by_us = false; ///< gzip, unless it came as gzip
};

/// Copies standard input into a new file at path, packed. Throws cannot_write.
Spool spool(const InputCallback &standard_input, const std::string &path);

/// A temporary file without a name, so that nothing is left of it however the process ends.
class TemporaryFile {
  public:
    TemporaryFile();
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    /// Opens the file as long as this object lives.
    const std::string &path() const { return path_; }

  private:
    index::Fd fd_;
    std::string path_;
};

} // namespace ideary::ingesting
