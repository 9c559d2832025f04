// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tests of hostile input; run_tests.hpp says how it is called.
#include "fault/run_tests.hpp"
#include "hostile.hpp"

int main(int argc, char **argv) {
    using namespace ideary::hostile;
    return ideary::fault::run_tests(
        argc, argv,
        {
            {"mutated_inputs", mutated_inputs, "mutated inputs through every reader"},
            {"analyzer_bombs", bombs, "text that is dear to take apart"},
            {"hostile_queries", hostile_queries, "hostile queries on a large index"},
            {"poison_idea", poison, "a poison idea among a thousand good ones"},
            {"charsets", charsets, "encodings guessed"},
            {"hostile_output", output, "nothing hostile in what is printed"},
            {"greedy_inputs", greedy, "inputs that want memory, time or other files"},
        });
}
