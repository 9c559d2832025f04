// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What is measured: the library, through its public headers.
#pragma once

#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "queries/query.hpp"

namespace ideary::bench {

class IdearyEngine {
  public:
    /// Opened quickly, as a program that asks often would after it has verified once.
    explicit IdearyEngine(const std::string &index);

    /// The ten best, ids alone.
    Results top10(const BenchQuery &query) const;
    /// The ten best, the exact total and three exact facets.
    Results facets(const BenchQuery &query) const;
    /// The same under one selected topic, whose own counts ignore the selection.
    Results disjunctive(const BenchQuery &query, const std::string &topic) const;
    /// What a user waits for: hits with marked titles and snippets, total, facets.
    Results call(const BenchQuery &query) const;
    /// As facets, with nothing added to what was typed: comparable to another engine.
    Results literal(const BenchQuery &query) const;
    const Index &index() const { return index_; }

  private:
    Index index_;
};

} // namespace ideary::bench
