// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tests of reliability that are about damage or many at once; run_tests.hpp says how it is
// called.
#include "../run_tests.hpp"
#include "stress.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"concurrent_readers", readers_and_a_writer,
             "readers while a writer publishes all the time"},
            {"damage", damaged_indexes, "files of an index cut, gone, flipped, swapped, zeroed"},
            {"threads", threads_and_one_index, "many threads ask one Index"},
            {"memory", memory_over_time, "queries and new generations leave nothing behind"},
            {"other_versions", other_versions, "an index of other rules is refused by name"},
            {"ingest_order", orders_of_ingest, "the same ideas in any order give the same answers"},
        });
}
