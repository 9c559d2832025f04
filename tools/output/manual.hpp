// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tables of commands, options, fields and the text on the query language come in, manual pages
// go out, as troff for man(1). It must not know anything that no row says.
#pragma once

#include <string>

namespace ideary::tools {

/// ideary(1).
std::string manual();
/// ideary-query(7).
std::string query_manual();

} // namespace ideary::tools
