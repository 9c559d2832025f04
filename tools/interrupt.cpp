// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "interrupt.hpp"

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
        return; // a background job of a script: Ctrl-C is not meant for us
    }
    // Without SA_RESTART: a read that waits for input returns, and the flag is seen.
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
