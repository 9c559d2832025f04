// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A program that runs one bar of reliability and prints its figure.
// usage: PROGRAM BAR WORK [TOOL [DISK]]      environment: IDEARY_FULL=1, IDEARY_SEED=N,
//                                              IDEARY_FIRST_FAILURE=1: it ends the bar
// WORK: a folder, emptied first; it stays when the bar fails. TOOL: the command ideary.
// DISK: the library of disk.c.
#pragma once

#include <vector>

#include "bar.hpp"

namespace ideary::fault {

struct BarRow {
    std::string_view id, name;
    void (*run)(Bar &bar);
    std::string_view what;
};

/// What main() returns: 0, 1 when the bar failed, 2 of a usage that is none, 77 when skipped.
int run_bars(int argc, char **argv, const std::vector<BarRow> &bars);

} // namespace ideary::fault
