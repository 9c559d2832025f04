// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "ideary/writer.hpp"

namespace ideary::ingesting {

/// Reports progress at the start of a stage and at most every 50 ms. Throws Cancelled if the
/// callback returns false.
class ProgressReporter {
  public:
    explicit ProgressReporter(const ProgressCallback &callback) : callback_(callback) {}
    void begin(std::string_view stage, std::uint64_t total);
    void add(std::uint64_t bytes, std::uint64_t ideas = 0);
    void set(std::uint64_t done, std::uint64_t total);

  private:
    void report(bool now);
    const ProgressCallback &callback_;
    Progress progress_;
    std::chrono::steady_clock::time_point last_{};
};

} // namespace ideary::ingesting
