// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bars of hostile input (B9 to B12, B20, B21, B25), on the same ground as those of faults.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fault/bar.hpp"
#include "fault/process.hpp"

namespace ideary::hostile {

using fault::Bar;
using fault::Command;
using fault::Ended;
using fault::Settings;

void mutated_inputs(Bar &bar);
void bombs(Bar &bar);
void hostile_queries(Bar &bar);
void poison(Bar &bar);
void charsets(Bar &bar);
void output(Bar &bar);
void greedy(Bar &bar);

/// Whether a sanitizer is compiled in: then time is judged at five times the bar, memory not.
bool is_sanitized();
/// Times the bar that a time may take: 1 in the full run of a plain build, else 5.
double patience(const Bar &bar);
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
