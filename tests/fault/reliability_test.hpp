// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Shared by all reliability tests: size and seed, work folder, the command, failures.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

namespace ideary::fault {

struct Settings {
    std::string tool; ///< path of the command ideary
    std::string disk; ///< path of the library of disk.c
    std::string work; ///< work folder, empty at the start
    std::uint64_t seed = 20240229;
    bool full = false;
    bool stop_at_first_failure = false;
};

/// Thrown if this machine cannot run a test.
struct Skipped {
    std::string why;
};

/// Thrown by expect() if the first failure ends the test.
struct FirstFailure {};

class ReliabilityTest {
  public:
    ReliabilityTest(std::string name, Settings settings);

    const Settings &settings() const { return settings_; }
    /// Returns quick or full, depending on the size of the run.
    int size(int quick, int full) const { return settings_.full ? full : quick; }
    std::mt19937_64 &random() { return random_; }
    std::uint64_t below(std::uint64_t end) { return random_() % end; }

    /// Counts a failure; prints the first 20. Returns good.
    bool expect(bool good, const std::string &what);
    bool failed() const { return failures_ > 0; }
    int failures() const { return failures_; }
    /// Sets the line that tools/test.sh shows.
    void figure(const std::string &text) { figure_ = text; }
    const std::string &figure() const { return figure_; }

    /// A path below the folder of this test.
    std::string at(const std::string &name) const { return settings_.work + "/" + name; }
    void write(const std::string &name, const std::string &text) const;
    /// A call of the command on an index, in the work folder.
    Command tool(const std::string &index, std::vector<std::string> words) const;
    ProcessResult run_tool(const std::string &index, std::vector<std::string> words) const;

  private:
    std::string name_, figure_;
    Settings settings_;
    std::mt19937_64 random_;
    int failures_ = 0;
};

/// The export of an index, or nothing if there is no index yet.
struct IndexSnapshot {
    bool opened = false, none = false; ///< none: the command reports that there is no index
    std::string ideas;
    ProcessResult ended;
    bool operator==(const IndexSnapshot &other) const {
        return none == other.none && ideas == other.ideas;
    }
};
IndexSnapshot snapshot(const ReliabilityTest &test, const std::string &index);

/// The ids of an export, in order.
std::vector<std::string> ids_in(const std::string &exported);
/// A Markdown list of the ideas `TITLE 1` … `TITLE count`.
std::string make_list(const std::string &title, int count);
/// One line for messages: exit code or signal, and the first line of standard error.
std::string describe(const ProcessResult &ended);
void copy_folder(const std::string &from, const std::string &to);
void remove_folder(const std::string &path);
std::string file_text(const std::string &path);

void kill_during_ingest(ReliabilityTest &test);
void power_cut(ReliabilityTest &test);
void stop_at_each_step(ReliabilityTest &test);
void full_disk(ReliabilityTest &test);
void racing_writers(ReliabilityTest &test);
void fork_while_open(ReliabilityTest &test);
void odd_places(ReliabilityTest &test);
void prune(ReliabilityTest &test);
void resume_after_kill(ReliabilityTest &test);
void rebuild(ReliabilityTest &test);
void split_again(ReliabilityTest &test);

} // namespace ideary::fault
