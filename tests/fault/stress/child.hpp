// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs a function in a child process, so that the test survives a crash.
#pragma once

#include <functional>
#include <string>

namespace ideary::fault {

struct ChildEnd {
    int signal = 0;        ///< 0 if it exited
    bool late = false;     ///< killed after the timeout
    bool complete = false; ///< the whole text was received
    double cpu_s = 0;      ///< user and system time
    std::string text;      ///< result of the function
};

/// Runs f in a forked child. Must not be called while other threads run.
ChildEnd in_child(const std::function<std::string()> &f, double seconds);

} // namespace ideary::fault
