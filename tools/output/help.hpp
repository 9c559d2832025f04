// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tables of commands, options and fields come in, text that explains them goes out.
// It must not know more of a command than its row says.
#pragma once

#include <string>

#include "arguments.hpp"
#include "output/terminal.hpp"

namespace ideary::tools {

/// Help on the command, for `help NAME` on that command, else on the whole tool.
std::string help_text(const Arguments &arguments, const Style &style);
/// The query language in short, with the fields.
std::string query_help(const Style &style);
std::string version_text();

} // namespace ideary::tools
