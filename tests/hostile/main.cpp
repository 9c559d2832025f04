// SPDX-License-Identifier: GPL-2.0-or-later
// Runs one bar of hostile input and prints its figure.
// usage: ideary_hostile BAR TOOL WORK [SEED]      environment: IDEARY_FULL=1, IDEARY_SEED=N
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "hostile.hpp"

namespace ideary::hostile {
namespace {

constexpr BarRow bars[] = {
    {"B9", "readers", mutated_inputs, "mutated inputs through every reader"},
    {"B10", "bombs", bombs, "text that is dear to take apart"},
    {"B11", "queries", hostile_queries, "hostile queries on a large index"},
    {"B12", "poison", poison, "a poison idea among a thousand good ones"},
    {"B20", "charsets", charsets, "encodings guessed"},
    {"B21", "output", output, "nothing hostile in what is printed"},
    {"B25", "greedy", greedy, "inputs that want memory, time or other files"},
};

int usage() {
    std::fprintf(stderr, "usage: ideary_hostile BAR TOOL WORK [SEED]\n");
    for (const BarRow &row : bars) {
        std::fprintf(stderr, "  %-10s %s: %s\n", row.name.data(), row.id.data(), row.what.data());
    }
    return 2;
}

int run_bar(const BarRow &row, const Settings &settings) {
    Bar bar(std::string(row.id), settings);
    fault::remove_folder(settings.work);
    std::filesystem::create_directories(settings.work);
    const double begun = fault::now_s();
    try {
        row.run(bar);
    } catch (const std::exception &error) {
        bar.expect(false, error.what());
    }
    if (!bar.failed()) {
        fault::remove_folder(settings.work);
    }
    std::printf("%s: %s; seed %llu, %s, %.1f s%s\n", row.id.data(), bar.figure().c_str(),
                static_cast<unsigned long long>(settings.seed), settings.full ? "full" : "quick",
                fault::now_s() - begun, bar.failed() ? "; FAILED" : "");
    return bar.failed() ? 1 : 0;
}

} // namespace
} // namespace ideary::hostile

int main(int argc, char **argv) {
    using namespace ideary::hostile;
    if (argc < 4 || argc > 5) {
        return usage();
    }
    Settings settings;
    settings.tool = std::filesystem::absolute(argv[2]).string();
    settings.work = std::filesystem::weakly_canonical(argv[3]).string();
    const char *seed = argc > 4 ? argv[4] : std::getenv("IDEARY_SEED");
    settings.seed = seed != nullptr ? std::strtoull(seed, nullptr, 10) : 20240229;
    const char *full = std::getenv("IDEARY_FULL");
    settings.full = full != nullptr && *full == '1';
    for (const char *name : {"IDEARY_INDEX", "NO_COLOR", "XDG_DATA_HOME"}) {
        ::unsetenv(name);
    }
    ::setenv("LC_ALL", "C.UTF-8", 1);
    for (const BarRow &row : bars) {
        if (row.name == argv[1]) {
            return run_bar(row, settings);
        }
    }
    return usage();
}
