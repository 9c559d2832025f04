// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// CSV and TSV. Columns and their default order are a promise to programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ideary/index.hpp>

namespace ideary::tools {

enum class Separator { comma, tab };

/// One row without the final line feed. Cells are safe for terminals and, in CSV, quoted where
/// needed and guarded against formula injection; in TSV, tabs and line feeds become spaces.
std::string table_row(const std::vector<std::string> &cells, Separator separator);

/// The columns of a table of ideas.
class IdeaTable {
  public:
    /// columns: names separated by commas; empty: the default columns. Throws Error (usage) with a
    /// suggestion for an unknown name.
    IdeaTable(std::string_view columns, Separator separator);
    std::string head() const;
    /// Rank, score and snippet are empty without a hit.
    std::string row(const Idea &idea, const Hit *hit = nullptr) const;

  private:
    Separator separator_;
    std::vector<std::size_t> columns_; ///< rows of the table of columns
};

/// The names of all columns, the default ones first.
std::vector<std::string> column_names();

} // namespace ideary::tools
