// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Values of metadata made fit to be stored: lines of text, addresses, names of people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// Plain text of one line that may be stored: whitespace collapsed, e-mail addresses masked.
std::string collapse_whitespace(std::string_view text);
/// The address when its scheme is http or https, else empty.
std::string web_address(std::string_view url);
/// People named in one value: `A; B`, `Jane Doe and John Roe`, with `several` also `A, B`. Addresses
/// and brackets around them are removed.
std::vector<std::string> people(std::string_view value, bool several);

} // namespace ideary::source
