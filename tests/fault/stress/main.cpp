// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bars of reliability that are about damage or many at once; run_bars.hpp says how it is
// called.
#include "../run_bars.hpp"
#include "stress.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_bars(
        argc, argv,
        {
            {"B5", "readers", readers_and_a_writer,
             "readers while a writer publishes all the time"},
            {"B8", "damage", damaged_indexes,
             "files of an index cut, gone, flipped, swapped, zeroed"},
            {"B13", "threads", threads_and_one_index, "many threads ask one Index"},
            {"B15", "memory", memory_over_time, "queries and new generations leave nothing behind"},
            {"B16", "versions", other_versions, "an index of other rules is refused by name"},
            {"B17", "orders", orders_of_ingest,
             "the same ideas in any order give the same answers"},
        });
}
