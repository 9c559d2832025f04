// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "search/match/doc_bit_set.hpp"

namespace ideary::search {

/// Checks the positions of terms in the documents of a window: phrases and NEAR.
class Positions {
  public:
    /// near_window 0: a phrase, the terms follow each other in order. Otherwise each term has a
    /// position of its own, in any order, and all positions lie within near_window.
    Positions(const Xapian::Database &database, std::vector<std::string> terms,
              std::uint32_t near_window);
    /// Removes the documents that do not match. All of them hold every term.
    void keep_matches(Xapian::docid window_start, DocBitSet &docs);

  private:
    using PositionList = std::vector<Xapian::termpos>; ///< ascending

    void read(Xapian::docid doc, std::size_t term, PositionList &positions) const;
    void keep_continued(std::size_t term, const PositionList &positions, PositionList &starts);
    bool are_near(const std::vector<PositionList> &terms);
    bool fits_at(const std::vector<PositionList> &terms, Xapian::termpos start);
    bool assign(const std::vector<PositionList> &terms, std::size_t term, Xapian::termpos start,
                std::vector<bool> &tried);

    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::uint32_t near_window_;
    std::vector<std::vector<PositionList>> by_doc_; ///< positions of each term
    PositionList kept_, starts_;
    std::vector<std::size_t> assigned_; ///< by offset in the NEAR window: the term there
};

} // namespace ideary::search
