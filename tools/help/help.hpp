// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Help texts, generated from the tables of commands, options and fields.
#pragma once

#include <string>

#include "arguments.hpp"
#include "terminal/style.hpp"

namespace ideary::tools {

/// The help of the command; the overview for the command `help`.
std::string help_text(const Arguments &arguments, const Style &style);
/// The query language, with its fields.
std::string query_help(const Style &style);
std::string version_text();

} // namespace ideary::tools
