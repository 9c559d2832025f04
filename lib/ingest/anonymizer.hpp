// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Replaces names by person-1, person-2 …: people can be counted, not named. Only a hash of a name
// is stored, so that it gets the same number in the next run.
#pragma once

#include <map>
#include <string>

#include "ideary/idea.hpp"

namespace ideary::ingesting {

class Anonymizer {
  public:
    /// Adds the numbers of earlier runs.
    void learn(const std::map<std::string, int> &known);
    /// "person-N" of a name; a name of that form stays. used: gets the hash and number.
    std::string number(const std::string &name, std::map<std::string, int> &used);
    /// Takes names, curator and addresses out of an idea.
    void drop(Idea &idea, std::map<std::string, int> &used);

  private:
    std::map<std::string, int> numbers_; ///< hash of the folded name → number
    int highest_ = 0;
};

} // namespace ideary::ingesting
