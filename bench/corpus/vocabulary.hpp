// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A database comes in; which of its words one may ask for goes out.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace ideary::bench {

struct Word {
    std::string form;
    Xapian::doccount ideas = 0; ///< that hold any form of it
};

/// Words of the letters a to z, of each stem the form that most ideas have: no stop words, nothing
/// that a person is called (made-up corpora would be asked for little else).
class Vocabulary {
  public:
    explicit Vocabulary(const Xapian::Database &database);
    /// Most ideas first.
    const std::vector<Word> &words() const { return words_; }
    /// Place of a word in words(); their number where it is none of them.
    std::size_t rank(const std::string &form) const;
    /// In order.
    const std::vector<int> &years() const { return years_; }

  private:
    struct Best {
        Word word;
        Xapian::doccount ideas = 0; ///< that hold this form
    };
    void collect_names();
    void collect_words();
    void collect_years();
    void consider(const std::string &form, Xapian::doccount ideas,
                  std::map<std::string, Best> &best) const;

    const Xapian::Database &database_;
    std::vector<Word> words_;
    std::unordered_map<std::string, std::size_t> ranks_;
    std::set<std::string> names_;
    std::vector<int> years_;
};

} // namespace ideary::bench
