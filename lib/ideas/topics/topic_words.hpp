// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words of a text as aliases of topics compare with them, each with its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::ideas {

struct TopicWord {
    std::string folded;
    std::size_t begin, end; ///< bytes of the text
};

/// Letters and digits, a `+` or `#` after them (`c++`), a single full stop before them (`.net`).
/// Web addresses and scripts without whitespace between words have none.
std::vector<TopicWord> topic_words(std::string_view text);

/// The text holds a letter of a script without whitespace between words.
bool holds_unspaced(std::string_view text);

/// The runs of such letters.
std::vector<std::string_view> unspaced_runs(std::string_view text);

} // namespace ideary::ideas
