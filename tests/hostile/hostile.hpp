// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tests of hostile input. They run like the reliability tests of tests/fault.
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
void bombs(ReliabilityTest &test);
void hostile_queries(ReliabilityTest &test);
void poison(ReliabilityTest &test);
void charsets(ReliabilityTest &test);
void output(ReliabilityTest &test);
void greedy(ReliabilityTest &test);

/// Whether a sanitizer is compiled in: then time is judged at five times the test, memory not.
bool is_sanitized();
/// Times the test that a time may take: 1 in the full run of a plain build, else 5.
double patience(const ReliabilityTest &test);
/// CPU time of this thread so far.
double cpu_s();

/// How much memory this process has in use beyond what it had when this was made, at its highest.
/// Pages of mapped files that were read before begin() do not count: the system may drop them.
class Memory {
  public:
    Memory();
    /// Forgets the highest so far; not what was in use at first.
    void begin();
    std::size_t peak() const; ///< bytes since begin()

  private:
    std::size_t idle_ = 0, mapped_ = 0;
};

/// Much of one thing, for the reader of that name; about `size` bytes each, some more.
std::vector<std::string> wide_inputs(std::string_view target, std::size_t size);

/// One that fits is kept as it is; in bytes for people: "1.5 MB".
std::string megabytes(std::size_t bytes);
/// The text `times` times.
std::string repeated(const std::string &text, std::size_t times);

/// Where the bytes being tried are written when a signal ends the program (or 60 s have passed).
void watch(const std::string &path, const std::string *bytes);

} // namespace ideary::hostile
