// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The fast path of the tokenizer: most words need no break rules.
#pragma once

#include <string>
#include <string_view>

#include "text/prefix_filter.hpp"

namespace ideary::text {

inline bool is_space_or_control(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

/// What is known of a whitespace-separated run without the break rules.
struct FastPathWord {
    std::size_t begin = 0, end = 0; ///< of the word, without the signs around it
    bool simple = false;            ///< one word of known letters, or none
    bool chain = false;             ///< the same with single joining signs inside
    bool skipped = false;           ///< simple, and its form is not needed
    std::string form;               ///< folded, when simple
};

/// Reads the run begin..end of text. Finds what the break rules would find, or sets neither simple
/// nor chain. Valid because no rule of word.rules begins with a punctuation mark that is skipped
/// before a word, ends with one that is skipped after it, or crosses whitespace. wanted: words
/// whose forms are needed; null: all.
FastPathWord read_fast_path(std::string_view text, std::size_t begin, std::size_t end,
                            const PrefixFilter *wanted);

} // namespace ideary::text
