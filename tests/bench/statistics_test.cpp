// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/statistics.hpp"

#include <doctest/doctest.h>

using namespace ideary::bench;

TEST_SUITE_BEGIN("bench");

TEST_CASE("statistics: percentiles are measured values") {
    std::vector<double> values;
    for (int i = 100; i >= 1; --i) {
        values.push_back(i);
    }
    CHECK(percentile(values, 0.50) == 50);
    CHECK(percentile(values, 0.95) == 95);
    CHECK(percentile(values, 0.99) == 99);
    CHECK(percentile(values, 1.0) == 100);
    CHECK(percentile({7}, 0.01) == 7);
    CHECK(percentile({}, 0.5) == 0);
}

TEST_CASE("statistics: the median of two values is their mean") {
    CHECK(median({3, 1}) == 2);
    CHECK(median({9, 1, 5}) == 5);
    CHECK(median({}) == 0);
}

TEST_CASE("statistics: a slow query changes the ratio, a slow round does not") {
    const Times baseline{{10, 10, 900}, {30, 30, 30}};
    const Times twice{{20, 20, 20}, {60, 5000, 60}};
    CHECK(ratio_of(twice, baseline) == doctest::Approx(2));
    CHECK(ratio_of(baseline, baseline) == doctest::Approx(1));
}

TEST_CASE("statistics: a ratio ignores queries that were not measured in both") {
    CHECK(ratio_of({{5}, {}}, {{10}, {1000}}) == doctest::Approx(0.5));
    CHECK(ratio_of({}, {}) == 0);
}

TEST_CASE("statistics: half and double have the same deviation") {
    CHECK(deviation(2) == doctest::Approx(1));
    CHECK(deviation(0.5) == doctest::Approx(1));
    CHECK(deviation(1) == 0);
}

TEST_SUITE_END();
