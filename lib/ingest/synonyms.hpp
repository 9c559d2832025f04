// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>

#include "ideary/writer.hpp"
#include "index/writer/index_writer.hpp"

namespace ideary::ingesting {

/// The synonym table as an index stores it, so that a search need not tokenize it. The first line
/// is `synonyms 1 own` or `synonyms 1 built-in`; then one group a line: the language or `*`, and
/// the members separated by tabs, with `>` before those that are found one way. A member is its
/// folded forms separated by spaces; a compound precedes its parts, followed by two spaces.
/// own_path: what errors call a custom table; empty for the built-in one. Throws Error
/// (incompatible) naming the line of yaml.
std::string normal_synonyms(std::string_view yaml, std::string_view own_path);

/// The table that a run stores: the one of the options, else the custom one stored before (kept),
/// else the built-in one.
std::string wanted_synonyms(const IngestOptions &options, const std::string &kept);

} // namespace ideary::ingesting
