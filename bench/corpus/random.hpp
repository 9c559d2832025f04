// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <vector>

namespace ideary::bench {

/// Random numbers that are the same on every platform for the same seed (splitmix64, Steele et al.
/// 2014), unlike the distributions of the standard library.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31);
    }
    /// A number in [0, limit); limit < 2^32.
    std::uint32_t below(std::uint64_t limit) {
        return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32);
    }
    /// A number in [from, to].
    std::uint32_t between(std::uint32_t from, std::uint32_t to) {
        return from + below(to - from + 1);
    }
    /// A number in [0, 1).
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  private:
    std::uint64_t state_;
};

/// Draws from 0 … size-1; the weight of k is 1/(k+1), or its square root.
class ZipfSampler {
  public:
    enum class Shape { harmonic, root };
    ZipfSampler(std::size_t size, Shape shape);
    std::uint32_t draw(Random &random) const;

  private:
    std::vector<double> sums_;
};

} // namespace ideary::bench
