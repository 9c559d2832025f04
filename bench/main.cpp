// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <exception>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <ideary/error.hpp>
#include <nlohmann/json.hpp>

#include "measure/run.hpp"
#include "report/compare.hpp"
#include "report/environment.hpp"

namespace {

using namespace ideary::bench;
using Json = nlohmann::ordered_json;

Json read_json(const std::string &path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return Json::parse(file);
}

void describe(Report &report, const std::vector<std::string> &arguments) {
    report.date = today();
    report.machine = machine();
    report.commit = commit();
    report.command = command_line(arguments);
}

void finish(const Options &options, const Json &json, const std::string &table) {
    fmt::print("{}\n", options.as_json ? json.dump(1) : table);
    if (!options.output.empty() && !(std::ofstream(options.output) << json.dump(1) << '\n')) {
        throw std::runtime_error("cannot write " + options.output);
    }
}

void sweep(const Options &options, const std::vector<std::string> &arguments) {
    std::vector<Report> reports;
    Json json{{"schema_version", 1}, {"sweep", Json::array()}};
    std::string table;
    for (const std::uint64_t ideas : options.sweep) {
        reports.push_back(run(options, ideas));
        describe(reports.back(), arguments);
        json["sweep"].push_back(to_json(reports.back()));
        table += to_table(reports.back()) + "\n";
    }
    finish(options, json, table + growth_table(reports));
}

void one(const Options &options, const std::vector<std::string> &arguments) {
    Report report = run(options, options.synthetic);
    describe(report, arguments);
    const Json json = to_json(report);
    std::string table = to_table(report);
    if (!options.compare.empty()) {
        table += "\n" + comparison(read_json(options.compare[0]), json);
    }
    finish(options, json, table);
}

void work(const std::vector<std::string> &arguments) {
    const Options options = parse_options(arguments);
    if (options.help) {
        fmt::print("{}", usage());
    } else if (options.compare.size() > 1) {
        fmt::print("{}", comparison(read_json(options.compare[0]), read_json(options.compare[1])));
    } else if (!options.sweep.empty()) {
        sweep(options, arguments);
    } else {
        one(options, arguments);
    }
}

} // namespace

int main(int count, char **values) {
    try {
        work({values + 1, values + count});
        return 0;
    } catch (const std::invalid_argument &error) {
        fmt::print(stderr, "ideary-bench: {}\nSee: ideary-bench --help\n", error.what());
        return 2;
    } catch (const std::exception &error) {
        fmt::print(stderr, "ideary-bench: {}\n", error.what());
        return 1;
    }
}
