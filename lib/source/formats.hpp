// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What kind of file bytes are, by content first and name second.
#pragma once

#include <string>
#include <string_view>

namespace ideary::source {

/// File name in lower case without folders and `.gz`.
std::string plain_name(std::string_view path);
/// Name of the row of the format table for a file name; `text` where none has its suffix.
std::string_view format_by_name(std::string_view path);
/// Why bytes cannot be text ("a PNG image", "mostly NUL bytes"); empty when they may be.
std::string not_text(std::string_view bytes);

} // namespace ideary::source
