// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a query may cost. Whatever goes over a limit is left out and named in a remark.
#pragma once

#include <cstddef>

namespace ideary::query {

inline constexpr std::size_t max_text_bytes = 4096;
inline constexpr std::size_t max_words = 64;       ///< different words of one query
inline constexpr std::size_t max_depth = 8;        ///< groups within groups
inline constexpr std::size_t max_open_groups = 32; ///< parentheses open at a time
inline constexpr std::size_t max_phrase_words = 16;
inline constexpr std::size_t max_phrases = 6; ///< distinct ones: each reads positions of its words
inline constexpr std::size_t min_prefix_letters = 2;
inline constexpr std::size_t min_fuzzy_letters = 3;
inline constexpr int default_distance = 10; ///< of NEAR without a number
inline constexpr int max_distance = 64;
inline constexpr std::size_t max_near_words = 16; ///< of one chain
/// Occurrences of one word in a chain: each repetition tests every idea that holds it and excludes
/// none.
inline constexpr std::size_t max_near_again = 2;

} // namespace ideary::query
