// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

namespace ideary::source {

/// Name of the data format of a text by its content and the name of its file; empty: prose; `csv?`:
/// a table if it has records.
std::string_view data_format(std::string_view text, std::string_view name);
/// Whether a row of the format table is a data format.
bool is_data_format(std::string_view format);
/// Text after whitespace, and after comments in front of it (`// …`, `/* … */`), which JSON does
/// not have.
std::string_view skip_spaces(std::string_view text);
std::string_view skip_comments(std::string_view text);

} // namespace ideary::source
