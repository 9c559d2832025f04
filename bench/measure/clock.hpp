// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the system says of time and memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ideary::bench {

/// Processor time of this thread, in microseconds: other programs do not count in it.
double thread_us();
/// Time on the wall, in microseconds.
double wall_us();

/// Memory of this process that is resident now, and was at most, in MiB.
double resident_mb();
double peak_mb();

/// What a piece of work or a program took.
struct Cost {
    double wall_s = 0;
    double cpu_s = 0; ///< all threads, user and system
    double peak_mb = 0;
    std::string said; ///< what the work gave back
};

/// Does the work in a process of its own, so that its memory can be told. Throws runtime_error
/// with the message of what the work threw.
Cost in_child(const std::function<std::string()> &work);

/// Runs a program to its end, input from and output to a file. Throws runtime_error when it cannot
/// be started or ends with neither 0 nor 1.
struct Streams {
    std::string input = "/dev/null", output = "/dev/null";
};
Cost run_program(const std::vector<std::string> &words, const Streams &streams = {});

/// All that a program writes to standard output when run by the shell; empty when it fails.
std::string output_of(const std::string &command);

} // namespace ideary::bench
