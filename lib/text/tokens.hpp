// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The analyzer of ingest and query: UTF-8 to tokens with offsets. It knows no stems, no fields and
// no weights.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/prefix_filter.hpp"

namespace ideary::text {

enum class TokenKind : std::uint8_t {
    word,      ///< letters, perhaps with digits and signs
    number,    ///< digits, points between them: 5.1, 2024
    ideograph, ///< a dictionary word of Chinese, Japanese, Thai, Lao, Khmer, Burmese
    pair,      ///< two neighbouring characters of such a script or of Hangul; always a part
    emoji,
};

/// One token. A compound (C++, CI/CD, Node.js, don't) comes first. Its parts follow with `part`
/// set, at the position of the compound and the following ones. The next token is after the last
/// part.
struct Token {
    std::string form;       ///< folded: NFKC, case, accents; at most 64 code points
    std::uint32_t position; ///< from 1 in this text
    std::uint32_t offset;   ///< of its first byte in the text given
    std::uint32_t length;   ///< in bytes
    TokenKind kind;
    bool part = false;     ///< belongs to the compound before it
    bool compound = false; ///< parts of it follow
};

/// Splits text into tokens. Cheap to make (clones compiled rules); not for two threads at once.
class Analyzer {
  public:
    Analyzer();
    ~Analyzer();
    Analyzer(Analyzer &&) noexcept;
    Analyzer &operator=(Analyzer &&) noexcept;

    /// Replaces what tokens holds. Takes any bytes; never throws on them.
    void tokenize(std::string_view utf8, std::vector<Token> &tokens);
    /// The same, but plain words that are none of those wanted may come without their form.
    void tokenize(std::string_view utf8, const PrefixFilter &wanted, std::vector<Token> &tokens);
    std::vector<Token> tokenize(std::string_view utf8);
    /// The same tokens by the break rules alone, without the shortcut for plain words. For tests.
    std::vector<Token> tokenize_by_rules(std::string_view utf8);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Names the rules and the Unicode version: indexes made with another one are not mixed.
std::string analyzer_fingerprint();
/// ICU's version, for --version.
std::string icu_version();

} // namespace ideary::text
