// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "meaning/vector.hpp"

#include <algorithm>
#include <cmath>

namespace ideary::meaning {
namespace {

constexpr double unit = 127; ///< what 1 is stored as

} // namespace

Vector to_vector(const std::array<double, dimensions> &sum) {
    double square = 0;
    for (const double component : sum) {
        square += component * component;
    }
    Vector vector{};
    if (square > 0) {
        const double factor = unit / std::sqrt(square);
        std::transform(sum.begin(), sum.end(), vector.begin(), [factor](double component) {
            return static_cast<std::int8_t>(std::lround(component * factor));
        });
    }
    return vector;
}

bool is_zero(const Vector &vector) {
    return std::all_of(vector.begin(), vector.end(), [](std::int8_t each) { return each == 0; });
}

std::int32_t dot(std::span<const std::int8_t, dimensions> a,
                 std::span<const std::int8_t, dimensions> b) {
    // Compilers make a multiply-add of eight components of this in SSE2, from 16-bit factors only.
    std::array<std::int16_t, dimensions> left{};
    std::array<std::int16_t, dimensions> right{};
    std::copy(a.begin(), a.end(), left.begin());
    std::copy(b.begin(), b.end(), right.begin());
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < dimensions; ++i) {
        sum += left[i] * right[i];
    }
    return sum;
}

double cosine(std::span<const std::int8_t, dimensions> a,
              std::span<const std::int8_t, dimensions> b) {
    return dot(a, b) / (unit * unit);
}

} // namespace ideary::meaning
