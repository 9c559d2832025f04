// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/tokenizer_fast_path.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/icu.hpp"

namespace ideary::text {
namespace {

/// A set of bytes as a table: it is queried for each byte of a text.
class Bytes {
  public:
    constexpr explicit Bytes(std::string_view of) {
        for (const char c : of) {
            has_[static_cast<unsigned char>(c)] = true;
        }
    }
    constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  private:
    std::array<bool, 256> has_{};
};

/// Punctuation before a word, after it, and single joiners inside: no break rule covers the first
/// two there.
constexpr Bytes in_front("([{<\"'`*:;,!?/&=|~$%^\\>)]}");
constexpr Bytes after(".,;:!?)]}\"'`*>|~=/&\\%");
constexpr Bytes joining("-'/&._");
constexpr Bytes word_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

/// Of a letter or digit of ASCII.
char lower(char c) {
    return static_cast<char>(c | 0x20); // digits have this bit
}

/// Reads letters and digits from i on; returns where they end.
std::size_t read_letters(std::string_view text, std::size_t i, FastPathWord &word) {
    std::string_view folded;
    while (i < text.size()) {
        const std::size_t first = i;
        while (i < text.size() && word_bytes.has(text[i])) {
            ++i;
        }
        const std::size_t known = word.form.size();
        word.form.append(text.substr(first, i - first));
        for (std::size_t at = known; at < word.form.size(); ++at) {
            word.form[at] = lower(word.form[at]);
        }
        if (i == text.size() || static_cast<unsigned char>(text[i]) < 0xC3) {
            break;
        }
        std::size_t next = i;
        if (!simple_letter(next_code_point(text, next), folded)) {
            break;
        }
        word.form.append(folded);
        i = next;
    }
    return i;
}

/// The most frequent case: ASCII letters and digits between punctuation.
bool read_ascii(std::string_view text, std::size_t end, const PrefixFilter *wanted,
                FastPathWord &word) {
    std::size_t i = word.begin;
    while (i < end && word_bytes.has(text[i])) {
        ++i;
    }
    word.end = i;
    while (i < end && after.has(text[i])) {
        ++i;
    }
    word.simple = i == end && text.substr(word.end, 3) != "://";
    if (!word.simple) {
        return false;
    }
    const std::string_view letters = text.substr(word.begin, word.end - word.begin);
    if (wanted != nullptr && !letters.empty()) {
        const char first[] = {lower(letters[0]), letters.size() > 1 ? lower(letters[1]) : '\0'};
        word.skipped = !wanted->may_match({first, std::min<std::size_t>(letters.size(), 2)});
    }
    if (!word.skipped) {
        word.form.assign(letters);
        std::transform(letters.begin(), letters.end(), word.form.begin(), lower);
    }
    return true;
}

} // namespace

FastPathWord read_fast_path(std::string_view text, std::size_t begin, std::size_t end,
                            const PrefixFilter *wanted) {
    FastPathWord word;
    std::size_t i = begin;
    while (i < end && in_front.has(text[i])) {
        ++i;
    }
    word.begin = i;
    if (read_ascii(text, end, wanted, word)) {
        return word;
    }
    const std::string_view bounded = text.substr(0, end);
    bool joined = false;
    i = read_letters(bounded, i, word);
    while (i > word.begin && i + 1 < end && joining.has(text[i])) {
        const std::size_t next = read_letters(bounded, i + 1, word);
        if (next == i + 1) {
            break;
        }
        joined = true;
        i = next;
    }
    word.end = i;
    while (i < end && after.has(text[i])) {
        ++i;
    }
    const bool whole = i == end && text.substr(word.end, 3) != "://";
    word.simple = whole && !joined;
    word.chain = whole && joined;
    return word;
}

} // namespace ideary::text
