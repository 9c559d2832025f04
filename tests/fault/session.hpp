// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A sequence of runs of every kind on one index, and the expected index after each.
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

/// Writes the lists that the runs read into the work folder.
class Session {
  public:
    explicit Session(ReliabilityTest &test);
    std::size_t size() const { return runs_.size(); }
    const SessionRun &run(std::size_t number) const { return runs_[number]; }
    /// Writes the lists as run `number` reads them.
    void set_stage(std::size_t number) const;
    /// A run under disk.c, which watches the parent folder of the index. `more`: environment.
    Command command(std::size_t number, const std::string &index,
                    const std::vector<std::pair<std::string, std::string>> &more = {}) const;

    /// Runs all; keeps a copy of the index before each run and a snapshot after it.
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
