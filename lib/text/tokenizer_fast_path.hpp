// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The shortcut of the tokenizer: most words of a text are told without the break rules.
#pragma once

#include <string>
#include <string_view>

#include "text/prefix_filter.hpp"

namespace ideary::text {

inline bool is_space_or_control(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

/// A stretch between blanks: what can be told of it without the break rules.
struct FastPathWord {
    std::size_t begin = 0, end = 0; ///< of the word, without the signs around it
    bool simple = false;            ///< one word of known letters, or none
    bool chain = false;             ///< the same with single joining signs inside
    bool skipped = false;           ///< simple, and nobody needs its form
    std::string form;               ///< folded, when simple
};

/// Reads the stretch begin..end of text: gives what the break rules would find, or says neither
/// simple nor chain. Holds because no rule of word.rules begins with one of the signs skipped in
/// front, ends with one of those behind, or crosses a blank. wanted: whose forms are needed; null:
/// all.
FastPathWord read_fast_path(std::string_view text, std::size_t begin, std::size_t end,
                            const PrefixFilter *wanted);

} // namespace ideary::text
