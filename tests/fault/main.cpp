// SPDX-License-Identifier: GPL-2.0-or-later
// Runs one bar of reliability with the real command and prints its figure.
// usage: ideary_fault BAR TOOL DISK WORK [SEED]      environment: IDEARY_FULL=1, IDEARY_SEED=N
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "bar.hpp"

namespace ideary::fault {
namespace {

constexpr int skip_code = 77; ///< ctest shows such a bar as skipped

constexpr BarRow bars[] = {
    {"B1", "kill", kill_at_random, "ingest is killed at random moments"},
    {"B2", "power_cut", power_cut, "the power goes at random points"},
    {"B3", "stop", stop_at_each_step, "killed before each change of a name and each sync"},
    {"B4", "full_disk", failing_disk, "the disk is full, broken or read-only from some write on"},
    {"B7", "racing", racing_writers, "twenty writers at once"},
    {"B14", "forks", forks, "children of a reader and of a writer live on"},
    {"B19", "places", odd_places, "places that are no index, or have odd names"},
    {"B22", "forgetting", forgetting, "standard input and --prune take nothing that was not named"},
    {"B23", "resuming", resuming, "a run cut off, then one with other arguments"},
    {"B24", "rebuilding", rebuilding, "the same export after a rebuild"},
    {"B26", "splitting", splitting_again, "other rules, topics, sidecars: split again"},
};

int usage() {
    std::fprintf(stderr, "usage: ideary_fault BAR TOOL DISK WORK [SEED]\n");
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
    const char *end = "";
    try {
        row.run(bar);
    } catch (const Skipped &skipped) {
        std::printf("%s: skipped, %s\n", row.id.data(), skipped.why.c_str());
        return skip_code;
    } catch (const std::exception &error) {
        bar.expect(false, error.what());
    }
    if (bar.failed()) {
        end = "; FAILED";
    } else {
        remove_folder(settings.work);
    }
    std::printf("%s: %s; seed %llu, %s, %.1f s%s\n", row.id.data(), bar.figure().c_str(),
                static_cast<unsigned long long>(settings.seed), settings.full ? "full" : "quick",
                now_s() - begun, end);
    return bar.failed() ? 1 : 0;
}

} // namespace
} // namespace ideary::fault

int main(int argc, char **argv) {
    using namespace ideary::fault;
    if (argc < 5 || argc > 6) {
        return usage();
    }
    Settings settings;
    settings.tool = std::filesystem::absolute(argv[2]).string();
    settings.disk = std::filesystem::absolute(argv[3]).string();
    settings.work = std::filesystem::weakly_canonical(argv[4]).string();
    const char *seed = argc > 5 ? argv[5] : std::getenv("IDEARY_SEED");
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
