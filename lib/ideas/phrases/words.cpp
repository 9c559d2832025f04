// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/phrases/words.hpp"

#include <algorithm>

#include "ideas/phrases/phrases.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters whose script puts spaces between words: Latin, Greek, Cyrillic, Armenian, Hebrew,
/// Arabic.
bool spaced_letter(char32_t c) {
    if (c < 0x80) {
        return ascii_letter(static_cast<char>(c));
    }
    return (c >= 0xC0 && c <= 0x6FF && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1FFF);
}

/// Letters of the other scripts: not punctuation, not emoji.
bool other_letter(char32_t c) {
    return (c >= 0x700 && c < 0x1E00) || (c >= 0x3040 && c <= 0xD7FF && c != 0x30FB) ||
           c == 0x3005 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF10 && c <= 0xFF9F) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

bool any_letter(char32_t c) {
    return spaced_letter(c) || other_letter(c);
}

std::size_t start_of_last(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

} // namespace

std::string_view start_of(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !is_blank(text[at])) {
            ++at;
        }
        words.push_back(text.substr(begin, at - begin));
    }
    return words;
}

char32_t point_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return 0;
    }
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const char32_t first = byte(at);
    if (first < 0xC0) {
        return first;
    }
    if (first < 0xE0) {
        return ((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
    }
    if (first < 0xF0) {
        return ((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    }
    return ((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
           ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
}

std::size_t letter_size(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0xC0 ? 1U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : 4U;
    return std::min(size, text.size() - at);
}

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && spaced_letter(point_at(text, at));
}

bool is_letter_before(std::string_view text, std::size_t at) {
    return at > 0 && at <= text.size() && spaced_letter(point_at(text, start_of_last(text, at)));
}

bool has_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        if (any_letter(point_at(text, at))) {
            return true;
        }
    }
    return false;
}

std::string_view without_final_punctuation(std::string_view text) {
    while (!text.empty()) {
        const std::size_t at = start_of_last(text, text.size());
        const char32_t c = point_at(text, at);
        if (any_letter(c) || c == ')' || c == ']' || c == '>' || c == '+' || c == '#') {
            break;
        }
        text = text.substr(0, at);
    }
    return text;
}

std::string_view without_leading_punctuation(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !any_letter(point_at(text, at))) {
        at += letter_size(text, at);
    }
    return text.substr(std::min(at, text.size()));
}

std::string_view bare_word(std::string_view word) {
    word = without_leading_punctuation(word);
    while (!word.empty()) {
        const std::size_t at = start_of_last(word, word.size());
        if (any_letter(point_at(word, at))) {
            break;
        }
        word = word.substr(0, at);
    }
    return word;
}

bool capitalised(std::string_view word) {
    const char32_t c = point_at(word, 0);
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z';
    }
    if (c < 0x100) {
        return c >= 0xC0 && c <= 0xDE && c != 0xD7;
    }
    if (c < 0x180) {
        const bool odd = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return odd ? (c & 1U) == 1U : (c & 1U) == 0U;
    }
    return (c >= 0x386 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

bool looks_like_name(std::string_view text, std::size_t least, std::size_t most) {
    std::size_t names = 0;
    const auto words = words_of(text);
    for (const std::string_view word : words) {
        if (word == "van" || word == "von" || word == "de" || word == "der" || word == "da" ||
            word == "del" || word == "den" || word == "di" || word == "la" || word == "le") {
            continue;
        }
        const std::string_view bare = bare_word(word);
        const bool odd = bare.size() + 1 < word.size() || bare.empty() ||
                         bare.find_first_of("0123456789/&@_:,;()") != std::string_view::npos;
        if (odd || bare.data() != word.data() || !capitalised(bare) ||
            equals(PhraseSet::no_name, folded(bare))) {
            return false;
        }
        ++names;
    }
    return names >= least && names <= most && !words.empty() && capitalised(words.front()) &&
           capitalised(words.back());
}

bool is_url(std::string_view text) {
    text = trimmed(text);
    if (text.find(' ') != std::string_view::npos || text.empty()) {
        return false;
    }
    const std::string start = folded(text.substr(0, 8));
    return start.starts_with("http://") || start.starts_with("https://") ||
           start.starts_with("ftp://") || start.starts_with("www.") || start.starts_with("mailto:");
}

bool has_address(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        if (at == 0 || at + 3 >= text.size() || !ascii_letter(text[at - 1])) {
            continue;
        }
        std::size_t end = at + 1;
        bool dot = false;
        while (end < text.size() &&
               (ascii_letter(text[end]) || text[end] == '.' || text[end] == '-')) {
            dot = dot || (text[end] == '.' && end + 1 < text.size() && ascii_letter(text[end + 1]));
            ++end;
        }
        if (dot) {
            return true;
        }
    }
    return false;
}

int last_year(std::string_view text) {
    int year = 0;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const std::string_view four = text.substr(at, 4);
        const bool digits = std::ranges::all_of(four, ascii_digit);
        const bool alone = (at == 0 || !ascii_digit(text[at - 1])) &&
                           (at + 4 == text.size() || !ascii_digit(text[at + 4]));
        if (!digits || !alone) {
            continue;
        }
        const int value =
            (four[0] - '0') * 1000 + (four[1] - '0') * 100 + (four[2] - '0') * 10 + (four[3] - '0');
        year = value >= 1980 && value <= 2099 ? value : year;
    }
    return year;
}

namespace {

/// Bytes of the mark that ends a sentence at this place, with a space or the end after; else 0.
std::size_t sentence_end(std::string_view text, std::size_t at) {
    const char32_t c = point_at(text, at);
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) {
        return 3;
    }
    const bool sign = c == '.' || c == '!' || c == '?';
    return sign && (at + 1 >= text.size() || is_blank(text[at + 1])) ? 1 : 0;
}

} // namespace

std::string_view last_sentence(std::string_view text) {
    text = trimmed(text);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t size = sentence_end(text, at);
        if (size > 0 && at + size < text.size()) {
            begin = at + size;
        }
    }
    return trimmed(text.substr(begin));
}

std::string_view first_sentence(std::string_view text) {
    text = trimmed(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n' && at + 1 < text.size() && text[at + 1] == '\n') {
            return trimmed(text.substr(0, at));
        }
        if (const std::size_t size = sentence_end(text, at); size > 0) {
            return trimmed(text.substr(0, at + size));
        }
    }
    return text;
}

} // namespace ideary::ideas
