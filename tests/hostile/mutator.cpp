// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "mutator.hpp"

#include <algorithm>
#include <string_view>

namespace ideary::hostile {
namespace {

/// Syntax of the formats, and bytes that are difficult for readers.
constexpr std::string_view tokens[] = {"\n",
                                       "\r\n",
                                       "\n\n",
                                       "\t",
                                       "    ",
                                       "- ",
                                       "* ",
                                       "1. ",
                                       "# ",
                                       "## ",
                                       "> ",
                                       "```\n",
                                       "~~~",
                                       "---\n",
                                       "===\n",
                                       "+++\n",
                                       "|",
                                       "| a | b |\n",
                                       "[",
                                       "]",
                                       "(",
                                       ")",
                                       "[a](b)",
                                       "![",
                                       "<",
                                       ">",
                                       "<!--",
                                       "-->",
                                       "</",
                                       "<li>",
                                       "<ul>",
                                       "<table><tr><td>",
                                       "<details>",
                                       "<script>",
                                       "<![CDATA[",
                                       "&amp;",
                                       "&#",
                                       "&#x10FFFF;",
                                       "*",
                                       "**",
                                       "_",
                                       "`",
                                       "``",
                                       "~~",
                                       "\\",
                                       "\"",
                                       "'",
                                       "{",
                                       "}",
                                       "[[",
                                       ":",
                                       ": ",
                                       ",",
                                       "..",
                                       ".. note::",
                                       "::",
                                       "`a <b>`_",
                                       "|x|",
                                       "&a",
                                       "*a",
                                       "<<: *a",
                                       "!!binary ",
                                       "? ",
                                       "%YAML 1.2\n",
                                       "{\"title\":\"",
                                       "\"ideary\":1,",
                                       "\\u0000",
                                       "\\ud800",
                                       "null",
                                       "1e999",
                                       "-1",
                                       "9999999999999999999",
                                       "ada@example.org",
                                       "http://x.org/",
                                       "javascript:",
                                       "://",
                                       "../",
                                       "/etc/passwd",
                                       "\x1b[31m",
                                       "\x07",
                                       "\xff",
                                       "\xfe\xff",
                                       "\xef\xbb\xbf",
                                       "\xc0\x80",
                                       "\xed\xa0\x80",
                                       "\xf4\x90\x80\x80",
                                       "\xe2\x80\xae",
                                       "e\xcc\x81",
                                       "\xef\xb7\xba",
                                       "\xe2\x80\x8d",
                                       "\xe0\xb8\x81",
                                       "\xe6\xbc\xa2",
                                       "\xf0\x9f\x91\xa9",
                                       "\xc2\x85",
                                       "\xe2\x80\xa8",
                                       "+",
                                       "-",
                                       "AND ",
                                       "OR ",
                                       "NOT ",
                                       "NEAR/3 ",
                                       "year:",
                                       "title:(",
                                       "~",
                                       "2024",
                                       "CI/CD",
                                       "C++",
                                       "\x1f\x8b\x08"};

} // namespace

std::string Mutator::substring(const std::string &bytes, std::size_t max_size) {
    const std::size_t at = below(bytes.size());
    return bytes.substr(at, 1 + below(max_size));
}

void Mutator::change(std::string &bytes) {
    const std::size_t at = below(bytes.size() + 1);
    const auto here = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random_() % 8) {
    case 0:
        if (at < bytes.size()) {
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8)));
        }
        return;
    case 1:
        bytes.insert(here, static_cast<char>(below(256)));
        return;
    case 2:
        bytes.erase(at, 1 + below(below(2) == 0 ? 4 : bytes.size()));
        return;
    case 3:
        bytes.insert(at, substring(any_seed(), 64));
        return;
    case 4: {
        const std::string again = substring(bytes, 16);
        for (std::size_t times = 1 + below(200); times > 0 && !again.empty(); --times) {
            bytes.insert(at, again);
        }
        return;
    }
    case 5:
        bytes.resize(at);
        return;
    default:
        bytes.insert(at, tokens[below(std::size(tokens))]);
        return;
    }
}

std::string Mutator::next() {
    std::string bytes = any_seed();
    for (std::size_t changes = 1 + below(8); changes > 0; --changes) {
        change(bytes);
    }
    bytes.resize(std::min<std::size_t>(bytes.size(), 64 * 1024));
    return bytes;
}

std::string Mutator::large(std::size_t size) {
    const std::string head = below(2) == 0 ? any_seed() : std::string();
    std::string unit;
    for (std::size_t parts = 1 + below(3); parts > 0; --parts) {
        unit += below(2) == 0 ? std::string(tokens[below(std::size(tokens))])
                              : substring(any_seed(), below(3) == 0 ? 200 : 8);
    }
    unit += unit.empty() ? "a" : "";
    std::string bytes = head;
    while (bytes.size() < size) {
        bytes += unit;
    }
    return bytes + (below(2) == 0 ? any_seed() : std::string());
}

} // namespace ideary::hostile
