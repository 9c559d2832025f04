// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include "hostile.hpp"

namespace ideary::hostile {
namespace {

/// A value of /proc/self/status, in bytes.
std::size_t status(const std::string &name) {
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(name + ":", 0) == 0) {
            return std::strtoull(line.c_str() + name.size() + 1, nullptr, 10) * 1024;
        }
    }
    return 0;
}

char watched_path[4096];
const std::string *watched = nullptr;

void save_input(int signal) {
    const int fd = ::open(watched_path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd >= 0 && watched != nullptr && ::write(fd, watched->data(), watched->size()) >= 0) {
        constexpr char text[] = "ended by a signal; the input is in the work folder\n";
        const auto written = ::write(1, text, sizeof text - 1);
        static_cast<void>(written);
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

} // namespace

bool is_sanitized() {
#ifdef IDEARY_SANITIZED
    return true;
#else
    return false;
#endif
}

double time_factor(const ReliabilityTest &test) {
    if (is_sanitized()) {
        return 50; // sanitizers look for their reports; the plain build holds the time
    }
    return test.settings().full ? 1 : 5;
}

double cpu_s() {
    struct timespec now {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Memory::Memory() {
    // With a fixed threshold, large blocks are returned to the kernel when freed. Otherwise the
    // result for one input would depend on the inputs before it.
    ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
    begin();
    idle_ = status("RssAnon");
}

void Memory::begin() {
    ::malloc_trim(0); // freed memory must not count
    mapped_ = status("RssFile");
    std::ofstream("/proc/self/clear_refs") << "5";
}

std::size_t Memory::peak() const {
    // Pages of mapped files belong to the page cache.
    const std::size_t known = idle_ + std::max(mapped_, status("RssFile"));
    const std::size_t highest = status("VmHWM");
    return is_sanitized() || highest < known ? 0 : highest - known;
}

std::string megabytes(std::size_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / (1 << 20));
    return text;
}

std::string repeated(const std::string &text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

void watch(const std::string &path, const std::string *bytes) {
    std::snprintf(watched_path, sizeof watched_path, "%s", path.c_str());
    watched = bytes;
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGALRM}) {
        ::signal(signal, bytes != nullptr ? save_input : SIG_DFL);
    }
    ::alarm(bytes != nullptr ? 60 : 0);
}

} // namespace ideary::hostile
