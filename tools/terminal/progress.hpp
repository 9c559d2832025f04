// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The progress bar on standard error.
#pragma once

#include <chrono>
#include <string>

#include <ideary/writer.hpp>

namespace ideary::tools {

/// A line that is redrawn at most ten times a second and cleared at the end.
class ProgressBar {
  public:
    explicit ProgressBar(bool wanted);
    ~ProgressBar();
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    void show(const Progress &progress);
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    bool wanted_;
    bool drawn_ = false;
    std::string stage_;
    Clock::time_point stage_begun_ = Clock::now();
    Clock::time_point last_{};
};

/// The line of the bar: stage, share done, ideas, and time left in the stage.
std::string progress_line(const Progress &progress, double seconds);

} // namespace ideary::tools
