// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Documents and scores of one window of document numbers.
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

/// A set of documents of a window, by their offset in it.
class DocBitSet {
  public:
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t(1) << (i % 64); }
    void set(std::size_t i, bool on) { words_[i / 64] |= std::uint64_t(on ? 1 : 0) << (i % 64); }
    void unset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t(1) << (i % 64)); }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
    void clear() { words_.fill(0); }
    void unite(const DocBitSet &other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] |= other.words_[i];
        }
    }
    void intersect(const DocBitSet &other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
    }
    void subtract(const DocBitSet &other) {
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
    /// Calls f with each offset, ascending.
    template <class F> void each(F &&f) const {
        for (std::size_t word = 0; word < words_.size(); ++word) {
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1) {
                f(64 * word + static_cast<std::size_t>(std::countr_zero(rest)));
            }
        }
    }

  private:
    /// Like std::popcount, which is a function call on the baseline x86-64.
    static std::size_t ones(std::uint64_t x) {
        x -= x >> 1 & 0x5555555555555555;
        x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
        x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
        return x * 0x0101010101010101 >> 56;
    }

    std::array<std::uint64_t, window_size / 64> words_{};
};

/// The same as an ascending list, which is faster to read more than once.
class DocList {
  public:
    void assign(const DocBitSet &bits) {
        size_ = 0;
        bits.each([this](std::size_t i) { offsets_[size_++] = static_cast<std::uint16_t>(i); });
    }
    void clear() { size_ = 0; }
    /// Appends an offset if `is_member`. Branchless: the branch would often be mispredicted.
    void append_if(std::uint16_t offset, bool is_member) {
        offsets_[size_] = offset;
        size_ += is_member ? 1 : 0;
    }
    std::size_t size() const { return size_; }
    const std::uint16_t *begin() const { return offsets_.data(); }
    const std::uint16_t *end() const { return offsets_.data() + size_; }

  private:
    std::array<std::uint16_t, window_size + 1> offsets_; ///< the last takes what is not appended
    std::size_t size_ = 0;
};

/// Scores of a window by offset; 0 where nothing was added.
using Scores = std::array<double, window_size>;

} // namespace ideary::search
