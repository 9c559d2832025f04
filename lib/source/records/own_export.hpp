// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Lines that `export` wrote, read back.
#pragma once

#include "ideary/idea.hpp"
#include "source/data/value.hpp"

namespace ideary::source {

/// Whether `export` wrote this record (it carries "ideary": 1).
bool is_own_export(const Value &record);
/// Returns the whole idea. Members of a wrong type are ignored.
Idea read_own_export(const Value &record);

} // namespace ideary::source
