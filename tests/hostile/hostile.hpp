// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tests of hostile input; they run like the reliability tests in tests/fault.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fault/process.hpp"
#include "fault/reliability_test.hpp"

namespace ideary::hostile {

using fault::Command;
using fault::ProcessResult;
using fault::ReliabilityTest;
using fault::Settings;

void mutated_inputs(ReliabilityTest &test);
void analyzer_bombs(ReliabilityTest &test);
void hostile_queries(ReliabilityTest &test);
void poison_idea(ReliabilityTest &test);
void charsets(ReliabilityTest &test);
void hostile_output(ReliabilityTest &test);
void greedy_inputs(ReliabilityTest &test);

/// Whether a sanitizer is compiled in: five times the time is allowed, memory is not checked.
bool is_sanitized();
/// Factor for time limits: 1 in full runs of a plain build, else 5.
double time_factor(const ReliabilityTest &test);
/// CPU time of this thread in seconds.
double cpu_s();

/// Peak memory of this process above its memory at construction. Pages of mapped files that were
/// read before begin() do not count, because the kernel may drop them.
class Memory {
  public:
    Memory();
    /// Resets the peak.
    void begin();
    std::size_t peak() const; ///< bytes since begin()

  private:
    std::size_t idle_ = 0, mapped_ = 0;
};

/// Repetitive inputs of about `size` bytes each for the fuzz target of that name.
std::vector<std::string> wide_inputs(std::string_view target, std::size_t size);

/// Formats a size as "1.5 MB".
std::string megabytes(std::size_t bytes);
/// The text, repeated.
std::string repeated(const std::string &text, std::size_t times);

/// Writes `bytes` to `path` if a signal ends the program or 60 s pass; nullptr stops that.
void watch(const std::string &path, const std::string *bytes);

} // namespace ideary::hostile
