// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which words stand in the same talks, learned from thousands of them (corpus/related.txt).
// English.
#pragma once

#include <string_view>
#include <vector>

namespace ideary::search {

struct Association {
    std::string_view stem;
    double strength = 0; ///< 0 to 1
};

/// A table: lines sorted by bytes, each a stem and others, each behind two digits of strength.
/// Looks into the text it is given, which must outlive it.
class TermCooccurrence {
  public:
    explicit TermCooccurrence(std::string_view table) : table_(table) {}
    /// Strongest first; empty for a stem that is not known.
    std::vector<Association> of(std::string_view stem) const;
    bool knows(std::string_view stem) const;

  private:
    std::string_view table_;
};

/// The table that is built in.
std::string_view related_table();

} // namespace ideary::search
