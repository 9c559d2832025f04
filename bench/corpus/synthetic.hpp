// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A model of text comes in, a corpus of any size goes out as JSON Lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/model.hpp"

namespace ideary::bench {

/// One made-up idea. The same seed and number give the same idea, whatever was drawn before.
struct SyntheticIdea {
    std::string id, title, body;
    int year = 0;
    std::vector<std::string> topics;  ///< 1 to 3
    std::vector<std::string> authors; ///< 1 or 2
};

/// Ideas of the size that people write (about 45 words), of 20 years, 200 topics of which few are
/// common, and 20,000 authors; small corpora have fewer topics and authors.
class Synthetic {
  public:
    Synthetic(const Model &model, std::uint64_t ideas, std::uint64_t seed);
    SyntheticIdea idea(std::uint64_t number) const;
    /// Writes all of them, one JSON object a line.
    void write(const std::string &path) const;

  private:
    const Model &model_;
    std::uint64_t ideas_, seed_;
    ZipfSampler topics_, authors_;
};

/// A name out of syllables: two words with capitals. Different numbers have different names, none
/// of which stands in another.
std::string made_up_name(std::uint32_t number);

} // namespace ideary::bench
