// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Handling of SIGINT. A command that only reads ends at once; a command that writes sees the
// request at its next step and rolls back.
#pragma once

namespace ideary::tools {

inline constexpr int interrupted_exit = 130;

/// Thrown through a running call of the library. Not a std::exception, so that nothing catches it.
struct Interrupted {};

/// Makes SIGINT end the process with exit code 130, and a closed pipe an error of write().
void watch_interrupts();
/// While an object exists, the first SIGINT only sets a flag; a second one ends the process.
class DeferInterrupt {
  public:
    DeferInterrupt();
    ~DeferInterrupt();
    DeferInterrupt(const DeferInterrupt &) = delete;
    DeferInterrupt &operator=(const DeferInterrupt &) = delete;
};
bool interrupted();
/// Throws Interrupted after a SIGINT.
void stop_if_interrupted();

} // namespace ideary::tools
