// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Invariants of the results of readers. Each function returns the problem, or an empty string.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"

namespace fuzz {

/// Stored text must be UTF-8 without control characters and e-mail addresses.
std::string bad_text(std::string_view text, bool line_feeds = false);
std::string bad_idea(const ideary::Idea &idea);
std::string bad_split(const ideary::SplitResult &result);
std::string bad_remarks(const std::vector<ideary::Remark> &remarks);

} // namespace fuzz
