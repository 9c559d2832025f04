// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "run_tests.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string_view>

namespace ideary::fault {
namespace {

constexpr int skip_code = 77; ///< ctest shows such a test as skipped

int usage(const std::vector<TestRow> &tests) {
    std::fprintf(stderr, "usage: PROGRAM TEST WORK [TOOL [DISK]]\n");
    for (const TestRow &row : tests) {
        std::fprintf(stderr, "  %-20s %s\n", row.name.data(), row.what.data());
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
    settings.stop_at_first_failure = std::getenv("IDEARY_FIRST_FAILURE") != nullptr;
    return settings;
}

/// Variables of the caller must not affect the command.
void clear_environment() {
    for (const char *name : {"IDEARY_INDEX", "NO_COLOR", "XDG_DATA_HOME"}) {
        ::unsetenv(name);
    }
    ::setenv("LC_ALL", "C.UTF-8", 1);
}

void run_guarded(const TestRow &row, ReliabilityTest &test) {
    try {
        row.run(test);
    } catch (const std::exception &error) {
        test.expect(false, error.what());
    }
}

int run_test(const TestRow &row, const Settings &settings) {
    ReliabilityTest test(std::string(row.name), settings);
    remove_folder(settings.work);
    std::filesystem::create_directories(settings.work);
    const double begun = now_s();
    try {
        run_guarded(row, test);
    } catch (const Skipped &skipped) {
        std::printf("reliability: %s: skipped, %s\n", row.name.data(), skipped.why.c_str());
        return skip_code;
    } catch (const FirstFailure &) { // already printed
    }
    if (!test.failed()) {
        remove_folder(settings.work);
    }
    std::printf("reliability: %s: %s; seed %llu, %s, %.1f s%s\n", row.name.data(),
                test.figure().c_str(), static_cast<unsigned long long>(settings.seed),
                settings.full ? "full" : "quick", now_s() - begun, test.failed() ? "; FAILED" : "");
    return test.failed() ? 1 : 0;
}

} // namespace

int run_tests(int argc, char **argv, const std::vector<TestRow> &tests) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    for (const TestRow &row : tests) {
        if (words.size() >= 2 && words.size() <= 4 && row.name == words[0]) {
            clear_environment();
            return run_test(row, settings_of(words));
        }
    }
    return usage(tests);
}

} // namespace ideary::fault
