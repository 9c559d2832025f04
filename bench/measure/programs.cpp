// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/programs.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <ideary/writer.hpp>

#include "corpus/model.hpp"
#include "engines/baseline.hpp"
#include "measure/clock.hpp"

namespace ideary::bench {
namespace {

namespace fs = std::filesystem;

constexpr int cold_runs = 40;
constexpr int repeated_runs = 5;
constexpr std::size_t stream_queries = 1000;
constexpr int unchanged_files = 1000;

std::vector<BenchQuery> of_class(const Workspace &workspace, QueryClass kind, std::size_t count,
                                 std::uint64_t seed) {
    QuerySpec spec;
    spec.per_class = count;
    spec.seed = seed;
    spec.only = kind;
    return make_queries(Baseline(workspace.generation()).written(), spec);
}

/// The median of pick(cost) over the runs.
double middle(const std::vector<Cost> &costs, double Cost::*pick) {
    std::vector<double> values;
    for (const Cost &cost : costs) {
        values.push_back(cost.*pick);
    }
    return median(values);
}

void measure_cold(const std::string &command, const Workspace &workspace,
                  const std::vector<BenchQuery> &queries, Programs &result) {
    const std::string empty =
        (fs::read_symlink("/proc/self/exe").parent_path() / "ideary-bench-empty").string();
    std::vector<Cost> cold, nothing;
    for (int run = -2; run < cold_runs && !queries.empty(); ++run) {
        const auto &query = queries[static_cast<std::size_t>(run + 2) % queries.size()];
        const Cost search =
            run_program({command, "search", "--index", workspace.index(), typed(query)});
        const Cost other = run_program({empty});
        if (run >= 0) { // the first two warm the page cache
            cold.push_back(search);
            nothing.push_back(other);
        }
    }
    result.cold_wall_ms = middle(cold, &Cost::wall_s) * 1e3;
    result.cold_cpu_ms = middle(cold, &Cost::cpu_s) * 1e3;
    result.empty_wall_ms = middle(nothing, &Cost::wall_s) * 1e3;
    result.empty_cpu_ms = middle(nothing, &Cost::cpu_s) * 1e3;
}

void measure_stream(const std::string &command, const Workspace &workspace,
                    const std::vector<BenchQuery> &queries, Programs &result) {
    const std::string lines = workspace.folder() + "/stream";
    {
        std::ofstream file(lines);
        for (const BenchQuery &query : queries) {
            file << typed(query) << '\n';
        }
    }
    std::vector<Cost> costs;
    for (int run = 0; run < repeated_runs; ++run) {
        costs.push_back(run_program({command, "search", "--index", workspace.index(), "--queries",
                                     "-", "--facets", "--format", "jsonl"},
                                    {lines, "/dev/null"}));
    }
    const double took = middle(costs, &Cost::cpu_s);
    result.stream_qps = took > 0 ? static_cast<double>(queries.size()) / took : 0;
}

void measure_unchanged(const std::string &command, const Workspace &workspace, Programs &result) {
    const std::string folder = workspace.folder() + "/unchanged";
    fs::remove_all(folder);
    fs::create_directories(folder + "/lists");
    const Model model = model_of({IDEARY_BENCH_CORPUS});
    Random random(1);
    for (int number = 0; number < unchanged_files; ++number) {
        std::ofstream file(fmt::format("{}/lists/list-{:04}.md", folder, number));
        file << "# Talks I would like to see\n\n";
        for (int item = 0; item < 10; ++item) {
            file << "- " << model.text(8, random) << '\n';
        }
    }
    const std::vector<std::string> words{command,   "ingest",          "--quiet",
                                         "--index", folder + "/index", folder + "/lists"};
    run_program(words);
    std::vector<Cost> costs;
    for (int run = 0; run < repeated_runs; ++run) {
        costs.push_back(run_program(words));
    }
    result.unchanged_wall_s = middle(costs, &Cost::wall_s);
    result.unchanged_cpu_s = middle(costs, &Cost::cpu_s);
    fs::remove_all(folder);
}

} // namespace

std::string command_of(const Options &options) {
    const std::string path =
        options.program.empty()
            ? (fs::read_symlink("/proc/self/exe").parent_path() / "ideary").string()
            : options.program;
    return fs::exists(path) ? path : std::string();
}

Programs run_programs(const Options &options, const Workspace &workspace) {
    const std::string command = command_of(options);
    Programs result;
    measure_cold(command, workspace, of_class(workspace, QueryClass::word, 20, options.spec.seed),
                 result);
    measure_stream(command, workspace,
                   of_class(workspace, QueryClass::any, stream_queries, options.spec.seed), result);
    measure_unchanged(command, workspace, result);
    return result;
}

} // namespace ideary::bench
