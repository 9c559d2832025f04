// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "search/match/doc_bit_set.hpp"

namespace ideary::search {

/// Where terms stand in the documents of one window after another.
class Positions {
  public:
    /// reach 0: the terms have to follow each other, in their order. Else each has a place of its
    /// own, in any order, and all places lie within so many positions.
    Positions(const Xapian::Database &database, std::vector<std::string> terms,
              std::uint32_t reach);
    /// Keeps those documents in which the terms stand so. All of them hold every term.
    void keep(Xapian::docid first, Bits &docs);

  private:
    using Places = std::vector<Xapian::termpos>; ///< ascending

    void read(Xapian::docid doc, std::size_t term, Places &places) const;
    void follow(std::size_t term, const Places &places, Places &starts);
    bool are_near(const std::vector<Places> &terms);
    bool fit(const std::vector<Places> &terms, Xapian::termpos first);
    bool give_place(const std::vector<Places> &terms, std::size_t term, Xapian::termpos first,
                    std::vector<bool> &tried);

    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::uint32_t reach_;
    std::vector<std::vector<Places>> rows_; ///< of each document: where its terms stand
    Places kept_, starts_;
    std::vector<std::size_t> taken_; ///< of each position of the stretch, by which term
};

} // namespace ideary::search
