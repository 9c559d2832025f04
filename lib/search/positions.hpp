// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace ideary::search {

/// Where terms stand in one document after another.
class Positions {
  public:
    /// reach 0: the terms have to follow each other, in their order. Else each has a place of its
    /// own, in any order, and all places lie within so many positions.
    Positions(const Xapian::Database &database, std::vector<std::string> terms,
              std::uint32_t reach);
    /// Whether the terms stand so in a document. It holds all of them.
    bool hold(Xapian::docid doc);

  private:
    using Places = std::vector<Xapian::termpos>; ///< ascending

    void read(Xapian::docid doc, std::size_t term, Places &places) const;
    bool follow(Xapian::docid doc);
    bool are_near(Xapian::docid doc);
    bool fit(Xapian::termpos first);
    bool give_place(std::size_t term, Xapian::termpos first, std::vector<bool> &tried);

    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::uint32_t reach_;
    Places starts_, places_, kept_;
    std::vector<Places> near_;
    std::vector<std::size_t> taken_; ///< of each position of the stretch, by which term
};

} // namespace ideary::search
