// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "report/environment.hpp"

#include <ctime>
#include <fstream>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/utsname.h>

#include "measure/clock.hpp"

namespace ideary::bench {

std::string today() {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
}

std::string machine() {
    utsname system{};
    uname(&system);
    std::string processor = system.machine;
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.compare(0, 10, "model name") == 0) {
            processor = line.substr(line.find(':') + 2);
            break;
        }
    }
    return fmt::format("{} {}, {}, {} cores", system.sysname, system.release, processor,
                       std::thread::hardware_concurrency());
}

std::string commit() {
    const std::string git = "git -C '" IDEARY_BENCH_SOURCE "' ";
    const std::string number = output_of(git + "rev-parse --short=12 HEAD 2>/dev/null");
    if (number.empty()) {
        return "unknown";
    }
    const bool changed =
        !output_of(git + "status --porcelain --untracked-files=no 2>/dev/null").empty();
    return number + (changed ? "+" : "");
}

std::string command_line(const std::vector<std::string> &arguments) {
    std::string line = "ideary-bench";
    for (const std::string &argument : arguments) {
        const bool plain = argument.find_first_of(" '\"$&|;<>*?()\\") == std::string::npos;
        line += plain ? " " + argument : " '" + argument + "'";
    }
    return line;
}

} // namespace ideary::bench
