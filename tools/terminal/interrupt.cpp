// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/interrupt.hpp"

#include <csignal>
#include <unistd.h>

namespace ideary::tools {

namespace {

volatile std::sig_atomic_t deferred = 0;
volatile std::sig_atomic_t pressed = 0;

extern "C" void ideary_on_interrupt(int) {
    if (deferred == 0 || pressed != 0) {
        _exit(interrupted_exit);
    }
    pressed = 1;
}

} // namespace

void watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, nullptr);
    struct sigaction before {};
    sigaction(SIGINT, nullptr, &before);
    if (before.sa_handler == SIG_IGN) {
        return; // the shell disabled it for a background job
    }
    // Without SA_RESTART a blocked read returns, so that the flag is checked.
    action.sa_handler = ideary_on_interrupt;
    sigaction(SIGINT, &action, nullptr);
}

DeferInterrupt::DeferInterrupt() {
    deferred = 1;
}
DeferInterrupt::~DeferInterrupt() {
    deferred = 0;
}

bool interrupted() {
    return pressed != 0;
}

void stop_if_interrupted() {
    if (interrupted()) {
        throw Interrupted();
    }
}

} // namespace ideary::tools
