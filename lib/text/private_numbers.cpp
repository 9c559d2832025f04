// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/private_numbers.hpp"

#include <algorithm>
#include <cstddef>

namespace ideary::text {
namespace {

constexpr std::size_t min_digits = 8, max_digits = 15; ///< of a number with a country code

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The end of `+` and digits with separators of telephone numbers; `at` when it is none.
std::size_t international_end(std::string_view text, std::size_t at) {
    std::size_t digits = 0, end = at + 1, gaps = 0;
    for (std::size_t i = at + 1; i < text.size() && digits <= max_digits; ++i) {
        if (is_digit(text[i])) {
            ++digits;
            gaps = 0;
            end = i + 1;
        } else if (std::string_view(" -./()").find(text[i]) == std::string_view::npos ||
                   ++gaps > 3 || digits == 0) {
            break;
        }
    }
    return digits >= min_digits && digits <= max_digits ? end : at;
}

/// The end of `555-555-0199` or `(555) 555-0199`; `at` when it is none.
std::size_t local_end(std::string_view text, std::size_t at) {
    const bool open = text[at] == '(';
    const std::string_view shape = open ? "(ddd) ddd-dddd" : "ddd-ddd-dddd";
    if (text.size() - at < shape.size()) {
        return at;
    }
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = text[at + i];
        const bool separator = shape[i] == '-' && (c == '-' || c == '.' || c == ' ');
        if (shape[i] == 'd' ? !is_digit(c) : !separator && c != shape[i]) {
            return at;
        }
    }
    const std::size_t end = at + shape.size();
    return end == text.size() || !is_word(text[end]) ? end : at;
}

/// The end of `user:password@` after the scheme of an address; `at` when there is none.
std::size_t user_end(std::string_view text, std::size_t at) {
    const std::size_t end =
        text.substr(0, std::min(text.size(), at + 256)).find_first_of("@/ \n\"<>", at);
    const bool user = end != std::string_view::npos && text[end] == '@' && end > at;
    return user && text.substr(at, end - at).find(':') != std::string_view::npos ? end : at;
}

} // namespace

std::string mask_private_numbers(std::string_view text) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find_first_of("+(:0123456789"); at != std::string_view::npos;
         at = text.find_first_of("+(:0123456789", at)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const bool starts = std::string_view(" \n:(,;").find(before) != std::string_view::npos;
        std::size_t end = at;
        std::size_t from = at;
        if (text[at] == '+') {
            end = starts ? international_end(text, at) : at;
        } else if (text[at] == ':') {
            from = at + 3;
            end = text.substr(at, 3) == "://" ? user_end(text, from) : from;
        } else if (starts) {
            end = local_end(text, at);
        }
        if (end > from) {
            out.append(text, done, from - done).append("…");
            done = at = end;
            continue;
        }
        ++at;
        while (is_digit(text[at - 1]) && at < text.size() && is_digit(text[at])) {
            ++at; // a number is looked at once
        }
    }
    return done == 0 ? std::string(text) : out.append(text, done);
}

} // namespace ideary::text
