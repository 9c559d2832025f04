// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <xapian.h>

namespace ideary::search {

inline constexpr std::size_t window_size = 2048;
inline constexpr Xapian::docid no_doc = std::numeric_limits<Xapian::docid>::max();

/// Documents of a window.
class Bits {
  public:
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t(1) << (i % 64); }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
    void clear() { words_.fill(0); }
    void add(const Bits &other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] |= other.words_[i];
        }
    }
    void keep(const Bits &other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
    }
    void remove(const Bits &other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= ~other.words_[i];
        }
    }
    std::size_t count() const {
        std::size_t sum = 0;
        for (const std::uint64_t word : words_) {
            sum += static_cast<std::size_t>(std::popcount(word));
        }
        return sum;
    }
    template <class F> void each(F &&f) const {
        for (std::size_t word = 0; word < words_.size(); ++word) {
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1) {
                f(64 * word + static_cast<std::size_t>(std::countr_zero(rest)));
            }
        }
    }

  private:
    std::array<std::uint64_t, window_size / 64> words_{};
};

/// Weights of the documents of a window; 0 where none was added.
using Scores = std::array<double, window_size>;

} // namespace ideary::search
