// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A bigram model that learns from texts and generates text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/random.hpp"

namespace ideary::bench {

/// A bigram model of words with their punctuation. A word is drawn with the frequency that it had
/// after the previous word.
class Model {
  public:
    /// Learns one title or paragraph.
    void learn(std::string_view text);
    /// Returns the given number of words, or an empty string if nothing was learned.
    std::string text(std::size_t words, Random &random) const;
    /// The number of different words.
    std::size_t words() const { return words_.size() - 1; }

  private:
    std::uint32_t number(std::string_view word);

    std::vector<std::string> words_{""};                    ///< 0: where texts begin and end
    std::vector<std::vector<std::uint32_t>> followers_{{}}; ///< each as often as it was seen
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Learns all ideas of files or folders that ideary reads (lists, JSON Lines, …).
Model model_of(const std::vector<std::string> &paths);

} // namespace ideary::bench
