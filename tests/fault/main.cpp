// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tests of reliability that need the real command; run_tests.hpp says how it is called.
#include "run_tests.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"kill_during_ingest", kill_at_random, "ingest is killed at random moments"},
            {"power_cut", power_cut, "the power goes at random points"},
            {"stop_at_each_step", stop_at_each_step,
             "killed before each change of a name and each sync"},
            {"full_disk", failing_disk, "the disk is full, broken or read-only from some write on"},
            {"racing_writers", racing_writers, "twenty writers at once"},
            {"fork", forks, "children of a reader and of a writer live on"},
            {"odd_places", odd_places, "places that are no index, or have odd names"},
            {"prune", forgetting, "standard input and --prune take nothing that was not named"},
            {"resume_after_kill", resuming, "a run cut off, then one with other arguments"},
            {"rebuild", rebuilding, "the same export after a rebuild"},
            {"split_again", splitting_again, "other rules, topics, sidecars: split again"},
        });
}
