// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Texts of records made plain, and the lines that `export` writes read back.
#pragma once

#include <string>
#include <string_view>

#include "ideary/idea.hpp"
#include "source/data/value.hpp"

namespace ideary::source {

/// Text of several paragraphs that may be stored: clean, tags of HTML off, without e-mail
/// addresses.
std::string plain_body(std::string_view text);

/// Whether `export` wrote this record (it carries "ideary": 1).
bool is_exported(const Value &record);
/// The idea that was exported, whole. Members of a wrong type are as if they were not there.
Idea exported_idea(const Value &record);

} // namespace ideary::source
