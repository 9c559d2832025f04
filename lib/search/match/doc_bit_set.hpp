// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
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
    void set(std::size_t i, bool on) { words_[i / 64] |= std::uint64_t(on ? 1 : 0) << (i % 64); }
    void unset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t(1) << (i % 64)); }
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
    bool empty() const {
        std::uint64_t any = 0;
        for (const std::uint64_t word : words_) {
            any |= word;
        }
        return any == 0;
    }
    std::size_t count() const {
        std::size_t sum = 0;
        for (const std::uint64_t word : words_) {
            sum += ones(word);
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
    /// What std::popcount tells; that is a call where the processor is not known.
    static std::size_t ones(std::uint64_t x) {
        x -= x >> 1 & 0x5555555555555555;
        x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
        x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
        return x * 0x0101010101010101 >> 56;
    }

    std::array<std::uint64_t, window_size / 64> words_{};
};

/// Documents of a window as a list, in order: faster than Bits to go through more than once.
class Places {
  public:
    void read(const Bits &bits) {
        size_ = 0;
        bits.each([this](std::size_t i) { places_[size_++] = static_cast<std::uint16_t>(i); });
    }
    void clear() { size_ = 0; }
    /// Adds a place, if at all; without a branch, which would often be guessed wrong.
    void add(std::uint16_t place, bool really) {
        places_[size_] = place;
        size_ += really ? 1 : 0;
    }
    std::size_t size() const { return size_; }
    const std::uint16_t *begin() const { return places_.data(); }
    const std::uint16_t *end() const { return places_.data() + size_; }

  private:
    std::array<std::uint16_t, window_size + 1> places_; ///< one to write what is not added
    std::size_t size_ = 0;
};

/// Weights of the documents of a window; 0 where none was added.
using Scores = std::array<double, window_size>;

} // namespace ideary::search
