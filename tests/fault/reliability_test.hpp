// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every test stands on: its size and seed, a folder of its own, the tool, and its failures.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

namespace ideary::fault {

struct Settings {
    std::string tool; ///< the command ideary
    std::string disk; ///< the library that records and fails
    std::string work; ///< an empty folder
    std::uint64_t seed = 20240229;
    bool full = false;
    bool is_first_enough = false; ///< the first failure ends the test
};

/// Thrown when this machine cannot run a test; what() says why.
struct Skipped {
    std::string why;
};

/// Thrown by expect() where the first failure is to end the test.
struct FirstFailure {};

class ReliabilityTest {
  public:
    ReliabilityTest(std::string name, Settings settings);

    const Settings &settings() const { return settings_; }
    /// The number for the quick size, or for the full one.
    int size(int quick, int full) const { return settings_.full ? full : quick; }
    std::mt19937_64 &random() { return random_; }
    std::uint64_t below(std::uint64_t end) { return random_() % end; }

    /// Counts a failure and says it; the first 20 are printed.
    bool expect(bool good, const std::string &what);
    bool failed() const { return failures_ > 0; }
    int failures() const { return failures_; }
    /// The one line that tools/test.sh shows.
    void figure(const std::string &text) { figure_ = text; }
    const std::string &figure() const { return figure_; }

    /// A path below the folder of this test.
    std::string at(const std::string &name) const { return settings_.work + "/" + name; }
    void write(const std::string &name, const std::string &text) const;
    /// A call of the tool on an index of this test, in its folder.
    Command tool(const std::string &index, std::vector<std::string> words) const;
    ProcessResult run_tool(const std::string &index, std::vector<std::string> words) const;

  private:
    std::string name_, figure_;
    Settings settings_;
    std::mt19937_64 random_;
    int failures_ = 0;
};

/// What an index shows: its export, or nothing where there is no index yet.
struct IndexSnapshot {
    bool opened = false, none = false; ///< none: the tool says that no index is there
    std::string ideas;
    ProcessResult ended;
    bool operator==(const IndexSnapshot &other) const {
        return none == other.none && ideas == other.ideas;
    }
};
IndexSnapshot snapshot(const ReliabilityTest &test, const std::string &index);

/// Ids in an export, in its order.
std::vector<std::string> ids_in(const std::string &exported);
/// A list of wishes `TITLE 1` … `TITLE count`.
std::string make_list(const std::string &title, int count);
/// One line for messages: code, signal, and the first line of what went wrong.
std::string describe(const ProcessResult &ended);
void copy_folder(const std::string &from, const std::string &to);
void remove_folder(const std::string &path);
std::string file_text(const std::string &path);

void kill_at_random(ReliabilityTest &test);
void power_cut(ReliabilityTest &test);
void stop_at_each_step(ReliabilityTest &test);
void failing_disk(ReliabilityTest &test);
void racing_writers(ReliabilityTest &test);
void forks(ReliabilityTest &test);
void odd_places(ReliabilityTest &test);
void forgetting(ReliabilityTest &test);
void resuming(ReliabilityTest &test);
void rebuilding(ReliabilityTest &test);
void splitting_again(ReliabilityTest &test);

} // namespace ideary::fault
