// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What every bar stands on: its size and seed, a folder of its own, the tool, and its failures.
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
    bool is_first_enough = false; ///< the first failure ends the bar
};

/// Thrown when this machine cannot run a bar; what() says why.
struct Skipped {
    std::string why;
};

/// Thrown by expect() where the first failure is to end the bar.
struct FirstFailure {};

class Bar {
  public:
    Bar(std::string name, Settings settings);

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

    /// A path below the folder of this bar.
    std::string at(const std::string &name) const { return settings_.work + "/" + name; }
    void write(const std::string &name, const std::string &text) const;
    /// A call of the tool on an index of this bar, in its folder.
    Command tool(const std::string &index, std::vector<std::string> words) const;
    Ended run_tool(const std::string &index, std::vector<std::string> words) const;

  private:
    std::string name_, figure_;
    Settings settings_;
    std::mt19937_64 random_;
    int failures_ = 0;
};

/// What an index shows: its export, or nothing where there is no index yet.
struct Seen {
    bool opened = false, none = false; ///< none: the tool says that no index is there
    std::string ideas;
    Ended ended;
    bool operator==(const Seen &other) const { return none == other.none && ideas == other.ideas; }
};
Seen look(const Bar &bar, const std::string &index);

/// Ids in an export, in its order.
std::vector<std::string> ids_in(const std::string &exported);
/// A list of wishes `TITLE 1` … `TITLE count`.
std::string wishes(const std::string &title, int count);
/// One line for messages: code, signal, and the first line of what went wrong.
std::string told(const Ended &ended);
void copy_folder(const std::string &from, const std::string &to);
void remove_folder(const std::string &path);
std::string file_text(const std::string &path);

void kill_at_random(Bar &bar);
void power_cut(Bar &bar);
void stop_at_each_step(Bar &bar);
void failing_disk(Bar &bar);
void racing_writers(Bar &bar);
void forks(Bar &bar);
void odd_places(Bar &bar);
void forgetting(Bar &bar);
void resuming(Bar &bar);
void rebuilding(Bar &bar);
void splitting_again(Bar &bar);

} // namespace ideary::fault
