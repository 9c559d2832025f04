// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/progress_reporter.hpp"

#include "ingest/changes.hpp"

namespace ideary::ingesting {

void ProgressReporter::begin(std::string_view stage, std::uint64_t total) {
    progress_.stage = stage;
    set(0, total);
    report(true);
}

void ProgressReporter::add(std::uint64_t bytes, std::uint64_t ideas) {
    progress_.bytes_done += bytes;
    progress_.ideas += ideas;
    report(false);
}

void ProgressReporter::set(std::uint64_t done, std::uint64_t total) {
    progress_.bytes_done = done;
    progress_.bytes_total = total;
    report(false);
}

void ProgressReporter::report(bool now) {
    if (!callback_) {
        return;
    }
    const auto time = std::chrono::steady_clock::now();
    if (now || time - last_ >= std::chrono::milliseconds(50)) {
        last_ = time;
        if (!callback_(progress_)) {
            throw Cancelled();
        }
    }
}

} // namespace ideary::ingesting
