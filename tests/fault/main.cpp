// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bars of reliability that need the real command; run_bars.hpp says how it is called.
#include "run_bars.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_bars(
        argc, argv,
        {
            {"B1", "kill", kill_at_random, "ingest is killed at random moments"},
            {"B2", "power_cut", power_cut, "the power goes at random points"},
            {"B3", "stop", stop_at_each_step, "killed before each change of a name and each sync"},
            {"B4", "full_disk", failing_disk,
             "the disk is full, broken or read-only from some write on"},
            {"B7", "racing", racing_writers, "twenty writers at once"},
            {"B14", "forks", forks, "children of a reader and of a writer live on"},
            {"B19", "places", odd_places, "places that are no index, or have odd names"},
            {"B22", "forgetting", forgetting,
             "standard input and --prune take nothing that was not named"},
            {"B23", "resuming", resuming, "a run cut off, then one with other arguments"},
            {"B24", "rebuilding", rebuilding, "the same export after a rebuild"},
            {"B26", "splitting", splitting_again, "other rules, topics, sidecars: split again"},
        });
}
