// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every idea goes through last, wherever it came from: clean text, no addresses, bounded
// length, people once each. It does not know rules of splitting.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::ideas {

inline constexpr std::size_t max_body_bytes = std::size_t{64}
                                              << 10; ///< bytes of the text of one idea

/// Clean text of one line, e-mail addresses masked.
std::string stored_line(std::string_view text);
/// Cleans all text of an idea. Returns a remark when it had to be cut.
std::optional<Remark> normalize(Idea &idea);
/// People, cleaned, each once (contract: folded).
std::vector<std::string> people_once(const std::vector<std::string> &people);

/// Adds the topics that a record brings, cleaned; names that differ in case alone are one.
void add_given_topics(std::vector<std::string> &topics, const std::vector<std::string> &given);

} // namespace ideary::ideas
