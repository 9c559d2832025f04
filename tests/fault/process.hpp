// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Starts a program, waits for it within a time, kills it, and gives what it printed.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace ideary::fault {

struct Command {
    std::vector<std::string> words;
    std::string input;                                        ///< for its standard input
    int input_fd = -1;                                        ///< instead, what is open here
    std::vector<std::pair<std::string, std::string>> setting; ///< of its environment
    std::string folder;                                       ///< in which it runs
    std::function<bool()> in_child; ///< before it begins; false: it ends with code 99
};

struct ProcessResult {
    int code = -1;  ///< -1 when a signal ended it
    int signal = 0; ///< 0 when it ended by itself
    bool late = false;
    double seconds = 0;
    std::string out, err;
    bool done() const { return code == 0; }
};

/// A running program. One that still runs is killed when this goes.
class Process {
  public:
    explicit Process(const Command &command);
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;
    ~Process();

    void kill(int signal) const;
    bool running();
    /// Waits; what still runs after `seconds` is killed and `late`.
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

/// A pipe for the standard input of programs: it gives nothing until something is said.
class Pipe {
  public:
    Pipe();
    ~Pipe();
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    int reading() const { return ends_[0]; }
    void say(const std::string &text) const;
    void end();

  private:
    int ends_[2] = {-1, -1};
};

ProcessResult run(const Command &command, double seconds = 60);
/// Seconds of a clock that only goes forward.
double now_s();
void sleep_s(double seconds);

} // namespace ideary::fault
