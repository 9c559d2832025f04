// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <string>

#include "ideas/classify/title_score.hpp"

using ideary::ideas::title_score;

TEST_CASE("title score: agrees with the script that learned the weights") {
    std::ifstream file(IDEARY_TEST_DIR "/unit/ideas/title_scores.tsv");
    int count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        const std::size_t tab = line.rfind('\t');
        REQUIRE(tab != std::string::npos);
        CAPTURE(line);
        const double expected = std::stod(line.substr(tab + 1)); // to four decimals
        CHECK(std::abs(title_score(line.substr(0, tab)) - expected) < 0.0001);
    }
    CHECK(count >= 20);
}

TEST_CASE("title score: is 0 for a line without text") {
    CHECK(title_score("") == 0);
    CHECK(title_score(" \t ") == 0);
}

TEST_CASE("title score: a short line adds nothing to its list") {
    using ideary::ideas::score_in_list;
    CHECK(title_score("Spoons") < 0);
    CHECK(score_in_list("Spoons") == 0);
    CHECK(score_in_list("Bring your laptop") == title_score("Bring your laptop"));
}
