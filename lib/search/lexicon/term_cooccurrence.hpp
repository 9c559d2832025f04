// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which English stems occur in the same conference talks (corpus/cooccurrence.txt).
#pragma once

#include <string_view>
#include <vector>

namespace ideary::search {

struct CooccurringTerm {
    std::string_view stem;
    double strength = 0; ///< 0 to 1
};

/// A table: lines in byte order, each a stem, then the others, each after two digits of strength.
/// Refers to the text, which outlives it.
class TermCooccurrence {
  public:
    explicit TermCooccurrence(std::string_view table) : table_(table) {}
    /// Strongest first; empty for a stem that is not in the table.
    std::vector<CooccurringTerm> find(std::string_view stem) const;
    bool has(std::string_view stem) const;

  private:
    std::string_view table_;
};

/// The built-in table.
std::string_view cooccurrence_table();

} // namespace ideary::search
