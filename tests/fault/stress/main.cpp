// SPDX-License-Identifier: GPL-2.0-or-later
// Runs one bar of reliability that is about damage or many at once, and prints its figure.
// usage: ideary_stress BAR WORK [TOOL]      environment: IDEARY_FULL=1, IDEARY_SEED=N
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "stress.hpp"

namespace ideary::fault {
namespace {

constexpr BarRow bars[] = {
    {"B5", "readers", readers_and_a_writer, "readers while a writer publishes all the time"},
    {"B8", "damage", damaged_indexes, "files of an index cut, gone, flipped, swapped, zeroed"},
    {"B13", "threads", threads_and_one_index, "many threads ask one Index"},
    {"B15", "memory", memory_over_time, "queries and new generations leave nothing behind"},
    {"B16", "versions", other_versions, "an index of other rules is refused by name"},
    {"B17", "orders", orders_of_ingest, "the same ideas in any order give the same answers"},
};

int usage() {
    std::fprintf(stderr, "usage: ideary_stress BAR WORK [TOOL]\n");
    for (const BarRow &row : bars) {
        std::fprintf(stderr, "  %-10s %s: %s\n", row.name.data(), row.id.data(), row.what.data());
    }
    return 2;
}

int run_bar(const BarRow &row, const Settings &settings) {
    Bar bar(std::string(row.id), settings);
    remove_folder(settings.work);
    std::filesystem::create_directories(settings.work);
    const double begun = now_s();
    try {
        row.run(bar);
    } catch (const std::exception &error) {
        bar.expect(false, error.what());
    }
    if (!bar.failed()) {
        remove_folder(settings.work);
    }
    std::printf("%s: %s; seed %llu, %s, %.1f s%s\n", row.id.data(), bar.figure().c_str(),
                static_cast<unsigned long long>(settings.seed), settings.full ? "full" : "quick",
                now_s() - begun, bar.failed() ? "; FAILED" : "");
    return bar.failed() ? 1 : 0;
}

} // namespace
} // namespace ideary::fault

int main(int argc, char **argv) {
    using namespace ideary::fault;
    if (argc < 3 || argc > 4) {
        return usage();
    }
    Settings settings;
    settings.work = std::filesystem::weakly_canonical(argv[2]).string();
    settings.tool = argc > 3 ? std::filesystem::absolute(argv[3]).string() : "";
    const char *seed = std::getenv("IDEARY_SEED");
    settings.seed = seed != nullptr ? std::strtoull(seed, nullptr, 10) : 20240229;
    const char *full = std::getenv("IDEARY_FULL");
    settings.full = full != nullptr && *full == '1';
    ::unsetenv("IDEARY_INDEX");
    ::setenv("LC_ALL", "C.UTF-8", 1);
    for (const BarRow &row : bars) {
        if (row.name == argv[1]) {
            return run_bar(row, settings);
        }
    }
    return usage();
}
