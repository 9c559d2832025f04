// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words that occur in the same talks, and the ideas they add below a short list.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "search/lexicon/term_cooccurrence.hpp"
#include "unit/search/fixture.hpp"

using ideary::search::CooccurringTerm;
using ideary::search::TermCooccurrence;

TEST_CASE("cooccurrence: the line of a stem is found by binary search") {
    const TermCooccurrence table("# said\nant 50bee 07cow\nbee 99ant\ncow\nd3 20ant\n");
    const std::vector<CooccurringTerm> found = table.find("ant");
    REQUIRE(found.size() == 2);
    CHECK(found[0].stem == "bee");
    CHECK(found[0].strength == doctest::Approx(0.5));
    CHECK(found[1].stem == "cow");
    CHECK(found[1].strength == doctest::Approx(0.07));
    CHECK(table.find("bee").size() == 1);
    CHECK(table.find("d3").size() == 1);
    CHECK(table.find("cow").empty());
    CHECK(table.has("cow"));
    for (const char *other : {"", "a", "an", "ants", "be", "zebra", "said", "\n", "ant 50bee"}) {
        CHECK(!table.has(other));
    }
    CHECK(!TermCooccurrence("").has("ant"));
    CHECK(TermCooccurrence("ant 50bee").find("ant").size() == 1);
    CHECK(TermCooccurrence("ant 5bee 50 xxbee").find("ant").empty());
}

TEST_CASE("cooccurrence: the built-in table is sorted and well formed") {
    const std::string_view text = ideary::search::cooccurrence_table();
    const TermCooccurrence table(text);
    std::string_view before;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::string_view stem = line.substr(0, line.find(' '));
        if (stem != "#") {
            CAPTURE(line);
            REQUIRE(before < stem);
            const auto blanks = std::count(line.begin(), line.end(), ' ');
            REQUIRE(table.find(stem).size() == static_cast<std::size_t>(blanks));
            before = stem;
            ++lines;
        }
        at = end + 1;
    }
    CHECK(lines > 4000);
}

TEST_CASE("cooccurrence: ideas with words of the same talks follow a short list") {
    const search_test::TestIndex indexed(
        {search_test::idea("tls", "TLS for everyone"), search_test::idea("trees", "Pruning trees"),
         search_test::idea("rivers", "Rivers"), search_test::idea("stones", "Stones"),
         search_test::idea("clouds", "Clouds")});
    ideary::SearchOptions options;
    options.explain = true;
    const ideary::Results results = indexed.search("encryption", options);
    CHECK(results.total == 0);
    CHECK(results.related_from == 1);
    CHECK(!results.did_you_mean);
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].idea.id == "list/tls");
    double sum = 0;
    for (const ideary::Contribution &each : results.hits[0].contributions) {
        CHECK(each.origin == ideary::Origin::related);
        sum += each.score;
    }
    CHECK(sum == doctest::Approx(results.hits[0].score));
    SUBCASE("not for literal searches, nor against exclusions") {
        options.literal = true;
        CHECK(indexed.search("encryption", options).hits.empty());
        CHECK(indexed.search("\"encryption\"").hits.empty());
        CHECK(indexed.search("encryption -everyone").hits.empty());
        CHECK(indexed.search("zzzzqqqq").hits.empty());
        CHECK(indexed.search("+encryption").hits.empty());
        CHECK(indexed.search("encryption pruning", {}, true).hits.empty());
        ideary::SearchOptions chosen;
        chosen.filters = {{"language", "en"}};
        CHECK(indexed.search("encryption", chosen).hits.empty());
    }
}

TEST_CASE("cooccurrence: a word of the table is not corrected, even if no idea holds it") {
    const search_test::TestIndex indexed({search_test::idea("usage", "Memory usage"),
                                          search_test::idea("two", "Gardens"),
                                          search_test::idea("three", "Rivers")});
    CHECK(!indexed.search("outage").did_you_mean);
    CHECK(indexed.search("usagw").did_you_mean == "usage");
}
