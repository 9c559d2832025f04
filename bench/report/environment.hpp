// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Date, machine and source version of a run.
#pragma once

#include <string>
#include <vector>

namespace ideary::bench {

/// Like 2026-01-31, in UTC.
std::string today();
/// Operating system, processor and number of cores.
std::string machine();
/// The commit of the source tree, with `+` if it has changes; `unknown` outside a repository.
std::string commit();
/// The arguments as one shell command.
std::string command_line(const std::vector<std::string> &arguments);

} // namespace ideary::bench
