// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Another engine on the same ideas, used as its manual recommends for speed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/documents.hpp"
#include "queries/query.hpp"

namespace ideary::bench {

class Engine {
  public:
    virtual ~Engine() = default;
    /// The ten best documents.
    virtual std::vector<std::uint32_t> top10(const BenchQuery &query) = 0;
    /// The same, and three facets counted over all matches; returns the number of matches.
    virtual std::uint64_t facets(const BenchQuery &query) = 0;
};

/// Adds documents in the order of their numbers.
class PeerWriter {
  public:
    virtual ~PeerWriter() = default;
    virtual void add(const Document &document) = 0;
    virtual void finish() = 0;
};

/// One engine that was compiled in.
struct PeerRow {
    std::string name;
    std::function<std::string()> version;
    std::function<std::unique_ptr<PeerWriter>(const std::string &path)> write;
    std::function<std::unique_ptr<Engine>(const std::string &path, const FacetColumns &columns)>
        open;
};

/// The engines that were found at build time.
const std::vector<PeerRow> &peers();

#ifdef IDEARY_BENCH_SQLITE
PeerRow sqlite_peer();
#endif
#ifdef IDEARY_BENCH_LUCENE
PeerRow lucene_peer();
#endif

} // namespace ideary::bench
