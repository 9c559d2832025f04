// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Reliability tests about damage and concurrency. See run_tests.hpp for the arguments.
#include "../run_tests.hpp"
#include "stress.hpp"

int main(int argc, char **argv) {
    using namespace ideary::fault;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"concurrent_readers", concurrent_readers,
             "readers while a writer publishes continuously"},
            {"damage", damage, "damaged files of an index"},
            {"threads", threads, "many threads use one Index"},
            {"memory", memory, "queries and new generations do not leak"},
            {"other_versions", other_versions, "an incompatible index is refused by name"},
            {"ingest_order", ingest_order, "the same ideas in any order give the same answers"},
        });
}
