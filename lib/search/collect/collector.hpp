// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Everything that matches is seen once: the best of it, how many there are, and what the facets
// count.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "ideary/index.hpp"
#include "search/collect/facet_counter.hpp"
#include "search/collect/field_filters.hpp"
#include "search/plan/compiled_query.hpp"

namespace ideary::search {

struct ScoredDoc {
    Xapian::docid doc = 0;
    float score = 0;
};

/// Whether a stands before b: the order of the contract, never two alike.
class Order {
  public:
    Order(const index::Generation &generation, Sort sort) : generation_(generation), sort_(sort) {}
    bool operator()(const ScoredDoc &a, const ScoredDoc &b) const;

  private:
    const index::Generation &generation_;
    Sort sort_;
};

struct Collected {
    std::vector<ScoredDoc> best; ///< in order
    std::uint64_t total = 0;
    std::vector<Counts> counts; ///< in the order asked for
};

struct CollectOptions {
    std::size_t best = 10;
    Sort sort = Sort::relevance;
    bool count_all = true; ///< false: total may be too low where no facets are asked for
    const std::vector<Choice> *choices = nullptr; ///< filters; not null
    std::vector<schema::FieldId> facets;
    const std::vector<Xapian::docid> *without = nullptr; ///< sorted; left out
};

/// The counts of a field ignore the choices made for that field.
Collected collect(const SearchContext &scene, const ScoredQuery &clause,
                  const CollectOptions &options);

} // namespace ideary::search
