// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What stands after an option comes in, a number or a complaint goes out.
// It must not know where on the command line it stood.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace ideary::tools {

/// The whole text as a number.
template <typename Number> std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// Throws Error (usage), with a suggestion where a choice is near, else with the hint.
void check_value(const OptionRow &row, const std::string &value, const std::string &hint);
/// The field of that name or alias that can be counted; throws Error (usage) with a suggestion.
std::string facet_field(const std::string &name);
/// The candidate that was probably meant: near in spelling, or begun with the word; else empty.
std::string suggestion(const std::string &word, const std::vector<std::string> &candidates);
/// What the user typed, so that a message shows where it begins and ends.
std::string shown(const std::string &typed);

} // namespace ideary::tools
