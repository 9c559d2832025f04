// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a document says of itself, and what is said of it from outside, as one Metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/document.hpp"
#include "source/metadata/front_matter.hpp"

namespace ideary::source {

/// Plain text of one line that may be stored: clean, trimmed, without e-mail addresses.
std::string tidy(std::string_view text);
/// Only http and https; empty for anything else.
std::string web_address(std::string_view url);
/// People named in one value: `A; B`, `Jane Doe and John Roe`, with several also `A, B`. Addresses
/// and brackets around them go.
std::vector<std::string> people(std::string_view value, bool several);

/// Metadata out of a front matter; what cannot be used adds a remark.
Metadata from_front_matter(const FrontMatter &front, std::vector<Remark> &remarks);
/// Lays what is given from outside over what was found.
void lay_over(Metadata &metadata, const SourceOverrides &overrides);

} // namespace ideary::source
