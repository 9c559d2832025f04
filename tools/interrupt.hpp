// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ctrl-C comes in. A command that only reads ends at once; one that writes learns of it at its next
// step and takes back what it began. It must not know what is written.
#pragma once

namespace ideary::tools {

inline constexpr int interrupted_exit = 130;

/// Leaves a running call of the library. Deliberately no std::exception.
struct Interrupted {};

/// From here on Ctrl-C ends the process with exit code 130, and a closed pipe is an error of write.
void watch_interrupts();
/// While it lives, Ctrl-C only raises a flag; a second one ends the process all the same.
class DeferInterrupt {
  public:
    DeferInterrupt();
    ~DeferInterrupt();
    DeferInterrupt(const DeferInterrupt &) = delete;
    DeferInterrupt &operator=(const DeferInterrupt &) = delete;
};
bool interrupted();
/// Throws Interrupted when Ctrl-C was pressed.
void stop_if_interrupted();

} // namespace ideary::tools
