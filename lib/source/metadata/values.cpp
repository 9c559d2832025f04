// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/metadata/values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normalize.hpp"

namespace ideary::source {
namespace {

/// An author's name without an address, brackets and whitespace around it.
std::string person(std::string_view text) {
    std::string name = collapse_whitespace(text);
    for (const auto &[open, close] : {std::pair{'<', '>'}, std::pair{'(', ')'}}) {
        const std::size_t from = name.find(open);
        const std::size_t to = from == std::string::npos ? from : name.find(close, from);
        if (to == std::string::npos) {
            continue;
        }
        const std::string inside = name.substr(from + 1, to - from - 1);
        const bool address = inside.empty() || inside.find("…") != std::string::npos ||
                             inside.find("://") != std::string::npos || inside[0] == '@';
        if (address) {
            name = name.substr(0, from) + name.substr(to + 1);
        }
    }
    name = collapse_whitespace(name);
    return name == "…" ? std::string() : name;
}

bool has_two_words(std::string_view text) {
    const std::size_t from = text.find_first_not_of(' ');
    const std::size_t blank = from == std::string_view::npos ? from : text.find(' ', from);
    return blank != std::string_view::npos &&
           text.find_first_not_of(' ', blank) != std::string_view::npos;
}

std::vector<std::string_view> cut_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(separator, at);
        parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos) {
            return parts;
        }
        at = end + separator.size();
    }
}

/// Cuts each part at a conjunction, when what stands on both sides is a name of two words.
void cut_pairs(std::vector<std::string_view> &parts) {
    static constexpr std::array words = std::to_array<std::string_view>(
        {" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " i "});
    for (const std::string_view word : words) {
        std::vector<std::string_view> next;
        for (const std::string_view part : parts) {
            const std::vector<std::string_view> halves = cut_at(part, word);
            if (std::all_of(halves.begin(), halves.end(), has_two_words)) {
                next.insert(next.end(), halves.begin(), halves.end());
            } else {
                next.push_back(part);
            }
        }
        parts = std::move(next);
    }
}

} // namespace

std::string collapse_whitespace(std::string_view text) {
    std::string clean = text::mask_addresses(text::normalize_nfc(text));
    const std::size_t from = clean.find_first_not_of(' ');
    if (from == std::string::npos) {
        return {};
    }
    return clean.substr(from, clean.find_last_not_of(' ') - from + 1);
}

std::string web_address(std::string_view url) {
    std::string clean = text::normalize_nfc(url);
    clean.erase(0, clean.find_first_not_of(' ') == std::string::npos
                       ? clean.size()
                       : clean.find_first_not_of(' '));
    clean.erase(clean.find_last_not_of(' ') + 1);
    std::string scheme = clean.substr(0, std::min<std::size_t>(8, clean.size()));
    for (char &c : scheme) {
        c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool web = scheme.rfind("http://", 0) == 0 || scheme == "https://";
    const bool odd = clean.find_first_of(" \"<>\\^`{|}") != std::string::npos;
    const bool person = text::mask_addresses(clean) != clean;
    return web && !odd && !person && clean.size() <= 2048 ? clean : std::string();
}

std::vector<std::string> people(std::string_view value, bool several) {
    std::vector<std::string_view> parts = cut_at(value, ";");
    if (several && parts.size() == 1) {
        parts = cut_at(value, ",");
    }
    if (several) {
        // `A, B, and C`
        for (std::string_view &part : parts) {
            const std::size_t from = part.find_first_not_of(' ');
            if (from != std::string_view::npos && part.substr(from, 4) == "and ") {
                part.remove_prefix(from + 4);
            }
        }
    }
    cut_pairs(parts);
    std::vector<std::string> names;
    for (const std::string_view part : parts) {
        if (std::string name = person(part); !name.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

} // namespace ideary::source
