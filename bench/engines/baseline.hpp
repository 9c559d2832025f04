// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The unit of all ratios: what the engine below does alone, on the same postings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "queries/query.hpp"

namespace ideary::bench {

/// The database inside the index in use. Throws runtime_error when there is none.
std::string generation_path(const std::string &index, std::uint64_t number);

/// Raw Xapian over the database of a generation: Enquire, BM25 with its own parameters, the stems
/// of the merged list. No facets, no exact total, no texts.
class Baseline {
  public:
    /// generation: a folder of an index.
    explicit Baseline(const std::string &generation);

    /// Numbers of the ten best documents.
    std::vector<Xapian::docid> top10(const BenchQuery &query) const;
    /// Numbers of all documents that hold the words, also those of other languages, whose stems are
    /// others. In no order.
    std::vector<Xapian::docid> all(const BenchQuery &query) const;
    /// Key of the id of a document's idea: see terms.hpp.
    std::string key_of(Xapian::docid document) const;
    const Xapian::Database &database() const { return database_; }
    /// The same documents as their writer keeps them, with the terms of each: a generation has
    /// none.
    const Xapian::Database &written() const { return written_; }

  private:
    Xapian::Database database_, written_;
};

} // namespace ideary::bench
