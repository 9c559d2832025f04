// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Time and memory as reported by the system.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ideary::bench {

/// CPU time of this thread in microseconds.
double thread_us();
/// Wall time in microseconds.
double wall_us();

/// Current and peak resident memory of this process in MiB.
double resident_mb();
double peak_mb();

/// The cost of a function or program.
struct Cost {
    double wall_s = 0;
    double cpu_s = 0; ///< all threads, user and system
    double peak_mb = 0;
    std::string result; ///< of the function
};

/// Runs the function in a child process, to measure its memory. An exception of the function is
/// rethrown as runtime_error.
Cost in_child(const std::function<std::string()> &work);

/// Runs a program to its end, with input from and output to files. Throws runtime_error if it
/// cannot be started or exits with a code above 1.
struct Streams {
    std::string input = "/dev/null", output = "/dev/null";
};
Cost run_program(const std::vector<std::string> &words, const Streams &streams = {});

/// The standard output of a shell command; empty if it fails.
std::string output_of(const std::string &command);

} // namespace ideary::bench
