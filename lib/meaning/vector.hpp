// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
//
// The meaning of a text as 64 bytes, and how near two of them are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ideary::meaning {

inline constexpr std::size_t dimensions = 64;

/// A unit vector, each component times 127 and rounded. All zero: nothing is known of the text.
using Vector = std::array<std::int8_t, dimensions>;

/// Unit vector in the direction of sum; zero for a sum of zero.
Vector to_vector(const std::array<double, dimensions> &sum);

bool is_zero(const Vector &vector);

/// Integer product of two vectors: 127² times their cosine, up to rounding.
std::int32_t dot(std::span<const std::int8_t, dimensions> a,
                 std::span<const std::int8_t, dimensions> b);

/// Cosine, -1 to 1 up to rounding; 0 if either vector is zero. Vectors stored one after another
/// are compared in place.
double cosine(std::span<const std::int8_t, dimensions> a,
              std::span<const std::int8_t, dimensions> b);

} // namespace ideary::meaning
