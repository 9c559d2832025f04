// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "run_bars.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string_view>

namespace ideary::fault {
namespace {

constexpr int skip_code = 77; ///< ctest shows such a bar as skipped

int usage(const std::vector<BarRow> &bars) {
    std::fprintf(stderr, "usage: PROGRAM BAR WORK [TOOL [DISK]]\n");
    for (const BarRow &row : bars) {
        std::fprintf(stderr, "  %-10s %s: %s\n", row.name.data(), row.id.data(), row.what.data());
    }
    return 2;
}

Settings settings_of(const std::vector<std::string> &words) {
    const auto path = [&](std::size_t at) {
        return words.size() > at ? std::filesystem::absolute(words[at]).string() : "";
    };
    Settings settings;
    settings.work = std::filesystem::weakly_canonical(words[1]).string();
    settings.tool = path(2);
    settings.disk = path(3);
    if (const char *seed = std::getenv("IDEARY_SEED"); seed != nullptr) {
        settings.seed = std::strtoull(seed, nullptr, 10);
    }
    const char *full = std::getenv("IDEARY_FULL");
    settings.full = full != nullptr && *full == '1';
    settings.is_first_enough = std::getenv("IDEARY_FIRST_FAILURE") != nullptr;
    return settings;
}

/// What the person who runs the tests has set does not reach the command.
void clear_environment() {
    for (const char *name : {"IDEARY_INDEX", "NO_COLOR", "XDG_DATA_HOME"}) {
        ::unsetenv(name);
    }
    ::setenv("LC_ALL", "C.UTF-8", 1);
}

void run_guarded(const BarRow &row, Bar &bar) {
    try {
        row.run(bar);
    } catch (const std::exception &error) {
        bar.expect(false, error.what());
    }
}

int run_bar(const BarRow &row, const Settings &settings) {
    Bar bar(std::string(row.id), settings);
    remove_folder(settings.work);
    std::filesystem::create_directories(settings.work);
    const double begun = now_s();
    try {
        run_guarded(row, bar);
    } catch (const Skipped &skipped) {
        std::printf("%s: skipped, %s\n", row.id.data(), skipped.why.c_str());
        return skip_code;
    } catch (const FirstFailure &) { // said already
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

int run_bars(int argc, char **argv, const std::vector<BarRow> &bars) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    for (const BarRow &row : bars) {
        if (words.size() >= 2 && words.size() <= 4 && row.name == words[0]) {
            clear_environment();
            return run_bar(row, settings_of(words));
        }
    }
    return usage(bars);
}

} // namespace ideary::fault
