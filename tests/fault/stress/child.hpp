// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs a function in a process of its own, so that a crash is seen and not shared.
#pragma once

#include <functional>
#include <string>

namespace ideary::fault {

struct ChildEnd {
    int signal = 0;     ///< 0 when it ended by itself
    bool late = false;  ///< it was killed after the time given
    bool whole = false; ///< it gave its text to the end
    double cpu_s = 0;   ///< user and system time
    std::string text;   ///< what the function gave
};

/// What f gives in a forked child. Only while no other thread runs.
ChildEnd in_child(const std::function<std::string()> &f, double seconds);

} // namespace ideary::fault
