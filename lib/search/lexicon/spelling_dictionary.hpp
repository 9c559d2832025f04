// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/reader/snapshot_statistics.hpp"

namespace ideary::search {

struct FuzzyMatch {
    std::string form;
    int distance = 0;            ///< optimal string alignment: edits and swaps of neighbours
    std::uint32_t frequency = 0; ///< number of ideas
};

/// The words of a generation that consist of letters, in memory. Immutable; safe to share between
/// threads.
class SpellingDictionary {
  public:
    explicit SpellingDictionary(const index::SnapshotStatistics &statistics);

    /// The most likely word for one that the index lacks: at most one edit away, two for words of
    /// seven letters or more. None for words of less than four letters or with other characters.
    std::optional<FuzzyMatch> best_correction(std::string_view form) const;
    /// Words at most one edit away, by descending frequency, at most `max`.
    std::vector<FuzzyMatch> within_one_edit(std::string_view form, std::size_t max) const;

  private:
    /// Words of one length, in index order.
    struct Words {
        std::vector<std::uint64_t> letters; ///< set of letters of each word, hashed to bits
        std::vector<std::uint32_t> frequencies;
        std::u32string code_points;      ///< of all words, concatenated
        std::string forms;               ///< the same in UTF-8
        std::vector<std::uint32_t> ends; ///< of each word in forms
    };
    std::vector<FuzzyMatch> within_distance(std::string_view form, int max_distance) const;

    std::vector<Words> by_length_; ///< by number of code points
};

/// Optimal string alignment distance of two words; max + 1 if it is larger than max.
int edit_distance(std::u32string_view a, std::u32string_view b, int max);

} // namespace ideary::search
