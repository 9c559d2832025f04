// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// All figures of a run, and the two forms in which they are printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "measure/agreement.hpp"
#include "measure/statistics.hpp"

namespace ideary::bench {

/// One operation over the queries of one class. Microseconds of processor time.
struct OperationFigures {
    std::string name;
    std::size_t queries = 0;
    Percentiles cpu;
    double wall_p50 = 0;
    double qps = 0;                       ///< queries a second of processor time
    double ratio = 0;                     ///< to the baseline
    std::optional<double> overlap = {};   ///< of its ten best with those of the baseline
    std::optional<double> to_facets = {}; ///< disjunctive: to the operation facets
};

struct ClassFigures {
    std::string name;
    OperationFigures baseline; ///< ratio: of its second measurement to its first
    std::vector<OperationFigures> operations;
    Agreement agreement;
};

/// What writing an index took.
struct Build {
    double wall_s = 0, cpu_s = 0, rss_mb = 0;
    std::uint64_t bytes = 0; ///< on disk, what searches need
};

/// Raw Xapian given the same terms, positions and stored text, and what it left.
struct RawWriting {
    double write_cpu_s = 0, compact_cpu_s = 0;
    std::uint64_t bytes = 0; ///< compacted
};

/// Programs run from their start to their end. Milliseconds: medians.
struct Programs {
    double cold_wall_ms = 0, empty_wall_ms = 0, cold_cpu_ms = 0, empty_cpu_ms = 0;
    double stream_qps = 0; ///< queries a second of processor time, by standard input
    double unchanged_wall_s = 0, unchanged_cpu_s = 0; ///< 1,000 files ingested again
};

struct Report {
    std::string date, machine, commit, command;
    std::vector<std::pair<std::string, std::string>> versions;
    std::uint64_t ideas = 0, corpus_bytes = 0, staging_bytes = 0;
    Build build;
    double search_rss_mb = 0;
    std::optional<RawWriting> raw = {};
    std::optional<Programs> programs = {};
    std::vector<std::pair<std::string, Build>> peers;
    std::vector<ClassFigures> classes;

    /// The largest difference of the baseline to itself among the classes.
    double noise() const;
};

nlohmann::ordered_json to_json(const Report &report);
std::string to_table(const Report &report);
/// How cost grows from report to report; a sweep is ordered by size.
std::string growth_table(const std::vector<Report> &sweep);

nlohmann::ordered_json to_json(const Build &build);
Build build_from(const nlohmann::ordered_json &json);
nlohmann::ordered_json to_json(const RawWriting &raw);
RawWriting raw_from(const nlohmann::ordered_json &json);

} // namespace ideary::bench
