// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string_view>

#include "source/data/value.hpp"

namespace ideary::source {

/// Reads a BibTeX text: a map whose `entries` are maps of `type`, `key` and the fields, by names in
/// lower case. Braces and the accents of LaTeX are resolved; `author` is a list of `First Last`.
/// `@string`, `@comment` and `@preamble` are skipped.
Parsed parse_bibtex(std::string_view text);

} // namespace ideary::source
