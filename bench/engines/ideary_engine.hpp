// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The library under measurement, used through its public headers.
#pragma once

#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "queries/query.hpp"

namespace ideary::bench {

class IdearyEngine {
  public:
    /// Opens without verification, like a program that verifies once and opens often.
    explicit IdearyEngine(const std::string &index);

    /// The ten best ideas, ids only.
    Results top10(const BenchQuery &query) const;
    /// The ten best ideas, the exact total and three exact facets.
    Results facets(const BenchQuery &query) const;
    /// The same with one selected topic; the counts of topics ignore the selection.
    Results disjunctive(const BenchQuery &query, const std::string &topic) const;
    /// A complete result page: hits with highlighted titles and snippets, total, facets.
    Results call(const BenchQuery &query) const;
    /// Like facets, without synonyms and correction: comparable to other engines.
    Results literal(const BenchQuery &query) const;
    const Index &index() const { return index_; }

  private:
    Index index_;
};

} // namespace ideary::bench
