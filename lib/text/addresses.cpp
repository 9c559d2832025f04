// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Finds e-mail addresses without regular expressions: one look to both sides of each at sign.
#include "text/normalize.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/icu.hpp"
#include "text/private_numbers.hpp"

namespace ideary::text {
namespace {

/// Letters of scripts that separate words by spaces: other scripts would include the surrounding
/// sentence.
bool is_spaced_letter(char32_t point) {
    const auto code = static_cast<UChar32>(point);
    return point >= 0x80 && (u_isalnum(code) || is_mark(point)) &&
           u_getIntPropertyValue(code, UCHAR_LINE_BREAK) != U_LB_IDEOGRAPHIC &&
           u_getIntPropertyValue(code, UCHAR_LINE_BREAK) != U_LB_COMPLEX_CONTEXT &&
           !(point >= 0x3000 && point <= 0x30FF);
}

bool is_unspaced_letter(char32_t point) {
    return point >= 0x80 && u_isalnum(static_cast<UChar32>(point)) && !is_spaced_letter(point);
}

bool is_ascii_alnum(char32_t point) {
    return point < 0x80 && u_isalnum(static_cast<UChar32>(point));
}

bool is_local_sign(char32_t point) {
    constexpr std::u32string_view signs = U"._%+-'";
    return signs.find(point) != signs.npos;
}

/// Length of the at sign at i: `@`, its full-width twin, or `%40` of a mailto target; else 0.
std::size_t at_sign(std::string_view text, std::size_t i) {
    for (const std::string_view sign : {"@", "%40", "＠"}) {
        if (text.substr(i, sign.size()) == sign) {
            return sign.size();
        }
    }
    return 0;
}

constexpr std::size_t longest_quoted = 66, longest_local = 128; ///< bytes before an at sign

/// Where the part before an at sign starts at the end of text; its size when there is none.
std::size_t local_start(std::string_view text) {
    const std::size_t at = text.size();
    if (text.ends_with('"')) {
        const std::string_view near = text.substr(at - std::min(at, longest_quoted), at);
        const std::size_t quote = near.substr(0, near.size() - 1).rfind('"');
        return quote == near.npos ? at : at - near.size() + quote;
    }
    std::size_t start = at;
    std::size_t i = at;
    bool unspaced = false;
    while (i > 0 && at - i < longest_local) {
        const char32_t point = previous_code_point(text, i);
        unspaced = start == at ? is_unspaced_letter(point) : unspaced;
        const bool letter = is_ascii_alnum(point) || is_spaced_letter(point) ||
                            (unspaced && is_unspaced_letter(point));
        if (!letter && !is_local_sign(point)) {
            break;
        }
        start = i;
    }
    while (start < at && !is_ascii_alnum(static_cast<unsigned char>(text[start])) &&
           static_cast<unsigned char>(text[start]) < 0x80 && text[start] != '_') {
        ++start; // signs in front belong to the sentence
    }
    return start;
}

struct Label {
    std::size_t end;
    bool letters; ///< no digits, at least two: may be the last one
};

Label read_label(std::string_view text, std::size_t begin) {
    std::size_t i = begin;
    std::size_t end = begin;
    std::size_t count = 0;
    bool letters = true;
    bool unspaced = false;
    while (i < text.size()) {
        const char32_t point = next_code_point(text, i);
        unspaced = count == 0 ? is_unspaced_letter(point) : unspaced;
        const bool fits = is_ascii_alnum(point) || is_spaced_letter(point) ||
                          (unspaced && is_unspaced_letter(point)) || (point == '-' && count > 0);
        if (!fits) {
            break;
        }
        letters = letters && (point >= 0x80 || u_isalpha(static_cast<UChar32>(point)));
        ++count;
        end = point == '-' ? end : i;
    }
    const bool punycode = text.substr(begin, 4) == "xn--";
    return {end, (letters && count >= 2) || punycode};
}

/// Where the domain that starts at begin ends; begin when there is none.
std::size_t domain_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    std::size_t labels = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const Label label = read_label(text, i);
        if (label.end == i) {
            break;
        }
        ++labels;
        end = labels >= 2 && label.letters ? label.end : end;
        i = label.end;
        if (i >= text.size() || text[i] != '.') {
            break;
        }
    }
    return end;
}

/// `@name@server` names no mailbox; `x@name@server` may be one.
bool is_handle(std::string_view text, std::size_t start) {
    return start > 0 && text[start - 1] == '@' &&
           (start == 1 || !is_ascii_alnum(static_cast<unsigned char>(text[start - 2])));
}

} // namespace

std::string mask_addresses(std::string_view given) {
    const std::string utf8_text = mask_private_numbers(given);
    const std::string_view utf8 = utf8_text;
    std::string out; // what was masked stays so however often: the look back sees marks, not text
    std::size_t done = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const std::size_t sign = at_sign(utf8, i);
        if (sign == 0) {
            continue;
        }
        out.append(utf8, done, i - done);
        done = i;
        const std::size_t start = local_start(out);
        const std::size_t end = domain_end(utf8, i + sign);
        const bool handle = is_handle(out, start);
        if (start < out.size() && end > i + sign && !handle) {
            out.resize(start);
            out.append("…");
            done = end;
            i = end - 1;
        }
    }
    out.append(utf8, done);
    return out;
}

} // namespace ideary::text
