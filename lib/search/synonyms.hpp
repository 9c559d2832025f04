// SPDX-License-Identifier: GPL-2.0-or-later
// The synonym table of a generation, ready to be asked.
#pragma once

#include <cstddef>
#include <cstdint>
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
    const Synonym *synonym;
    bool same;
};

/// What the table says of some words that follow each other.
struct Widening {
    std::vector<OtherSynonym> others; ///< what they find as well, each once
    std::string whole;  ///< the compound that they are without their signs; empty: none
    bool known = false; ///< the table has them
};

/// Immutable once made; safe to share between threads.
class Synonyms {
  public:
    /// table: as ingest/synonyms.hpp describes it. What is not understood is left out.
    explicit Synonyms(std::string_view table);

    /// What is said of these forms in queries of a language.
    Widening of(const std::vector<std::string> &forms, std::string_view language) const;
    /// Forms of the longest member that is asked for by its words.
    std::size_t longest() const { return longest_; }

  private:
    struct Row {
        std::string language;                      ///< empty: all
        std::uint32_t first = 0, to = 0, last = 0; ///< members; from `to` on only found
    };
    void add(std::string_view line);

    std::vector<Synonym> members_;
    std::vector<std::string> keys_; ///< of members
    std::vector<Row> rows_;
    std::unordered_multimap<std::string, std::uint32_t> rows_by_key_;
    std::size_t longest_ = 0;
};

/// Forms as the table compares them: without the plural s.
std::string key_of(const std::vector<std::string> &forms);
/// The same word with or without its plural s (forms of letters only); empty: none.
std::string other_number(const std::string &form);

} // namespace ideary::search
