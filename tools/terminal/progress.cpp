// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <ideary/text.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

#include "output/numbers.hpp"
#include "terminal/output.hpp"

namespace ideary::tools {

namespace {

constexpr auto pause = std::chrono::milliseconds(100);
constexpr std::size_t bar_width = 24;
constexpr double min_seconds = 1; ///< before the time left is estimated

std::size_t error_columns() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1U : 79;
}

/// "45 s", "3 min"
std::string time_text(double seconds) {
    return seconds < 90 ? fmt::format("{:.0f} s", std::ceil(seconds))
                        : fmt::format("{:.0f} min", seconds / 60);
}

double megabytes(std::uint64_t bytes) {
    return static_cast<double>(bytes) / 1e6;
}

} // namespace

std::string progress_line(const Progress &progress, double seconds) {
    std::string line(progress.stage);
    const double share = progress.bytes_total == 0
                             ? 0
                             : std::min(1.0, static_cast<double>(progress.bytes_done) /
                                                 static_cast<double>(progress.bytes_total));
    if (progress.bytes_total > 0) {
        const auto full = static_cast<std::size_t>(share * static_cast<double>(bar_width));
        line +=
            fmt::format(" [{:#<{}}{:-<{}}] {:.0f} %", "", full, "", bar_width - full, share * 100);
    } else if (progress.bytes_done > 0) {
        line += fmt::format(" {:.1f} MB", megabytes(progress.bytes_done));
    }
    if (progress.ideas > 0) {
        line += ", " + amount(progress.ideas, "idea");
    }
    if (share > 0 && share < 1 && seconds > min_seconds) {
        line += fmt::format(", {} left", time_text(seconds / share - seconds));
    }
    return line;
}

ProgressBar::ProgressBar(bool wanted) : wanted_(wanted && stderr_is_terminal()) {}

ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::show(const Progress &progress) {
    const Clock::time_point now = Clock::now();
    if (!wanted_ || (drawn_ && stage_ == progress.stage && now - last_ < pause)) {
        return;
    }
    if (stage_ != progress.stage) {
        stage_ = progress.stage;
        stage_begun_ = now;
    }
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - stage_begun_).count();
    const std::string line = fit_width(progress_line(progress, seconds), error_columns());
    fmt::print(stderr, "\r{}\x1b[K", line);
    std::fflush(stderr);
}

void ProgressBar::clear() {
    if (drawn_) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
        drawn_ = false;
    }
}

} // namespace ideary::tools
