// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>

namespace ideary::source {

/// Text of several paragraphs that may be stored: without HTML tags, control characters and e-mail
/// addresses.
std::string plain_body(std::string_view text);
/// Text of one line that may be stored: the same, entities decoded once, whitespace collapsed.
std::string plain_line(std::string_view text);

} // namespace ideary::source
