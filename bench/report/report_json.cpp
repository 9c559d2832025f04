// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "report/report.hpp"

namespace ideary::bench {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double digits) {
    const double factor = std::pow(10.0, digits);
    return std::round(value * factor) / factor;
}

Json spread_json(const OperationFigures &figures) {
    return {{"p50_us", rounded(figures.cpu.p50, 1)},       {"p95_us", rounded(figures.cpu.p95, 1)},
            {"p99_us", rounded(figures.cpu.p99, 1)},       {"max_us", rounded(figures.cpu.max, 1)},
            {"wall_p50_us", rounded(figures.wall_p50, 1)}, {"qps", rounded(figures.qps, 0)}};
}

Json operation_json(const OperationFigures &figures) {
    Json json = spread_json(figures);
    json["queries"] = figures.queries;
    json["ratio"] = rounded(figures.ratio, 3);
    if (figures.overlap) {
        json["overlap"] = rounded(*figures.overlap, 3);
    }
    if (figures.to_facets) {
        json["to_facets"] = rounded(*figures.to_facets, 3);
    }
    return json;
}

Json class_json(const ClassFigures &figures) {
    Json ops = Json::object();
    for (const OperationFigures &operation : figures.operations) {
        ops[operation.name] = operation_json(operation);
    }
    const Agreement &agreement = figures.agreement;
    return {{"name", figures.name},
            {"queries", figures.baseline.queries},
            {"noise", rounded(deviation(figures.baseline.ratio), 4)},
            {"baseline", spread_json(figures.baseline)},
            {"agreement",
             {{"totals", agreement.totals},
              {"of", agreement.queries},
              {"facet_values", agreement.values_equal},
              {"of_values", agreement.values},
              {"widened", agreement.widened},
              {"unequal", agreement.unequal}}},
            {"ops", ops}};
}

Json programs_json(const Programs &programs) {
    return {{"cold_wall_ms", rounded(programs.cold_wall_ms, 3)},
            {"empty_wall_ms", rounded(programs.empty_wall_ms, 3)},
            {"cold_cpu_ms", rounded(programs.cold_cpu_ms, 3)},
            {"empty_cpu_ms", rounded(programs.empty_cpu_ms, 3)},
            {"stream_qps", rounded(programs.stream_qps, 0)},
            {"unchanged_wall_s", rounded(programs.unchanged_wall_s, 3)},
            {"unchanged_cpu_s", rounded(programs.unchanged_cpu_s, 3)}};
}

Json index_json(const Report &report) {
    return {{"bytes", report.build.bytes},
            {"build_s", rounded(report.build.wall_s, 2)},
            {"rss_mb", rounded(report.build.rss_mb, 0)},
            {"build_cpu_s", rounded(report.build.cpu_s, 2)},
            {"staging_bytes", report.staging_bytes},
            {"search_rss_mb", rounded(report.search_rss_mb, 0)}};
}

} // namespace

double Report::noise() const {
    double most = 0;
    for (const ClassFigures &figures : classes) {
        most = std::max(most, deviation(figures.baseline.ratio));
    }
    return most;
}

Json to_json(const Build &build) {
    return {{"wall_s", rounded(build.wall_s, 2)},
            {"cpu_s", rounded(build.cpu_s, 2)},
            {"rss_mb", rounded(build.rss_mb, 0)},
            {"bytes", build.bytes}};
}

Build build_from(const Json &json) {
    return {json.at("wall_s"), json.at("cpu_s"), json.at("rss_mb"), json.at("bytes")};
}

Json to_json(const RawWriting &raw) {
    return {{"write_cpu_s", rounded(raw.write_cpu_s, 3)},
            {"compact_cpu_s", rounded(raw.compact_cpu_s, 3)},
            {"bytes", raw.bytes}};
}

RawWriting raw_from(const Json &json) {
    return {json.at("write_cpu_s"), json.at("compact_cpu_s"), json.at("bytes")};
}

Json to_json(const Report &report) {
    Json json{{"schema_version", 1},
              {"date", report.date},
              {"machine", report.machine},
              {"commit", report.commit},
              {"command", report.command},
              {"versions", Json::object()},
              {"corpus", {{"ideas", report.ideas}, {"bytes", report.corpus_bytes}}},
              {"index", index_json(report)},
              {"noise", rounded(report.noise(), 4)}};
    for (const auto &[name, version] : report.versions) {
        json["versions"][name] = version;
    }
    if (report.raw) {
        json["raw_xapian"] = to_json(*report.raw);
    }
    if (report.programs) {
        json["programs"] = programs_json(*report.programs);
    }
    json["peers"] = Json::object();
    for (const auto &[name, build] : report.peers) {
        json["peers"][name] = to_json(build);
    }
    json["classes"] = Json::array();
    for (const ClassFigures &figures : report.classes) {
        json["classes"].push_back(class_json(figures));
    }
    return json;
}

} // namespace ideary::bench
