// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tests of hostile input. See run_tests.hpp for the arguments.
#include "fault/run_tests.hpp"
#include "hostile.hpp"

int main(int argc, char **argv) {
    using namespace ideary::hostile;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"mutated_inputs", mutated_inputs, "mutated inputs through every reader"},
            {"analyzer_bombs", analyzer_bombs, "text that is expensive to analyse"},
            {"hostile_queries", hostile_queries, "hostile queries on a large index"},
            {"poison_idea", poison_idea, "one malformed record among a thousand"},
            {"charsets", charsets, "encodings detected from bytes"},
            {"hostile_output", hostile_output, "hostile text in the output"},
            {"greedy_inputs", greedy_inputs, "inputs that demand memory, time or other files"},
        });
}
