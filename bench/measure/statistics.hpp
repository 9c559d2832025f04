// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Statistics of measured times.
#pragma once

#include <cstddef>
#include <vector>

namespace ideary::bench {

/// Percentile by nearest rank; share: 0 to 1. Returns 0 for no values.
double percentile(std::vector<double> values, double share);
/// The median; 0 for no values.
double median(std::vector<double> values);

/// A summary of times, in their unit.
struct Percentiles {
    double p50 = 0, p95 = 0, p99 = 0, max = 0;
};
Percentiles percentiles_of(const std::vector<double> &values);

/// Times of one operation, by query and round.
using Times = std::vector<std::vector<double>>;

/// All times of all queries.
std::vector<double> flat(const Times &times);
/// Ratio of the sums of medians over the queries measured in both: a slow query counts as much as
/// it costs, a slow round does not count. Returns 0 if there is no such query.
double ratio_of(const Times &times, const Times &baseline);
/// Distance of a ratio from 1: max(ratio, 1 / ratio) - 1.
double deviation(double ratio);

} // namespace ideary::bench
