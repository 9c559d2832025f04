// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>

#include "source/data/value.hpp"

namespace ideary::source {

/// Joins folded lines. Works on bytes before they are decoded: writers fold inside characters.
std::string unfold_icalendar(std::string_view bytes);

/// Reads an unfolded calendar: a map of its properties and `events`, a list of maps. Names are
/// lower case. A repeated property is a list; of `attendee` and `organizer` only the name (CN) is
/// read.
Parsed parse_icalendar(std::string_view text);

} // namespace ideary::source
