// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Dates as people write them, in ten languages: only their year is wanted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

inline constexpr int first_year = 1990;
inline constexpr int last_year = 2100;

/// The year as a number, when it is one from first_year to last_year.
std::optional<int> checked_year(long long number);
/// The first year that stands in a value (`2024`, `2024-03-01T10:00`, `1. März 2014`).
std::optional<int> year_in(std::string_view value);
/// The year of a line that is nothing but a date, perhaps with weekday and time. A year alone is
/// no date.
std::optional<int> date_line(std::string_view line);
/// The year of a line such as `Published March 3, 2024` or `Created: 3.3.2024, 10 Uhr`.
std::optional<int> labelled_date(std::string_view line);

struct DateFound {
    int year = 0;
    int line = 0; ///< 1-based
};

/// When a text says that it was published: a labelled date among its first lines or on the last,
/// else a line that is a date among these.
std::optional<DateFound> find_date(const std::vector<std::string> &lines);

} // namespace ideary::source
