// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the headings above an idea say of its topic.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ideas/topics/topic_aliases.hpp"

namespace ideary::ideas {

/// The aliases that a heading, or its part before a colon, dash or bracket, consists of, apart from
/// words that name no subject: *Database tips*, not *Raising Your Game*.
std::vector<AliasHit> heading_topics(const AliasTable &aliases, std::string_view heading);

/// The heading names things one after the other: *Mobile and Ruby*, *Code quality, testing*.
bool is_enumeration(std::string_view heading);

/// The heading names no subject: a day, a number, somebody's list, *Other ideas*.
bool is_generic_heading(std::string_view heading, std::span<const std::string> people);

} // namespace ideary::ideas
