// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Generates a corpus of any size as JSON Lines from a model of text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/model.hpp"

namespace ideary::bench {

/// One synthetic idea; it depends on the seed and its number only.
struct SyntheticIdea {
    std::string id, title, body;
    int year = 0;
    std::vector<std::string> topics;  ///< 1 to 3
    std::vector<std::string> authors; ///< 1 or 2
};

/// Ideas of about 45 words, 20 years, 200 topics with Zipf frequencies and 20,000 authors; small
/// corpora have fewer topics and authors.
class Synthetic {
  public:
    Synthetic(const Model &model, std::uint64_t ideas, std::uint64_t seed);
    SyntheticIdea idea(std::uint64_t number) const;
    /// Writes all ideas, one JSON object per line.
    void write(const std::string &path) const;

  private:
    const Model &model_;
    std::uint64_t ideas_, seed_;
    ZipfSampler topics_, authors_;
};

/// A name of two capitalized words made of syllables. Different numbers give different names, none
/// of which contains another.
std::string made_up_name(std::uint32_t number);

} // namespace ideary::bench
