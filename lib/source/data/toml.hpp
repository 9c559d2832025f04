// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The part of TOML that front matter uses: keys of the first table, with strings, numbers, dates,
// booleans and arrays. Later tables and what is not understood are passed over.
#pragma once

#include <string_view>

#include "source/data/value.hpp"

namespace ideary::source {

Parsed parse_toml(std::string_view text);

} // namespace ideary::source
