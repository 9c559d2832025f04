// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <memory>

#include "source/data/reader.hpp"

namespace ideary::source {

/// Unpacks gzip when the bytes are gzip, else passes them on. Reading ends, and bomb() is true,
/// when the unpacked size exceeds 200 times the packed size (after the first 1 MiB).
class Unpacker {
  public:
    explicit Unpacker(Reader packed);
    ~Unpacker();
    /// Returns the bytes written to `buffer`, 0 at the end.
    std::size_t read(char *buffer, std::size_t size);
    bool bomb() const;
    bool damaged() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::source
