// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The words of a database from which queries are made.
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
    Xapian::doccount ideas = 0; ///< that contain any form of it
};

/// Words of the letters a to z, for each stem its most frequent form. Excludes stop words and names
/// of persons, which would dominate the queries of synthetic corpora.
class Vocabulary {
  public:
    explicit Vocabulary(const Xapian::Database &database);
    /// By descending number of ideas.
    const std::vector<Word> &words() const { return words_; }
    /// The index of a word in words(), or the size of words().
    std::size_t rank(const std::string &form) const;
    /// Ascending.
    const std::vector<int> &years() const { return years_; }

  private:
    struct Best {
        Word word;
        Xapian::doccount ideas = 0; ///< that contain this form
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
