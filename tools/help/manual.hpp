// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Manual pages in troff, generated from the tables of commands, options and fields.
#pragma once

#include <string>

#include "commands.hpp"

namespace ideary::tools {

/// ideary(1).
std::string manual();
/// ideary-COMMAND(1).
std::string command_manual(const CommandRow &command);
/// ideary-query(7).
std::string query_manual();

} // namespace ideary::tools
