// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Measured times come in, figures go out. Pure.
#pragma once

#include <cstddef>
#include <vector>

namespace ideary::bench {

/// The value below which the given share (0 to 1) of the values lie: nearest rank, so always one
/// that was measured. 0 for none.
double percentile(std::vector<double> values, double share);
/// The middle value, of two the mean; 0 for none.
double median(std::vector<double> values);

/// What many times say, in the unit that they came in.
struct Percentiles {
    double p50 = 0, p95 = 0, p99 = 0, max = 0;
};
Percentiles percentiles_of(const std::vector<double> &values);

/// Times of one operation: a list of queries, for each the rounds.
using Times = std::vector<std::vector<double>>;

/// All times of all queries.
std::vector<double> flat(const Times &times);
/// Sum of the medians of the queries that were measured in both, by the same sum of the other:
/// a slow query counts as much as it costs, a slow round not at all. 0 where none was.
double ratio_of(const Times &times, const Times &baseline);
/// How far a ratio is from 1, in either direction.
double deviation(double ratio);

} // namespace ideary::bench
