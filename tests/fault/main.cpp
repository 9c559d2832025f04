// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Reliability tests that run the command. See run_tests.hpp for the arguments.
#include "run_tests.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"kill_during_ingest", kill_during_ingest, "ingest is killed at random moments"},
            {"power_cut", power_cut, "the power fails at random points"},
            {"stop_at_each_step", stop_at_each_step,
             "a run is killed before each rename and each sync"},
            {"full_disk", full_disk, "writes fail: full, broken or read-only disk"},
            {"racing_writers", racing_writers, "twenty writers at once"},
            {"fork", fork_while_open, "children forked while reading and writing"},
            {"odd_places", odd_places, "paths that are not an index, or have odd names"},
            {"prune", prune, "standard input and --prune drop only what was named"},
            {"resume_after_kill", resume_after_kill, "a killed run, then one with other arguments"},
            {"rebuild", rebuild, "the same export after a rebuild"},
            {"split_again", split_again, "changed rules, topics and sidecars split again"},
        });
}
