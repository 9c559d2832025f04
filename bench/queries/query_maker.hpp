// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index comes in, queries of all classes go out that its own words, people and years answer.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "queries/query.hpp"

namespace ideary::bench {

struct QuerySpec {
    std::size_t per_class = 36;
    std::uint64_t seed = 1;
    std::size_t most_expansions = 60;    ///< words that a prefix may stand for
    std::optional<QueryClass> only = {}; ///< no other class
};

/// database: one that has the terms of its documents, a writer's. The same one and the same spec
/// give the same queries. A class of which the database has too few
/// gets fewer.
std::vector<BenchQuery> make_queries(const Xapian::Database &database, const QuerySpec &spec);

} // namespace ideary::bench
