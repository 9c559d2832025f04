// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Spoils good inputs, the same way for the same seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ideary::hostile {

class Mutator {
  public:
    /// seeds: inputs to begin with, at least one.
    Mutator(std::vector<std::string> seeds, std::uint64_t seed)
        : seeds_(std::move(seeds)), random_(seed) {}

    /// One to eight changes of one of the seeds.
    std::string next();
    /// A piece of such an input, repeated up to a size: what is not linear shows by it.
    std::string large(std::size_t size);

  private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }
    void change(std::string &bytes);
    std::string piece(const std::string &bytes, std::size_t most);
    const std::string &any_seed() { return seeds_[below(seeds_.size())]; }

    std::vector<std::string> seeds_;
    std::mt19937_64 random_;
};

} // namespace ideary::hostile
