// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Query expansion: feedback terms of the best hits, and score smoothing.
#include <doctest/doctest.h>

#include <algorithm>

#include "unit/search/fixture.hpp"

using ideary::Hit;
using ideary::Idea;
using ideary::Origin;
using ideary::SearchOptions;

namespace {

SearchOptions expanding() {
    SearchOptions options;
    options.expand = true;
    options.explain = true;
    return options;
}

std::vector<std::string> slugs_of(const ideary::Results &results) {
    std::vector<std::string> slugs;
    for (const Hit &hit : results.hits) {
        slugs.push_back(hit.idea.id.substr(5));
    }
    return slugs;
}

/// Two ideas that hold the searched word once; one is similar to the best ones.
std::vector<Idea> harbour_ideas() {
    std::vector<Idea> ideas = {
        search_test::idea("best", "Harbour", "harbour anchors ropes sails"),
        search_test::idea("good", "Harbour", "harbour anchors ropes"),
        search_test::idea("near", "Evening", "harbour anchors ropes sails"),
        search_test::idea("far", "Morning", "harbour paint stones tables"),
    };
    for (int i = 0; i < 30; ++i) {
        ideas.push_back(search_test::idea("other-" + std::to_string(i), "Gardens",
                                          "paint stones tables chairs"));
    }
    return ideas;
}

/// Words that are in no other text.
std::string own_words(int text, int count) {
    std::string words;
    for (int i = 0; i < count; ++i) {
        words += " w" + std::string(1, static_cast<char>('a' + text % 26)) +
                 std::string(1, static_cast<char>('a' + i % 26)) + "x";
    }
    return words;
}

} // namespace

TEST_CASE("expand: terms of the best hits are added to the query") {
    const search_test::TestIndex indexed(harbour_ideas());
    SearchOptions options = expanding();
    const ideary::Results plain = indexed.search("harbour");
    const ideary::Results expanded = indexed.search("harbour", options);
    CHECK(expanded.total == plain.total);
    CHECK(expanded.total == 4);
    const auto score = [](const ideary::Results &results, const char *id) {
        for (const Hit &hit : results.hits) {
            if (hit.idea.id == id) {
                return hit.score;
            }
        }
        return 0.0;
    };
    CHECK(score(expanded, "list/near") > score(expanded, "list/far") + 0.01);
    CHECK(score(plain, "list/near") == doctest::Approx(score(plain, "list/far")));
    bool told = false;
    for (const Hit &hit : expanded.hits) {
        for (const ideary::Contribution &each : hit.contributions) {
            told = told || (each.origin == Origin::related && each.term == "anchor" &&
                            hit.idea.id == "list/near");
        }
    }
    CHECK(told);
    SUBCASE("not for literal searches, nor when sorted otherwise than by relevance") {
        options.literal = true;
        SearchOptions literal;
        literal.literal = true;
        CHECK(slugs_of(indexed.search("harbour", options)) ==
              slugs_of(indexed.search("harbour", literal)));
        options.literal = false;
        options.sort = ideary::Sort::title;
        SearchOptions sorted;
        sorted.sort = ideary::Sort::title;
        CHECK(slugs_of(indexed.search("harbour", options)) ==
              slugs_of(indexed.search("harbour", sorted)));
        CHECK(slugs_of(indexed.search("\"harbour\"", expanding())) ==
              slugs_of(indexed.search("\"harbour\"")));
    }
    SUBCASE("must and exclusions still hold") {
        const std::vector<std::string> found =
            slugs_of(indexed.search("+harbour -sails", expanding()));
        CHECK(std::find(found.begin(), found.end(), "near") == found.end());
    }
}

TEST_CASE("expand: long texts rise with similar good hits") {
    std::vector<Idea> ideas;
    const std::string shared = own_words(25, 26);
    for (int i = 0; i < 6; ++i) {
        ideas.push_back(search_test::idea("like-" + std::to_string(i), "Harbour harbour",
                                          "harbour" + own_words(i, 12) + shared));
    }
    ideas.push_back(search_test::idea("mate", "Evening", "harbour" + own_words(8, 12) + shared));
    ideas.push_back(
        search_test::idea("lone", "Evening", "harbour" + own_words(9, 12) + own_words(10, 26)));
    for (int i = 0; i < 20; ++i) {
        ideas.push_back(
            search_test::idea("other-" + std::to_string(i), "Gardens", own_words(11 + i % 10, 26)));
    }
    const search_test::TestIndex indexed(ideas);
    const ideary::Results results = indexed.search("harbour", expanding());
    REQUIRE(results.hits.size() >= 8);
    double mate = 0, lone = 0;
    bool told = false;
    for (const Hit &hit : results.hits) {
        mate = hit.idea.id == "list/mate" ? hit.score : mate;
        lone = hit.idea.id == "list/lone" ? hit.score : lone;
        for (const ideary::Contribution &each : hit.contributions) {
            told = told || each.term == "hits like this one";
        }
    }
    CHECK(mate > lone * 1.1);
    CHECK(told);
    SUBCASE("the same list for every page size") {
        SearchOptions options = expanding();
        options.limit = 3;
        options.offset = 3;
        const std::vector<std::string> all = slugs_of(results);
        CHECK(slugs_of(indexed.search("harbour", options)) ==
              std::vector<std::string>(all.begin() + 3, all.begin() + 6));
    }
}

TEST_CASE("compounds: words joined by a hyphen are also found separately, ranked lower") {
    const search_test::TestIndex indexed(
        {search_test::idea("whole", "High-speed boats"), search_test::idea("apart", "Speed limits"),
         search_test::idea("name", "Node.js at sea"), search_test::idea("tree", "A node of a tree"),
         search_test::idea("owner", "A gardener at work"), search_test::idea("six", "Rivers"),
         search_test::idea("seven", "Stones")});
    CHECK(indexed.search("high-speed").total == 2);
    CHECK(slugs_of(indexed.search("high-speed")).front() == "whole");
    CHECK(indexed.search("gardener's").total == 1);
    CHECK(indexed.search("node.js").total == 1);
    CHECK(indexed.search("+high-speed").total == 1);
    CHECK(indexed.search("high-speed boats", {}, true).total == 1);
    CHECK(indexed.slugs("high-speed") == std::vector<std::string>{"whole"});
}
