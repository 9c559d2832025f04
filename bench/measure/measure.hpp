// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Times operations on queries, interleaved in one thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "measure/statistics.hpp"
#include "queries/query.hpp"

namespace ideary::bench {

/// An operation to measure. Its result depends on its work, so that the compiler cannot remove it.
struct Operation {
    std::string name;
    std::function<std::size_t(std::size_t query)> run; ///< query: index of the query
};

struct Rounds {
    int warm_up = 1; ///< rounds that are not counted
    int counted = 5;
};

/// Microseconds by query and counted round.
struct Measured {
    Times cpu, wall;
};

/// Runs each operation on each query in each round, in a new random order for each query and round,
/// so that no operation always profits from the caches of the same other one.
std::vector<Measured> measure(const std::vector<Operation> &operations, std::size_t queries,
                              const Rounds &rounds);

} // namespace ideary::bench
