// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>

#include "ideary/writer.hpp"
#include "index/writer/index_writer.hpp"

namespace ideary::ingesting {

/// The synonym table as an index keeps it, so that a search need not take words apart. The first
/// line is `synonyms 1 own` or `synonyms 1 built-in`; then one group a line: the language or `*`,
/// and the members, with tabs between, `>` before those that the ones before it find one way. A
/// member is its folded forms with blanks between; a compound stands before its parts, with two
/// blanks. Throws Error (incompatible) naming the line of yaml.
/// own_path: what errors call a table of the user's own; empty for the built-in one.
std::string normal_synonyms(std::string_view yaml, std::string_view own_path);

/// The table that a run is to leave in the index: the one given with the options; else the one that
/// was given before (kept), else the built-in one.
std::string wanted_synonyms(const IngestOptions &options, const std::string &kept);

} // namespace ideary::ingesting
