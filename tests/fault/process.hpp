// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Starts a program, waits for it with a timeout, kills it, and returns what it printed.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace ideary::fault {

struct Command {
    std::vector<std::string> words;
    std::string input; ///< standard input
    int input_fd = -1; ///< if not -1, used as standard input instead
    std::vector<std::pair<std::string, std::string>> environment; ///< added or replaced
    std::string folder;                                           ///< working directory
    std::function<bool()> in_child; ///< called before exec; false: exit with code 99
};

struct ProcessResult {
    int code = -1;     ///< -1 if ended by a signal
    int signal = 0;    ///< 0 if it exited
    bool late = false; ///< killed after the timeout
    double seconds = 0;
    std::string out, err;
    bool done() const { return code == 0; }
};

/// A running program; killed by the destructor.
class Process {
  public:
    explicit Process(const Command &command);
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;
    ~Process();

    void kill(int signal) const;
    bool running();
    /// Waits for the end; after `seconds` kills the program and sets `late`.
    ProcessResult wait(double seconds = 60);
    ::pid_t id() const { return id_; }
    /// What it has printed so far.
    std::string printed() const;

  private:
    void take(int status);
    ::pid_t id_ = -1;
    bool ended_ = false;
    double begun_ = 0;
    int out_ = -1, err_ = -1;
    ProcessResult result_;
};

/// A pipe for the standard input of programs.
class Pipe {
  public:
    Pipe();
    ~Pipe();
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    int read_end() const { return ends_[0]; }
    void write(const std::string &text) const;
    void close();

  private:
    int ends_[2] = {-1, -1};
};

ProcessResult run(const Command &command, double seconds = 60);
/// Seconds of the monotonic clock.
double now_s();
void sleep_s(double seconds);

} // namespace ideary::fault
