// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideary/split.hpp"

using namespace ideary;

namespace {

const char *const list = "# Lamp wishes\n\n"
                         "## How to submit\n\n- Write about wicks\n\n"
                         "## Ideas\n\n- Oil lamps\n- The room is in Paris\n- Candles\n";

SplitResult corrected(std::string_view text, std::vector<IdeaCorrection> corrections) {
    SplitOptions options;
    options.overrides.ideas = std::move(corrections);
    return split(text, "lamps.md", options);
}

std::vector<std::string> titles(const SplitResult &result) {
    std::vector<std::string> all;
    for (const Idea &idea : result.ideas) {
        all.push_back(idea.title);
    }
    return all;
}

} // namespace

TEST_CASE("corrections: a line is an idea, none, or of another kind") {
    const auto result = corrected(list, {{5, "", true, std::nullopt},
                                         {10, "", false, std::nullopt},
                                         {11, "", std::nullopt, Kind::talk}});
    CHECK(titles(result) == std::vector<std::string>{"Write about wicks", "Oil lamps", "Candles"});
    CHECK(result.ideas[0].section == std::vector<std::string>{"How to submit"});
    CHECK(result.ideas[0].source.line == 5);
    CHECK(result.ideas[2].kind == Kind::talk);
    CHECK(result.ideas[1].kind == Kind::wish);
    CHECK(result.remarks.empty());
}

TEST_CASE("corrections: a title finds its line again after an edit above") {
    const std::string edited = "A new first line.\n\n" + std::string(list);
    const auto result = corrected(edited, {{10, "The room is", false, std::nullopt},
                                           {5, "Write about wicks", true, std::nullopt}});
    CHECK(titles(result) == std::vector<std::string>{"Write about wicks", "Oil lamps", "Candles"});
    CHECK(result.remarks.empty());
}

TEST_CASE("corrections: one that finds nothing is a remark") {
    const auto result = corrected(list, {{9, "Whale oil", false, std::nullopt},
                                         {5, "", false, std::nullopt},
                                         {40, "", true, std::nullopt}});
    CHECK(titles(result).size() == 3);
    REQUIRE(result.remarks.size() == 3);
    CHECK(result.remarks[0].line == 9);
    CHECK(result.remarks[1].line == 5);
    CHECK(result.remarks[2].line == 40);
}
