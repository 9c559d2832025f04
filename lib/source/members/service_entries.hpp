// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "source/members/members.hpp"

namespace ideary::source {

/// Whether some member names people, by name or by key.
bool has_people(const std::vector<Member> &members);
/// Whether the members of a record say that it is a break, a meal or a service session.
bool is_service(const std::vector<Member> &members);

} // namespace ideary::source
