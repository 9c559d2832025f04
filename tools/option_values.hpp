// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Checks and conversion of option values, with suggestions for misspelt ones.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace ideary::tools {

/// Parses the whole text as a number; nothing when it is not one.
template <typename Number> std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// Returns the value, a choice in its own spelling. Throws Error (usage), with a suggestion when a
/// choice is close, else with the hint.
std::string checked_value(const OptionRow &row, const std::string &value, const std::string &hint);
/// The facet field of that name or alias; throws Error (usage) with a suggestion.
std::string facet_field(const std::string &name);
/// The candidate that is close in spelling or begins with the word; else "".
std::string suggestion(const std::string &word, const std::vector<std::string> &candidates);
/// The text in quotes where a message would not show where it begins and ends.
std::string quoted(const std::string &typed);

} // namespace ideary::tools
