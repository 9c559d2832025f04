// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Rejects words by their first two bytes.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace ideary::text {

class PrefixFilter {
  public:
    /// A folded word.
    void add(std::string_view word) {
        if (word.size() < 4) {
            ones_.set(byte(word, 0)); // a stem so short may begin otherwise than its words
        } else {
            twos_.set(two(word));
        }
    }
    /// False if a folded word is certainly none of the added ones and does not share a stem
    /// with one (if only suffixes are stemmed).
    bool may_match(std::string_view word) const { return ones_[byte(word, 0)] || twos_[two(word)]; }

  private:
    static std::size_t byte(std::string_view word, std::size_t at) {
        return at < word.size() ? static_cast<unsigned char>(word[at]) : 0;
    }
    /// Different pairs may share a number: a false positive.
    static std::size_t two(std::string_view word) {
        return (37 * byte(word, 0) + byte(word, 1)) % 1024;
    }
    std::bitset<256> ones_;
    std::bitset<1024> twos_;
};

} // namespace ideary::text
