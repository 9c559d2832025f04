// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The hash that detects changed sources: XXH3 with 128 bits, in hex.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace ideary::ingesting {

std::string hash_of(std::string_view bytes);

/// The same hash of bytes that come piece by piece.
class Hasher {
  public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher &) = delete;
    Hasher &operator=(const Hasher &) = delete;
    void add(const char *bytes, std::size_t size);
    std::string text() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace ideary::ingesting
