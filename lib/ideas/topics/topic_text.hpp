// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The part of a title that tells a topic.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ideary::ideas {

struct TitleParts {
    std::string_view subject; ///< without byline and, in long titles, what follows the first clause
    std::string_view rest;    ///< that
};

TitleParts title_parts(std::string_view title, std::span<const std::string> people);

} // namespace ideary::ideas
