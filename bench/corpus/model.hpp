// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Texts come in, endless text of the same words in the same company goes out. Knows no documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/random.hpp"

namespace ideary::bench {

/// A bigram model of words as they are written, with their punctuation. A word is drawn with the
/// frequency that it had behind the word before it.
class Model {
  public:
    /// Learns one text: a title or a paragraph.
    void learn(std::string_view text);
    /// So many words, empty when nothing was learned. Where a text learned ended, a new one begins.
    std::string text(std::size_t words, Random &random) const;
    /// Different words learned.
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
