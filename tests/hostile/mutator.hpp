// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Mutates inputs; the same seed gives the same mutations.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ideary::hostile {

class Mutator {
  public:
    /// seeds: at least one input.
    Mutator(std::vector<std::string> seeds, std::uint64_t seed)
        : seeds_(std::move(seeds)), random_(seed) {}

    /// One of the seeds with one to eight changes.
    std::string next();
    /// A part of such an input, repeated up to a size, to detect non-linear cost.
    std::string large(std::size_t size);

  private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }
    void change(std::string &bytes);
    std::string substring(const std::string &bytes, std::size_t max_size);
    const std::string &any_seed() { return seeds_[below(seeds_.size())]; }

    std::vector<std::string> seeds_;
    std::mt19937_64 random_;
};

} // namespace ideary::hostile
