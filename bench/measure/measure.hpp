// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Operations and queries come in, times go out: all interleaved in one process and one thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "measure/statistics.hpp"
#include "queries/query.hpp"

namespace ideary::bench {

/// Something to measure. It gives back a number that depends on its work, so that none is left out.
struct Operation {
    std::string name;
    std::function<std::size_t(std::size_t query)> run; ///< of the number of a query
};

struct Rounds {
    int warm_up = 1; ///< not counted
    int counted = 5;
};

/// Microseconds of each query in each counted round.
struct Measured {
    Times cpu, wall;
};

/// Runs each operation on each query in each round. The order of operations is drawn anew for each
/// query and round, so that none always finds the caches as the same other left them.
std::vector<Measured> measure(const std::vector<Operation> &operations, std::size_t queries,
                              const Rounds &rounds);

} // namespace ideary::bench
