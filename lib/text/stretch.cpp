// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/stretch.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/icu.hpp"

namespace ideary::text {
namespace {

/// Which bytes belong to a set: told by a table, because each byte of a text is asked for.
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

/// Signs in front of a word, behind it, and single ones inside: no break rule speaks of the first
/// two there.
constexpr Bytes in_front("([{<\"'`*:;,!?/&=|~$%^\\>)]}");
constexpr Bytes behind(".,;:!?)]}\"'`*>|~=/&\\%");
constexpr Bytes joining("-'/&._");
constexpr Bytes word_bytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

/// Of a letter or digit of ASCII.
char lower(char c) {
    return static_cast<char>(c | 0x20); // digits have this bit
}

/// Reads letters and digits from i on; gives where they end.
std::size_t read_letters(std::string_view text, std::size_t i, Stretch &stretch) {
    std::string_view folded;
    while (i < text.size()) {
        const std::size_t first = i;
        while (i < text.size() && word_bytes.has(text[i])) {
            ++i;
        }
        const std::size_t known = stretch.form.size();
        stretch.form.append(text.substr(first, i - first));
        for (std::size_t at = known; at < stretch.form.size(); ++at) {
            stretch.form[at] = lower(stretch.form[at]);
        }
        if (i == text.size() || static_cast<unsigned char>(text[i]) < 0xC3) {
            break;
        }
        std::size_t next = i;
        if (!simple_letter(next_point(text, next), folded)) {
            break;
        }
        stretch.form.append(folded);
        i = next;
    }
    return i;
}

/// Most stretches: ASCII letters and digits between signs.
bool read_ascii(std::string_view text, std::size_t end, const Starts *wanted, Stretch &stretch) {
    std::size_t i = stretch.begin;
    while (i < end && word_bytes.has(text[i])) {
        ++i;
    }
    stretch.end = i;
    while (i < end && behind.has(text[i])) {
        ++i;
    }
    stretch.simple = i == end && text.substr(stretch.end, 3) != "://";
    if (!stretch.simple) {
        return false;
    }
    const std::string_view word = text.substr(stretch.begin, stretch.end - stretch.begin);
    if (wanted != nullptr && !word.empty()) {
        const char first[] = {lower(word[0]), word.size() > 1 ? lower(word[1]) : '\0'};
        stretch.unwanted = !wanted->may_be({first, std::min<std::size_t>(word.size(), 2)});
    }
    if (!stretch.unwanted) {
        stretch.form.assign(word);
        std::transform(word.begin(), word.end(), stretch.form.begin(), lower);
    }
    return true;
}

} // namespace

Stretch read_stretch(std::string_view text, std::size_t begin, std::size_t end,
                     const Starts *wanted) {
    Stretch stretch;
    std::size_t i = begin;
    while (i < end && in_front.has(text[i])) {
        ++i;
    }
    stretch.begin = i;
    if (read_ascii(text, end, wanted, stretch)) {
        return stretch;
    }
    const std::string_view bounded = text.substr(0, end);
    bool signs = false;
    i = read_letters(bounded, i, stretch);
    while (i > stretch.begin && i + 1 < end && joining.has(text[i])) {
        const std::size_t next = read_letters(bounded, i + 1, stretch);
        if (next == i + 1) {
            break;
        }
        signs = true;
        i = next;
    }
    stretch.end = i;
    while (i < end && behind.has(text[i])) {
        ++i;
    }
    const bool whole = i == end && text.substr(stretch.end, 3) != "://";
    stretch.simple = whole && !signs;
    stretch.chain = whole && signs;
    return stretch;
}

} // namespace ideary::text
