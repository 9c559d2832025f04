// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A program that runs one test of reliability and prints its figure.
// usage: PROGRAM TEST WORK [TOOL [DISK]]      environment: IDEARY_FULL=1, IDEARY_SEED=N,
//                                              IDEARY_FIRST_FAILURE=1: it ends the test
// WORK: a folder, emptied first; it stays when the test fails. TOOL: the command ideary.
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

/// What main() returns: 0, 1 when the test failed, 2 for bad arguments, 77 when skipped.
int run_tests(int argc, char **argv, const std::vector<TestRow> &tests);

} // namespace ideary::fault
