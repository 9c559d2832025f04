// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <xapian.h>

#include "ideary/index.hpp"
#include "index/reader/generation.hpp"

namespace ideary::search {

struct ScoredDoc {
    Xapian::docid doc = 0;
    float score = 0;
};

/// Whether a hit comes before another: a strict total order.
class HitOrder {
  public:
    HitOrder(const index::Generation &generation, Sort sort)
        : generation_(generation), sort_(sort) {}
    bool operator()(const ScoredDoc &a, const ScoredDoc &b) const;

  private:
    const index::Generation &generation_;
    Sort sort_;
};

} // namespace ideary::search
