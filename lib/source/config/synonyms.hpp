// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One group of a synonym table.
struct SynonymRow {
    int line = 0;                  ///< in the table, from 1
    std::string language;          ///< two-letter code of queries it is for; empty: all
    std::vector<std::string> from; ///< words or phrases
    std::vector<std::string> to;   ///< what these find; empty: each finds the others
};

/// Reads a synonym table (YAML). Throws Error (incompatible: bad configuration) naming the line.
std::vector<SynonymRow> read_synonyms(std::string_view yaml, std::string_view path);

/// The Error for a table that cannot be used, at a line of it (0: the whole).
[[noreturn]] void refuse_synonyms(std::string_view path, int line, const std::string &problem);

} // namespace ideary::source
