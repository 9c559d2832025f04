// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "report/report.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "options.hpp"
#include "report/compare.hpp"

using namespace ideary::bench;
using Json = nlohmann::ordered_json;

TEST_SUITE_BEGIN("bench");

namespace {

Report report_with(double facets_ratio, double baseline_again) {
    Report report;
    report.ideas = 1000;
    report.build = {2.5, 2.25, 80, 4096};
    ClassFigures figures;
    figures.name = "word";
    figures.baseline = {"baseline", 4, {10, 20, 30, 40}, 11, 90000, baseline_again};
    OperationFigures facets{"facets", 4, {5, 6, 7, 8}, 6, 180000, facets_ratio};
    facets.overlap = 0.75;
    figures.operations = {facets};
    report.classes = {figures};
    return report;
}

} // namespace

TEST_CASE("report: the JSON has the documented members") {
    const Json json = to_json(report_with(0.5, 0.98));
    CHECK(json["schema_version"] == 1);
    CHECK(json["corpus"]["ideas"] == 1000);
    CHECK(json["index"]["bytes"] == 4096);
    CHECK(json["index"]["build_s"] == 2.5);
    CHECK(json["index"]["rss_mb"] == 80);
    CHECK(json["noise"].get<double>() == doctest::Approx(0.0204).epsilon(0.01));
    const Json &word = json["classes"][0];
    CHECK(word["name"] == "word");
    CHECK(word["queries"] == 4);
    CHECK(word["baseline"]["p50_us"] == 10);
    CHECK(word["baseline"]["p95_us"] == 20);
    CHECK(word["baseline"]["p99_us"] == 30);
    const Json &facets = word["ops"]["facets"];
    CHECK(facets["p50_us"] == 5);
    CHECK(facets["ratio"] == 0.5);
    CHECK(facets["overlap"] == 0.75);
    CHECK_FALSE(facets.contains("to_facets"));
}

TEST_CASE("report: the cost of building is read back from JSON") {
    const Build build = build_from(to_json(Build{1.5, 1.25, 90, 77}));
    CHECK(build.wall_s == 1.5);
    CHECK(build.bytes == 77);
    CHECK(raw_from(to_json(RawWriting{3.5, 0.5, 12})).bytes == 12);
}

TEST_CASE("compare: a change counts only beyond the noise of both runs") {
    const Json before = to_json(report_with(0.50, 1.0));
    CHECK(comparison(before, to_json(report_with(0.505, 1.0))).find(" =") != std::string::npos);
    CHECK(comparison(before, to_json(report_with(0.60, 1.0))).find("slower") != std::string::npos);
    CHECK(comparison(before, to_json(report_with(0.40, 1.0))).find("faster") != std::string::npos);
    CHECK(comparison(before, to_json(report_with(0.60, 1.3))).find(" =") != std::string::npos);
}

TEST_CASE("report: the table shows the figures of the JSON") {
    const std::string table = to_table(report_with(0.5, 1.0));
    CHECK(table.find("facets") != std::string::npos);
    CHECK(table.find("0.500") != std::string::npos);
    CHECK(growth_table({report_with(0.5, 1), report_with(0.5, 1)}).find("x1.0") !=
          std::string::npos);
}

TEST_CASE("options: numbers with units, one corpus, known names") {
    CHECK(parse_count("10k") == 10000);
    CHECK(parse_count("1M") == 1000000);
    CHECK_THROWS(parse_count("1G"));
    CHECK_THROWS(parse_count(""));
    CHECK(parse_options({"--sweep=10k,1k"}).sweep == std::vector<std::uint64_t>{1000, 10000});
    CHECK(parse_options({"--synthetic", "5k", "--format", "json"}).as_json);
    CHECK_THROWS(parse_options({}));
    CHECK_THROWS(parse_options({"--synthetic", "5", "--corpus", "x"}));
    CHECK_THROWS(parse_options({"--synthetic", "5", "--classes", "none"}));
    CHECK_THROWS(parse_options({"--synthetic"}));
}

TEST_SUITE_END();
