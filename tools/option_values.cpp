// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "option_values.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/field.hpp>
#include <ideary/text.hpp>

namespace ideary::tools {

namespace {

[[noreturn]] void usage(const std::string &message, const std::string &hint = {}) {
    throw Error(ErrorKind::usage, message, hint);
}

std::string one_of(const std::vector<std::string> &choices) {
    return fmt::format("Choose one of: {}", fmt::join(choices, ", "));
}

bool is_year(std::string_view text) {
    const std::optional<int> year = number<int>(text);
    return year && *year >= 1 && *year <= 9999;
}

bool is_years(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        return is_year(text);
    }
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = text.substr(dots + 2);
    return (!from.empty() || !to.empty()) && (from.empty() || is_year(from)) &&
           (to.empty() || is_year(to));
}

bool is_language(std::string_view text) {
    const std::string_view code = text.substr(0, text.find_first_of("-_"));
    return (code.size() == 2 || code.size() == 3) &&
           std::all_of(code.begin(), code.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_seconds(std::string_view text) {
    const std::optional<double> value = number<double>(text);
    return value && std::isfinite(*value) && *value >= 0;
}

/// What the value must be; empty if it is valid.
std::string_view fault(Value kind, const std::string &text) {
    switch (kind) {
    case Value::count:
        return number<std::size_t>(text) ? "" : "a number from 0 on";
    case Value::limit:
        return text == "all" || number<std::size_t>(text) ? "" : "a number from 0 on, or all";
    case Value::seconds:
        return is_seconds(text) ? "" : "a number of seconds";
    case Value::year:
        return is_year(text) ? "" : "a year, such as 2026";
    case Value::years:
        return is_years(text) ? "" : "a year, or years such as 2023..2025, 2024.. or ..2024";
    case Value::language:
        return is_language(text) ? "" : "a code of two or three letters, such as en";
    default:
        return "";
    }
}

std::string checked_choice(const OptionRow &row, const std::string &value) {
    const std::vector<std::string> choices = choices_of(row);
    const std::string folded = fold(value);
    if (std::find(choices.begin(), choices.end(), folded) != choices.end()) {
        return folded;
    }
    const std::string near = suggestion(value, choices);
    usage(fmt::format("the option --{} does not know {}", row.name, quoted(value)),
          near.empty() ? one_of(choices) : fmt::format("Did you mean {}?", near));
}

} // namespace

std::string suggestion(const std::string &word, const std::vector<std::string> &candidates) {
    std::string near = closest(word, candidates);
    for (const std::string &candidate : candidates) {
        if (near.empty() && word.size() >= 2 && candidate.starts_with(word)) {
            near = candidate;
        }
    }
    return near;
}

std::string quoted(const std::string &typed) {
    const bool plain = !typed.empty() && typed.find_first_of(" \t\n") == std::string::npos;
    return plain ? typed : fmt::format("'{}'", typed);
}

std::string checked_value(const OptionRow &row, const std::string &value, const std::string &hint) {
    if (row.value == Value::none) {
        return value;
    }
    if (value.empty()) {
        usage(fmt::format("the option --{} needs a value", row.name), hint);
    }
    const std::string_view wanted = fault(row.value, value);
    if (!wanted.empty()) {
        usage(fmt::format("the value {} of the option --{} is not {}", quoted(value), row.name,
                          wanted),
              hint);
    }
    if (row.value == Value::choice) {
        return checked_choice(row, value);
    }
    return row.value == Value::facet ? facet_field(value) : value;
}

std::string facet_field(const std::string &name) {
    for (const Field &field : fields()) {
        if (field.facet && (field.name == name || (!name.empty() && field.alias == name))) {
            return std::string(field.name);
        }
    }
    const std::vector<std::string> names = facet_fields();
    const std::string near = suggestion(name, names);
    usage(fmt::format("{} is no field that can be counted", quoted(name)),
          near.empty() ? one_of(names) : fmt::format("Did you mean {}?", near));
}

} // namespace ideary::tools
