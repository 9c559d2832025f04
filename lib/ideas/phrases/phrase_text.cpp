// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The form in which phrases and texts compare. The build's phrase compiler uses it as well.
#include <cstdint>

#include "ideas/phrases/phrases.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t compared_bytes = 400;

} // namespace

void straighten_quotes(std::string &text) {
    if (text.find('\xE2') == std::string::npos) {
        return;
    }
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view three = std::string_view(text).substr(at, 3);
        const bool single = three == "‘" || three == "’" || three == "‛";
        const bool quote = three == "“" || three == "”" || three == "„";
        if (single || quote || three == "…") {
            result += single ? "'" : quote ? "\"" : "...";
            at += 3;
        } else {
            result += text[at++];
        }
    }
    text = std::move(result);
}

std::string folded(std::string_view text) {
    std::string result = text::fold_value(text.substr(0, compared_bytes));
    straighten_quotes(result);
    return result;
}

std::string folded_end(std::string_view text) {
    if (text.size() > compared_bytes) {
        text = text.substr(text.size() - compared_bytes);
        while (!text.empty() && (static_cast<unsigned char>(text[0]) & 0xC0U) == 0x80U) {
            text.remove_prefix(1);
        }
    }
    return folded(text);
}

} // namespace ideary::ideas
