// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/normalize.hpp"

#include <algorithm>
#include <memory>

#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "text/fold.hpp"
#include "text/icu.hpp"

namespace ideary::text {
namespace {

bool is_bidi_control(char32_t point) {
    return point == 0x61C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool ends_line(char32_t point) {
    return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFEFF;
}

/// Whether clean() would change nothing: printable ASCII.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

std::string without_controls(std::string_view text, bool keep_line_feeds) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t point = next_code_point(text, i);
        if (point == '\r' && i < text.size() && text[i] == '\n') {
            continue;
        }
        if (ends_line(point)) {
            out.push_back(keep_line_feeds ? '\n' : ' ');
        } else if (point == '\t') {
            out.push_back(' ');
        } else if (!is_control(point) && !is_bidi_control(point)) {
            append_code_point(out, point);
        }
    }
    return out;
}

const icu::Collator &root_collator() {
    static const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made(
            icu::Collator::createInstance(icu::Locale::getRoot(), status));
        check(status, "loading its collation data");
        return made;
    }();
    return *collator;
}

/// Byte offset after the first count code points.
std::size_t offset_of(std::string_view text, std::size_t count) {
    std::size_t i = 0;
    while (count > 0 && i < text.size()) {
        next_code_point(text, i);
        --count;
    }
    return i;
}

bool is_apostrophe(char32_t point) {
    return point == '\'' || point == U'’' || point == U'ʼ' || point == U'＇' || point == U'`';
}

/// Letters and digits of folded text with one '-' for each stretch of anything else.
std::string dashed(std::string_view folded) {
    std::string out;
    bool gap = false;
    bool letter_before = false;
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t point = next_code_point(folded, i);
        const bool letter = u_isalnum(static_cast<UChar32>(point)) != 0 && point != U'ʼ';
        if (letter || (is_mark(point) && letter_before && !gap)) {
            if (gap && !out.empty()) {
                out.push_back('-');
            }
            append_code_point(out, point);
            gap = false;
            letter_before = true;
            continue;
        }
        gap = gap || !is_apostrophe(point);
    }
    return out;
}

} // namespace

std::string normalize_nfc(std::string_view utf8, bool keep_line_feeds) {
    if (is_plain(utf8)) {
        return std::string(utf8);
    }
    std::string out = without_controls(utf8, keep_line_feeds);
    if (is_ascii(out)) {
        return out;
    }
    const std::string capped = cap_marks(out);
    UErrorCode status = U_ZERO_ERROR;
    out.clear();
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(capped.size()));
    const icu::StringPiece piece(capped.data(), static_cast<std::int32_t>(capped.size()));
    nfc().normalizeUTF8(0, piece, sink, nullptr, status);
    check(status, "normalizing text");
    return out;
}

std::string fold_value(std::string_view utf8) {
    // Controls go first: what they kept apart may compose.
    const std::string folded =
        fold_form(is_plain(utf8) ? std::string(utf8) : without_controls(utf8, false));
    std::string out;
    out.reserve(folded.size());
    bool blank = false;
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t start = i;
        if (u_isUWhiteSpace(static_cast<UChar32>(next_code_point(folded, i)))) {
            blank = !out.empty();
            continue;
        }
        if (blank) {
            out.push_back(' ');
            blank = false;
        }
        out.append(folded, start, i - start);
    }
    return out;
}

std::string truncate(std::string_view utf8, std::size_t count) {
    if (utf8.size() <= count) {
        return std::string(utf8);
    }
    const std::size_t end = offset_of(utf8, count);
    if (end >= utf8.size() || end == 0) {
        return std::string(utf8.substr(0, end));
    }
    const bool plain = static_cast<unsigned char>(utf8[end]) < 0x80 && utf8[end] != '\n';
    if (plain) {
        return std::string(utf8.substr(0, end));
    }
    // A break depends on at most a few following code points.
    const std::string_view near = utf8.substr(0, offset_of(utf8, count + 8));
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, near.data(), static_cast<std::int64_t>(near.size()), &status);
    const std::unique_ptr<icu::BreakIterator> graphemes(grapheme_rules().clone());
    graphemes->setText(&view, status);
    check(status, "cutting text");
    const auto at = static_cast<std::int32_t>(end);
    const std::int32_t boundary = graphemes->isBoundary(at) ? at : graphemes->preceding(at);
    utext_close(&view);
    return std::string(utf8.substr(0, static_cast<std::size_t>(std::max(boundary, 0))));
}

std::string slug(std::string_view utf8, std::size_t max_code_points) {
    // Punctuation may precede, and a ligature may fold to a sentence; but no title is longer.
    constexpr std::size_t longest_title = 4096;
    std::string out = normalize_nfc(dashed(fold_value(truncate(utf8, longest_title))));
    if (count_code_points(out) <= max_code_points) {
        return out;
    }
    const std::size_t end = offset_of(out, max_code_points);
    const std::size_t dash = out.rfind('-', end);
    if (dash != std::string::npos && dash > 0) {
        out.resize(dash);
        return out;
    }
    return truncate(out, max_code_points);
}

std::size_t count_code_points(std::string_view utf8) {
    if (is_ascii(utf8)) {
        return utf8.size();
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < utf8.size(); ++count) {
        next_code_point(utf8, i);
    }
    return count;
}

std::string collation_key(std::string_view utf8) {
    const icu::UnicodeString text = to_utf16(cap_marks(utf8));
    std::string key(64, '\0');
    for (int attempt = 0; attempt < 2; ++attempt) {
        const std::int32_t size =
            root_collator().getSortKey(text, reinterpret_cast<std::uint8_t *>(key.data()),
                                       static_cast<std::int32_t>(key.size()));
        const bool fitted = static_cast<std::size_t>(size) <= key.size();
        key.resize(static_cast<std::size_t>(size));
        if (fitted) {
            break;
        }
    }
    if (!key.empty()) {
        key.pop_back(); // the closing zero
    }
    return key;
}

} // namespace ideary::text
