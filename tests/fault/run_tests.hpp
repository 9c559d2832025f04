// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The main program of the reliability tests: runs one test and prints its figure.
// usage: PROGRAM TEST WORK [TOOL [DISK]]      environment: IDEARY_FULL=1, IDEARY_SEED=N,
//                                              IDEARY_FIRST_FAILURE=1 (stop at the first)
// WORK: a folder, emptied first, kept if the test fails. TOOL: the command ideary.
// DISK: the library of disk.c.
#pragma once

#include <vector>

#include "reliability_test.hpp"

namespace ideary::fault {

struct TestRow {
    std::string_view name;
    void (*run)(ReliabilityTest &test);
    std::string_view what;
};

/// Returns the exit code: 0, 1 if the test failed, 2 for bad arguments, 77 if skipped.
int run_tests(int argc, char **argv, const std::vector<TestRow> &tests);

} // namespace ideary::fault
