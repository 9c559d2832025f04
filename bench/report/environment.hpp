// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// When and where a run took place.
#pragma once

#include <string>
#include <vector>

namespace ideary::bench {

/// 2026-01-31, in UTC.
std::string today();
/// System, processor and number of cores.
std::string machine();
/// Of the sources that this program was built from, with `+` where they were changed; `unknown`
/// outside a repository.
std::string commit();
/// The arguments as they would be typed.
std::string command_line(const std::vector<std::string> &arguments);

} // namespace ideary::bench
