// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Strings made of what the grammar knows: what the fuzzer checks holds of them.
#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>

#include "fuzz/query_parser.hpp"

TEST_CASE("query: canonical forms are stable [5,000 random queries]") {
    static const std::string pieces[] = {" ",    "\"",     "(",     ")",       "+",
                                         "-",    "AND ",   " OR ",  " NOT ",   " NEAR/3 ",
                                         "*",    "~",      ":",     "..",      "a",
                                         "orm",  "title:", "by:",   "year:",   "2024",
                                         "C++",  "CI/CD",  "é",     "テスト",  "\xff",
                                         "\n",   "\u201c", "/",     "topic:(", std::string(1, '\0'),
                                         "-\"b", "NEAR",   "deplo", "'",       ".",
                                         "#",    "--x",    "AND",   "OR",      "NOT"};
    std::mt19937 random(71);
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (std::size_t k = random() % 40; k > 0; --k) {
            text += pieces[random() % std::size(pieces)];
        }
        CAPTURE(text);
        REQUIRE(fuzz::query_holds(text));
    }
}
