// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

#include "source/data/reader.hpp"

namespace ideary::source {

/// Whether bytes begin with a byte order mark of UTF-16, or with a JSON bracket in UTF-16.
bool is_utf16(std::string_view first_bytes);
/// Bytes as they are, or UTF-8 where they are UTF-16. Halves of surrogate pairs become U+FFFD.
Reader utf8_reader(Reader reader);

} // namespace ideary::source
