// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The synonym table of a generation, ready to be asked.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ideary::search {

/// A word or phrase of the table.
struct Synonym {
    std::string whole;              ///< the compound's form (ci/cd), where it is one; else empty
    std::vector<std::string> forms; ///< exact, one behind another
};

/// Another member, and whether it is the same thing (a row of words) or only near in meaning.
struct OtherSynonym {
    std::shared_ptr<const Synonym> synonym;
    bool same;
};

/// What the table says of some words that follow each other.
struct Widening {
    std::vector<OtherSynonym> others; ///< what they find as well, each once
    std::string whole;  ///< the compound that they are without their signs; empty: none
    bool known = false; ///< the table has them
};

/// Safe to share between threads. The table stays a text: for the first words that are asked for it
/// is looked through, so that a process that searches once need not read it all; who asks for more
/// has their places by heart.
class Synonyms {
  public:
    /// Words of a member at most; the table holds none that are longer.
    static constexpr std::size_t longest() { return 8; }
    /// Words that it is looked through for, and how often; then it is read whole.
    static constexpr std::size_t most_looked_up = 24, most_asked = 256;

    /// table: as ingest/synonyms.hpp describes it. What is not understood is left out.
    explicit Synonyms(std::string table);

    /// What is said of these forms in queries of a language.
    Widening of(const std::vector<std::string> &forms, std::string_view language) const;

  private:
    using Lines = std::vector<std::string_view>; ///< in their order

    Lines lines_with(const std::string &key) const;
    Lines look_up(std::string_view word) const;
    void read_all() const;

    std::string table_;
    std::string_view lines_; ///< of table_, without its head
    mutable std::mutex mutex_;
    mutable std::map<std::string, Lines, std::less<>> looked_up_; ///< by first word of a key
    mutable std::size_t times_asked_ = 0;
    mutable std::atomic<bool> is_read_{false};
    mutable std::unordered_map<std::string, Lines> by_key_; ///< complete once is_read_
};

/// Forms as the table compares them: without the plural s.
std::string key_of(const std::vector<std::string> &forms);
/// The same word with or without its plural s (forms of letters only); empty: none.
std::string other_number(const std::string &form);

} // namespace ideary::search
