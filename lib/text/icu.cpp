// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/icu.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "ideary/error.hpp"

namespace ideary::text {
namespace {

const icu::Normalizer2 &loaded(const icu::Normalizer2 *normalizer, UErrorCode status) {
    check(status, "loading its normalization data");
    return *normalizer;
}

std::unique_ptr<icu::BreakIterator> loaded(icu::BreakIterator *iterator, UErrorCode status) {
    std::unique_ptr<icu::BreakIterator> owned(iterator);
    check(status, "loading its break rules");
    return owned;
}

} // namespace

void check(UErrorCode status, const char *doing) {
    if (U_FAILURE(status)) {
        throw Error(ErrorKind::internal,
                    std::string("ICU failed while ") + doing + ": " + u_errorName(status),
                    "Check that the ICU library and its data are installed whole");
    }
}

const icu::Normalizer2 &nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    return loaded(normalizer, status);
}

const icu::Normalizer2 &nfd() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFDInstance(status);
    return loaded(normalizer, status);
}

const icu::Normalizer2 &nfkc_fold() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return loaded(normalizer, status);
}

const icu::BreakIterator &grapheme_rules() {
    static const std::unique_ptr<icu::BreakIterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        auto *made = icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status);
        return loaded(made, status);
    }();
    return *rules;
}

const icu::BreakIterator &line_rules() {
    static const std::unique_ptr<icu::BreakIterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        auto *made = icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status);
        return loaded(made, status);
    }();
    return *rules;
}

char32_t next_code_point(std::string_view text, std::size_t &i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
        ++i;
        return first;
    }
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data() + i);
    // Four bytes are the longest sequence, so that texts over 2 GiB need no 64-bit macro.
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - i, 4));
    std::int32_t at = 0;
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, point);
    i += static_cast<std::size_t>(at);
    return static_cast<char32_t>(point);
}

char32_t previous_code_point(std::string_view text, std::size_t &i) {
    // The longest valid sequence that ends at i; invalid bytes are read one by one.
    std::size_t start = i - 1;
    while (start > 0 && i - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
        --start;
    }
    std::size_t end = start;
    const char32_t point = next_code_point(text.substr(0, i), end);
    if (end == i) {
        i = start;
        return point;
    }
    --i;
    return U'\uFFFD';
}

void append_code_point(std::string &text, char32_t point) {
    if (point < 0x80) {
        text.push_back(static_cast<char>(point));
        return;
    }
    char bytes[4];
    std::int32_t size = 0;
    UBool bad = false;
    U8_APPEND(reinterpret_cast<std::uint8_t *>(bytes), size, 4, static_cast<UChar32>(point), bad);
    text.append(bad ? "\uFFFD" : std::string_view(bytes, static_cast<std::size_t>(size)));
}

icu::UnicodeString to_utf16(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string to_utf8(const icu::UnicodeString &text) {
    std::string utf8;
    utf8.reserve(static_cast<std::size_t>(text.length()));
    text.toUTF8String(utf8);
    return utf8;
}

bool is_mark(char32_t point) {
    return point >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
}

bool is_word_point(char32_t point) {
    return point == '_' || u_isalnum(static_cast<UChar32>(point)) != 0;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace ideary::text
