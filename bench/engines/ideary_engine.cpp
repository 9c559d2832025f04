// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "engines/ideary_engine.hpp"

namespace ideary::bench {
namespace {

SearchOptions with_facets() {
    SearchOptions options;
    options.facets = {"topic", "year", "author"};
    return options;
}

SearchOptions ids_with_facets() {
    SearchOptions options = with_facets();
    options.ids_only = true;
    return options;
}

} // namespace

IdearyEngine::IdearyEngine(const std::string &index)
    : index_(Index::open(index, {Verify::quick})) {}

Results IdearyEngine::top10(const BenchQuery &query) const {
    SearchOptions options;
    options.ids_only = true;
    options.exact_total = false;
    return index_.search(Query::parse(typed(query)), options);
}

Results IdearyEngine::facets(const BenchQuery &query) const {
    return index_.search(Query::parse(typed(query)), ids_with_facets());
}

Results IdearyEngine::disjunctive(const BenchQuery &query, const std::string &topic) const {
    SearchOptions options = ids_with_facets();
    options.filters = {{"topic", topic}};
    return index_.search(Query::parse(typed(query)), options);
}

Results IdearyEngine::call(const BenchQuery &query) const {
    return index_.search(Query::parse(typed(query)), with_facets());
}

Results IdearyEngine::literal(const BenchQuery &query) const {
    SearchOptions options = ids_with_facets();
    options.literal = true;
    return index_.search(Query::parse(typed(query)), options);
}

} // namespace ideary::bench
