// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs of every kind, one after the other on one index, and what it shows after each.
#pragma once

#include <string>
#include <vector>

#include "reliability_test.hpp"

namespace ideary::fault {

struct SessionRun {
    std::string name;
    std::vector<std::string> words; ///< after `ideary --index PATH`
    std::string input;              ///< standard input
};

/// The runs of the session, and the lists they read, written into the folder of the test.
class Session {
  public:
    explicit Session(ReliabilityTest &test);
    std::size_t size() const { return runs_.size(); }
    const SessionRun &run(std::size_t number) const { return runs_[number]; }
    /// Makes the lists what run `number` reads.
    void set_stage(std::size_t number) const;
    /// A run under disk.c; index is PARENT/index, and PARENT is watched. `more`: of its settings.
    Command command(std::size_t number, const std::string &index,
                    const std::vector<std::pair<std::string, std::string>> &more = {}) const;

    /// Runs all undisturbed; keeps a copy of the index before each run, and what it showed after.
    void play();
    std::string index_before(std::size_t number) const;
    const IndexSnapshot &before(std::size_t number) const { return seen_[number]; }
    const IndexSnapshot &after(std::size_t number) const { return seen_[number + 1]; }

  private:
    ReliabilityTest &test_;
    std::vector<SessionRun> runs_;
    std::vector<IndexSnapshot> seen_; ///< one more than runs
};

} // namespace ideary::fault
