// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
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
    std::string compound;           ///< its form as a compound (ci/cd), or empty
    std::vector<std::string> forms; ///< exact forms, in order
};

/// Another member of the row.
struct OtherSynonym {
    std::shared_ptr<const Synonym> synonym;
    bool is_equivalent; ///< the same thing; otherwise related in meaning
};

/// What the table has for some adjacent words.
struct SynonymMatch {
    std::vector<OtherSynonym> others; ///< each once
    std::string compound;             ///< the compound these words are without its punctuation
    bool is_known = false;            ///< the table has these words
};

/// The synonym table of a generation. Safe to share between threads. The first lookups scan the
/// text, so that a process that searches once builds nothing; later ones use a hash index.
class Synonyms {
  public:
    /// Words of the longest member.
    static constexpr std::size_t max_words() { return 8; }
    /// Distinct words, and lookups, that are served by scanning.
    static constexpr std::size_t max_words_scanned = 24, max_lookups = 256;

    /// table: the text that a run stores in the index. Lines that cannot be parsed are ignored.
    explicit Synonyms(std::string table);

    /// Looks up adjacent forms for a query in a language.
    SynonymMatch find(const std::vector<std::string> &forms, std::string_view language) const;

  private:
    using Lines = std::vector<std::string_view>; ///< in table order

    Lines find_lines(const std::string &key) const;
    Lines scan_for(std::string_view word) const;
    void build_index() const;

    std::string table_;
    std::string_view lines_; ///< of table_, without the header
    mutable std::mutex mutex_;
    mutable std::map<std::string, Lines, std::less<>> scanned_; ///< by first word of a key
    mutable std::size_t lookups_ = 0;
    mutable std::atomic<bool> is_indexed_{false};
    mutable std::unordered_map<std::string, Lines> by_key_; ///< complete once is_indexed_
};

/// The key under which the table finds forms: each without its plural s.
std::string synonym_key(const std::vector<std::string> &forms);
/// The plural of a singular form of ASCII letters, or the reverse; empty: none.
std::string other_grammatical_number(const std::string &form);

} // namespace ideary::search
