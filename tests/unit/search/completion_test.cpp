// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <ctime>

#include "unit/search/fixture.hpp"

using ideary::Completion;
using ideary::Idea;

namespace {

std::vector<Idea> some_ideas() {
    std::vector<Idea> ideas{search_test::idea("one", "Django at scale", "Topics of django"),
                            search_test::idea("two", "Django and databases"),
                            search_test::idea("three", "Djinn in a bottle")};
    ideas[0].topics = {"Databases", "Web Assembly"};
    ideas[1].topics = {"Data Science"};
    ideas[2].topics = {"Data Science"};
    ideas[0].year = 2024;
    ideas[1].year = 2025;
    ideas[2].year = 2025;
    ideas[0].authors = {"Ann \"Tex\" Winstel"};
    return ideas;
}

std::vector<std::string> queries(const search_test::TestIndex &indexed, const std::string &text,
                                 std::size_t limit = 10) {
    std::vector<std::string> found;
    for (const Completion &each : indexed->complete(text, limit)) {
        found.push_back(each.query);
    }
    return found;
}

using List = std::vector<std::string>;

} // namespace

TEST_CASE("completion: the last word of a query is completed") {
    const search_test::TestIndex indexed(some_ideas());
    CHECK(queries(indexed, "dj") == List{"django", "djinn"});
    CHECK(queries(indexed, "Scale DJ") == List{"Scale django", "Scale djinn"});
    CHECK(queries(indexed, "+dj", 1) == List{"+django"});
    CHECK(queries(indexed, "a (b -dji") == List{"a (b -djinn"});
    CHECK(queries(indexed, "title:dj", 1) == List{"title:django"});
    CHECK(indexed->complete("dj")[0].ideas == 2);
    CHECK(indexed->complete("dj")[0].kind == Completion::Kind::word);
}

TEST_CASE("completion: values and field names are completed") {
    const search_test::TestIndex indexed(some_ideas());
    CHECK(queries(indexed, "orm topic:dat") ==
          List{"orm topic:\"Data Science\"", "orm topic:Databases"});
    CHECK(queries(indexed, "topic:\"data s") == List{"topic:\"Data Science\""});
    CHECK(queries(indexed, "topic:assem") == List{"topic:\"Web Assembly\""});
    CHECK(queries(indexed, "tag:\"web a") == List{"tag:\"Web Assembly\""});
    CHECK(queries(indexed, "year:") == List{"year:2025", "year:2024"});
    CHECK(queries(indexed, "author:ann") == List{"author:\"Ann  Tex  Winstel\""});
    CHECK(queries(indexed, "topi") == List{"topics", "topic:"});
    CHECK(indexed->complete("auth")[0].kind == Completion::Kind::field);
    CHECK(indexed->complete("topic:databases")[0].text == "Databases");
}

TEST_CASE("completion: a completed query matches the promised number of ideas") {
    const search_test::TestIndex indexed(some_ideas());
    for (const char *typed : {"dj", "da", "topic:", "year:", "author:", "kind:", "source:"}) {
        for (const Completion &each : indexed->complete(typed)) {
            CAPTURE(each.query);
            CHECK(indexed.slugs(each.query).size() >= each.ideas);
        }
    }
}

TEST_CASE("completion: no result for empty, oversized and odd text") {
    const search_test::TestIndex indexed(some_ideas());
    for (const std::string &text :
         {std::string(), std::string(" "), std::string("django "), std::string("zzz"),
          std::string("\"\"\""), std::string(":"), std::string("\xff\xfe"),
          std::string(100000, 'd'), std::string("(((((")}) {
        CHECK(indexed->complete(text).empty());
    }
    CHECK(indexed->complete("dj", 0).empty());
}

TEST_CASE("completion: takes less than a millisecond once words are loaded") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 4000; ++i) {
        const std::string word = "w" + std::to_string(i * 7919 % 10007) + "x";
        ideas.push_back(search_test::idea(word, word + " " + word + "y", word + "z"));
        ideas.back().authors = {"Author " + word};
    }
    const search_test::TestIndex indexed(ideas);
    CHECK(indexed->complete("w").size() == 10);
    const std::clock_t start = std::clock();
    for (int i = 0; i < 100; ++i) {
        indexed->complete("w");
        indexed->complete("author:w12");
    }
    const double ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CHECK(ms / 200 < 5); // the limit is 1 ms; sanitizers and quick runs may take 5 times as long
}
