// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The bars of hostile input; run_bars.hpp says how it is called.
#include "fault/run_bars.hpp"
#include "hostile.hpp"

int main(int argc, char **argv) {
    using namespace ideary::hostile;
    return ideary::fault::run_bars(
        argc, argv,
        {
            {"B9", "readers", mutated_inputs, "mutated inputs through every reader"},
            {"B10", "bombs", bombs, "text that is dear to take apart"},
            {"B11", "queries", hostile_queries, "hostile queries on a large index"},
            {"B12", "poison", poison, "a poison idea among a thousand good ones"},
            {"B20", "charsets", charsets, "encodings guessed"},
            {"B21", "output", output, "nothing hostile in what is printed"},
            {"B25", "greedy", greedy, "inputs that want memory, time or other files"},
        });
}
