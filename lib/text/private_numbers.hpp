// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>

namespace ideary::text {

/// Replaces telephone numbers (`+49 170 5550199`, `(555) 555-0199`) and the user of an address
/// (`https://user:password@host`) by `…`. Dates, versions and plain numbers stay.
std::string mask_private_numbers(std::string_view utf8);

} // namespace ideary::text
