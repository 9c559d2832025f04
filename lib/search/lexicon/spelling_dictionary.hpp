// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// All words of a generation that are made of letters, for what was mistyped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/format/forward_index.hpp"

namespace ideary::search {

struct FuzzyMatch {
    std::string form;
    int distance = 0;            ///< Damerau (optimal string alignment)
    std::uint32_t frequency = 0; ///< ideas that hold it
};

/// Immutable once made; safe to share between threads. Reads the whole list of words once.
class SpellingDictionary {
  public:
    explicit SpellingDictionary(const index::ForwardIndex &lists);

    /// The word that was most likely meant by one that the index has not: at most one edit, two
    /// from seven letters on. Nothing for words under four letters, or with anything but letters.
    std::optional<FuzzyMatch> closest(std::string_view form) const;
    /// Words one edit away or none, most frequent first, at most max.
    std::vector<FuzzyMatch> one_edit(std::string_view form, std::size_t max) const;

  private:
    /// Words of one length, in order.
    struct Words {
        std::vector<std::uint64_t> letters; ///< which letters occur, hashed to bits
        std::vector<std::uint32_t> frequencies;
        std::u32string points;           ///< one behind another
        std::string forms;               ///< the same in UTF-8
        std::vector<std::uint32_t> ends; ///< of the forms
    };
    std::vector<FuzzyMatch> near(std::string_view form, int max_distance) const;

    std::vector<Words> by_length_; ///< place: number of code points
};

/// Optimal string alignment distance of two words, or max + 1 where it is larger than max.
int edit_distance(std::u32string_view a, std::u32string_view b, int max);

} // namespace ideary::search
