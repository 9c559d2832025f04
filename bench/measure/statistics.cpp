// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace ideary::bench {

double percentile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    const auto size = static_cast<double>(values.size());
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * size));
    const std::ptrdiff_t at =
        std::clamp<std::ptrdiff_t>(rank - 1, 0, static_cast<std::ptrdiff_t>(values.size()) - 1);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Percentiles percentiles_of(const std::vector<double> &values) {
    return {percentile(values, 0.50), percentile(values, 0.95), percentile(values, 0.99),
            percentile(values, 1.0)};
}

std::vector<double> flat(const Times &times) {
    std::vector<double> all;
    for (const auto &rounds : times) {
        all.insert(all.end(), rounds.begin(), rounds.end());
    }
    return all;
}

double ratio_of(const Times &times, const Times &baseline) {
    double ours = 0, theirs = 0;
    for (std::size_t i = 0; i < std::min(times.size(), baseline.size()); ++i) {
        if (!times[i].empty() && !baseline[i].empty()) {
            ours += median(times[i]);
            theirs += median(baseline[i]);
        }
    }
    return theirs > 0 ? ours / theirs : 0;
}

double deviation(double ratio) {
    return ratio > 0 ? std::max(ratio, 1 / ratio) - 1 : 0;
}

} // namespace ideary::bench
