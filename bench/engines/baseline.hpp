// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The baseline of all ratios: raw Xapian on the same postings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "queries/query.hpp"

namespace ideary::bench {

/// Path of the database of a generation. Throws runtime_error if there is none.
std::string generation_path(const std::string &index, std::uint64_t number);

/// Raw Xapian on the database of a generation: Enquire, BM25 with default parameters, the stems of
/// the catch-all field. No facets, no exact total, no texts.
class Baseline {
  public:
    /// generation: a folder of an index.
    explicit Baseline(const std::string &generation);

    /// The ten best documents.
    std::vector<Xapian::docid> top10(const BenchQuery &query) const;
    /// All documents that contain the words, also in other languages, which have other stems.
    /// Unsorted.
    std::vector<Xapian::docid> all(const BenchQuery &query) const;
    /// The key of the id of an idea: see terms.hpp.
    std::string key_of(Xapian::docid document) const;
    const Xapian::Database &database() const { return database_; }
    /// The same documents in the database of the writer, which unlike a generation stores the terms
    /// of each document.
    const Xapian::Database &written() const { return written_; }

  private:
    Xapian::Database database_, written_;
};

} // namespace ideary::bench
