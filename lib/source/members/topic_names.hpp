// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include "source/members/joins.hpp"
#include "source/members/members.hpp"

namespace ideary::source {

/// Topics of a record: tracks, tags, categories, keywords as written, each once. Keys are replaced
/// by the names that `joins` has for them. joins may be nullptr.
std::vector<std::string> topics_of(const std::vector<Member> &members, const Joins *joins);

} // namespace ideary::source
