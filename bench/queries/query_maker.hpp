// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Makes queries of all classes from the words, authors and years of an index.
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
    std::size_t max_expansions = 60;     ///< words that match a prefix
    std::optional<QueryClass> only = {}; ///< if set, only this class
};

/// database: the database of the writer, which stores the terms of each document. The same database
/// and spec give the same queries. Returns fewer queries of a class if the database has too few
/// words.
std::vector<BenchQuery> make_queries(const Xapian::Database &database, const QuerySpec &spec);

} // namespace ideary::bench
