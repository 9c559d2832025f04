// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The aliases of the topic table, and where they occur in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ideas/topics/topic_words.hpp"

namespace ideary::ideas {

/// How an alias counts.
enum class AliasKind : std::uint8_t {
    sure, ///< everywhere
    hint, ///< where nothing else says what a title is about
    name, ///< everywhere, written with its own capitals
};

inline constexpr std::size_t no_topic = std::numeric_limits<std::size_t>::max();

struct TopicAlias {
    std::size_t topic; ///< or no_topic: it only hides what is shorter
    std::string text;  ///< as the table has it
    AliasKind kind;
};

/// An alias in a text.
struct AliasHit {
    std::uint32_t alias;
    std::size_t word, count; ///< of topic_words(); count is 0 in scripts without whitespace
    std::size_t begin, end;  ///< bytes of the text
};

struct AliasHits {
    std::vector<TopicWord> words;
    std::vector<bool> covered;  ///< for each word: an alias holds it
    std::vector<AliasHit> hits; ///< in text order; of aliases that overlap the longest
};

class AliasTable {
  public:
    /// Takes an alias in all its forms: with a plural, joined, taken apart at its capitals.
    void add(std::size_t topic, const std::string &alias, AliasKind kind);
    const TopicAlias &operator[](std::uint32_t alias) const { return aliases_[alias]; }
    AliasHits find(std::string_view text) const;

  private:
    /// The longest aliases that begin at a word.
    struct Longest {
        std::size_t count = 0;
        std::vector<std::uint32_t> aliases;
    };
    void add_form(const std::vector<std::string> &words, std::uint32_t alias);
    std::vector<std::string> spellings(const std::string &word) const;
    Longest longest_at(const AliasHits &found, std::string_view text,
                       const std::vector<std::vector<std::string>> &spelled,
                       std::size_t word) const;
    void extend(const std::string &key, std::size_t count,
                const std::vector<std::vector<std::string>> &spelled, std::size_t word,
                std::vector<std::pair<std::size_t, std::uint32_t>> &matches) const;
    void find_unspaced(std::string_view text, AliasHits &found) const;

    std::vector<TopicAlias> aliases_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> forms_; ///< words, a space between
    std::unordered_map<std::string, std::size_t> most_words_; ///< first word → of its longest form
    std::unordered_set<std::string> open_words_;              ///< `datenbank*`
    std::unordered_set<std::string> open_starts_;             ///< their first bytes
    std::vector<std::pair<std::string, std::uint32_t>> unspaced_; ///< folded; found anywhere
};

} // namespace ideary::ideas
