// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What has to hold of everything that a reader gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"

namespace fuzz {

/// Why text may not be stored and printed (bytes that are no UTF-8, control characters, an e-mail
/// address); empty: it may.
std::string bad_text(std::string_view text, bool line_feeds = false);
std::string bad_idea(const ideary::Idea &idea);
std::string bad_split(const ideary::SplitResult &result);
std::string bad_remarks(const std::vector<ideary::Remark> &remarks);

} // namespace fuzz
