// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <span>
#include <string_view>

namespace ideary::index {

/// The stop words of a language, as written, separated by spaces.
struct StopWords {
    std::string_view language; ///< two-letter code
    std::string_view words;
};
std::span<const StopWords> stop_word_lists();

} // namespace ideary::index
