// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/clock.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ideary::bench {
namespace {

double now_us(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double seconds(const timeval &time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double status_mb(const std::string &name) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.compare(0, name.size(), name) == 0) {
            return std::strtod(line.c_str() + name.size(), nullptr) / 1024;
        }
    }
    return 0;
}

/// Waits for a process and stores its cost.
int finish(pid_t pid, double began, Cost &cost) {
    int status = 0;
    rusage used{};
    if (wait4(pid, &status, 0, &used) != pid) {
        throw std::runtime_error("a process got lost");
    }
    cost.wall_s = (wall_us() - began) / 1e6;
    cost.cpu_s = seconds(used.ru_utime) + seconds(used.ru_stime);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::string read_all(int descriptor) {
    std::string text;
    char buffer[4096];
    ssize_t got = 0;
    while ((got = read(descriptor, buffer, sizeof buffer)) > 0) {
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

void write_all(int descriptor, const std::string &text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const ssize_t put = write(descriptor, text.data() + at, text.size() - at);
        if (put <= 0) {
            return;
        }
        at += static_cast<std::size_t>(put);
    }
}

[[noreturn]] void work_and_exit(const std::function<std::string()> &work, int descriptor) {
    int code = 0;
    std::string result;
    std::ofstream("/proc/self/clear_refs") << "5"; // the peak starts from here
    try {
        result = work();
    } catch (const std::exception &error) {
        result = error.what();
        code = 1;
    }
    write_all(descriptor, std::to_string(peak_mb()) + "\n" + result);
    _exit(code);
}

} // namespace

double thread_us() {
    return now_us(CLOCK_THREAD_CPUTIME_ID);
}

double wall_us() {
    return now_us(CLOCK_MONOTONIC);
}

double resident_mb() {
    return status_mb("VmRSS:");
}

double peak_mb() {
    return status_mb("VmHWM:");
}

Cost in_child(const std::function<std::string()> &work) {
    int ends[2];
    if (pipe(ends) != 0) {
        throw std::runtime_error("cannot make a pipe");
    }
    std::fflush(nullptr);
    const double began = wall_us();
    const pid_t pid = fork();
    if (pid < 0) {
        throw std::runtime_error("cannot fork");
    }
    if (pid == 0) {
        close(ends[0]);
        work_and_exit(work, ends[1]);
    }
    close(ends[1]);
    const std::string text = read_all(ends[0]);
    close(ends[0]);
    Cost cost;
    const int code = finish(pid, began, cost);
    const std::size_t line = text.find('\n');
    if (code != 0 || line == std::string::npos) {
        throw std::runtime_error(line == std::string::npos ? "a process was killed"
                                                           : text.substr(line + 1));
    }
    cost.peak_mb = std::strtod(text.c_str(), nullptr);
    cost.result = text.substr(line + 1);
    return cost;
}

Cost run_program(const std::vector<std::string> &words, const Streams &streams) {
    std::vector<char *> arguments;
    for (const std::string &word : words) {
        arguments.push_back(const_cast<char *>(word.c_str()));
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, streams.input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, streams.output.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
    pid_t pid = 0;
    const double began = wall_us();
    const int failed =
        posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw std::runtime_error("cannot run " + words[0]);
    }
    Cost cost;
    if (finish(pid, began, cost) > 1) {
        throw std::runtime_error(words[0] + " failed");
    }
    return cost;
}

std::string output_of(const std::string &command) {
    FILE *pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return {};
    }
    std::string text = read_all(fileno(pipe));
    if (pclose(pipe) != 0) {
        return {};
    }
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text;
}

} // namespace ideary::bench
