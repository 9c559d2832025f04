// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// All figures of a run, as JSON and as tables.
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

/// One operation over the queries of one class. Microseconds of CPU time.
struct OperationFigures {
    std::string name;
    std::size_t queries = 0;
    Percentiles cpu;
    double wall_p50 = 0;
    double qps = 0;                       ///< queries per second of CPU time
    double ratio = 0;                     ///< to the baseline
    std::optional<double> overlap = {};   ///< of the ten best with the baseline
    std::optional<double> to_facets = {}; ///< only of `disjunctive`: ratio to `facets`
};

struct ClassFigures {
    std::string name;
    OperationFigures baseline; ///< ratio: second measurement to first
    std::vector<OperationFigures> operations;
    Agreement agreement;
};

/// The cost of building an index.
struct Build {
    double wall_s = 0, cpu_s = 0, rss_mb = 0;
    std::uint64_t bytes = 0; ///< on disk, needed for searching
};

/// The cost of writing the same terms, positions and stored text with raw Xapian.
struct RawWriting {
    double write_cpu_s = 0, compact_cpu_s = 0;
    std::uint64_t bytes = 0; ///< after compaction
};

/// Runs of the command. Medians; milliseconds unless named otherwise.
struct Programs {
    double cold_wall_ms = 0, empty_wall_ms = 0, cold_cpu_ms = 0, empty_cpu_ms = 0;
    double stream_qps = 0; ///< queries per second of CPU time, from standard input
    double unchanged_wall_s = 0, unchanged_cpu_s = 0; ///< 1,000 unchanged files
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

    /// The largest noise of all classes.
    double noise() const;
};

nlohmann::ordered_json to_json(const Report &report);
std::string to_table(const Report &report);
/// How cost grows from report to report, ordered by size.
std::string growth_table(const std::vector<Report> &sweep);

nlohmann::ordered_json to_json(const Build &build);
Build build_from(const nlohmann::ordered_json &json);
nlohmann::ordered_json to_json(const RawWriting &raw);
RawWriting raw_from(const nlohmann::ordered_json &json);

} // namespace ideary::bench
