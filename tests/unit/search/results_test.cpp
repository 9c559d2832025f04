// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Results besides matching: order, pages, facets, corrections, related ideas.
#include <doctest/doctest.h>

#include <algorithm>

#include "ideary/error.hpp"
#include "unit/search/fixture.hpp"

using ideary::Idea;
using ideary::Query;
using ideary::Results;
using ideary::SearchOptions;
using ideary::Sort;
using search_test::idea;
using search_test::TestIndex;
using Slugs = std::vector<std::string>;

namespace {

Slugs slugs(const Results &results) {
    Slugs found;
    for (const ideary::Hit &hit : results.hits) {
        found.push_back(hit.idea.id.substr(hit.idea.id.find('/') + 1));
    }
    return found;
}

Idea in_year(Idea idea, int year) {
    idea.year = year;
    return idea;
}

std::string marked(const ideary::MarkedText &text) {
    return ideary::to_html(text, "[", "]");
}

} // namespace

TEST_CASE("results: equal scores are ordered by year, newest first, unknown last, then id") {
    const TestIndex index({in_year(idea("b", "Same words"), 2020), idea("a", "Same words"),
                           in_year(idea("d", "Same words"), 2024),
                           in_year(idea("c", "Same words"), 2020)});
    CHECK(slugs(index.search("same")) == Slugs{"d", "b", "c", "a"});
    SearchOptions options;
    options.sort = Sort::year_ascending;
    CHECK(slugs(index.search("same", options)) == Slugs{"b", "c", "d", "a"});
    options.sort = Sort::year_descending;
    CHECK(slugs(index.search("same", options)) == Slugs{"d", "b", "c", "a"});
}

TEST_CASE("results: titles sort by collation") {
    const TestIndex index({idea("1", "zebra"), idea("2", "Äpfel"), idea("3", "apple"),
                           idea("4", "Banana"), idea("5", "Äpfel")});
    SearchOptions options;
    options.sort = Sort::title;
    CHECK(slugs(index.search("", options)) == Slugs{"2", "5", "3", "4", "1"});
}

TEST_CASE("results: the same query returns the same list") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 50; ++i) {
        ideas.push_back(in_year(idea("i" + std::to_string(i), "Testing things"), 2000 + i % 3));
    }
    const TestIndex one(ideas);
    std::reverse(ideas.begin(), ideas.end());
    const TestIndex other(ideas);
    SearchOptions options;
    options.limit = 50;
    CHECK(slugs(one.search("testing", options)) == slugs(other.search("testing", options)));
    CHECK(slugs(one.search("", options)) == slugs(other.search("", options)));
}

TEST_CASE("results: a page past the deepest hit is cut, with a remark") {
    const TestIndex index({idea("a", "One")});
    SearchOptions options;
    options.offset = 9995;
    const Results results = index.search("one", options);
    CHECK(results.hits.empty());
    CHECK(results.total == 1);
    CHECK_FALSE(results.remarks.empty());
    options.offset = static_cast<std::size_t>(-1);
    options.limit = static_cast<std::size_t>(-1);
    CHECK(index.search("one", options).hits.empty());
}

TEST_CASE("results: an unknown word is corrected, and did_you_mean says so") {
    const TestIndex index({idea("dj", "Django deployment"), idea("fw", "A framework of rest")});
    const Results results = index.search("djnago (framwork), please");
    REQUIRE(results.did_you_mean);
    CHECK(*results.did_you_mean == "django (framework), please");
    CHECK(results.query == "djnago (framwork), please");
    CHECK(results.canonical == "(djnago OR framwork OR please)");
    CHECK(results.total == 2);
    CHECK(marked(results.hits[0].title).find('[') != std::string::npos);
}

TEST_CASE("results: quoted, must, numeric, short and known words are not corrected") {
    const TestIndex index({idea("dj", "Django deployments in 2024"), idea("b", "Cats")});
    for (const char *text : {"\"djnago\"", "+djnago", "-djnago", "2025", "3.13", "cta", "djang0",
                             "deployment", "deploy", "cat", "title:djnago", "djnago*", "the"}) {
        CAPTURE(text);
        CHECK_FALSE(index.search(text).did_you_mean);
    }
    SearchOptions literal;
    literal.literal = true;
    CHECK_FALSE(index.search("djnago", literal).did_you_mean);
    CHECK(index.search("djnago", literal).total == 0);
}

TEST_CASE("spelling: two edits are allowed from seven letters on") {
    const TestIndex index({idea("a", "Kubernetes"), idea("b", "Celery")});
    CHECK(index.search("kubrenetis").did_you_mean == "kubernetes");
    CHECK(index.search("celary").did_you_mean == "celery");
    CHECK_FALSE(index.search("calory").did_you_mean);
}

TEST_CASE("related: ideas fill a short list below the hits") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 4; ++i) {
        ideas.push_back(idea("hit" + std::to_string(i), "Kubernetes clusters", "containers"));
    }
    for (int i = 0; i < 20; ++i) {
        ideas.push_back(idea("near" + std::to_string(i), "Clusters of containers"));
        ideas.back().kind = i < 2 ? ideary::Kind::talk : ideary::Kind::wish;
    }
    for (int i = 0; i < 60; ++i) {
        ideas.push_back(idea("far" + std::to_string(i), "Knitting for beginners"));
        ideas.push_back(idea("else" + std::to_string(i), "Cooking with friends"));
    }
    const TestIndex index(ideas);
    const Results results = index.search("kubernetes");
    CHECK(results.total == 4);
    REQUIRE(results.related_from == std::optional<std::size_t>(5));
    REQUIRE(results.hits.size() == 10);
    for (std::size_t i = 4; i < 10; ++i) {
        CHECK(results.hits[i].idea.id.find("near") != std::string::npos);
        CHECK(results.hits[i].score <= results.hits[i - 1].score);
    }
    SearchOptions options;
    options.filters = {{"kind", "talk"}};
    CHECK(index.search("kubernetes", options).total == 0);
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options.filters = {{"kind", "wish"}};
    for (const ideary::Hit &hit : index.search("kubernetes", options).hits) {
        CHECK(hit.idea.kind == ideary::Kind::wish);
    }
    for (const ideary::Hit &hit : index.search("kubernetes -kind:talk").hits) {
        CHECK(hit.idea.kind == ideary::Kind::wish);
    }
    for (const char *text : {"clusters", "\"kubernetes\"", "zzz", "", "kind:talk", "-clusters"}) {
        CHECK_FALSE(index.search(text).related_from);
    }
    options = {};
    options.literal = true;
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options = {};
    options.sort = Sort::title;
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options = {};
    options.offset = 6;
    options.limit = 2;
    const Results page = index.search("kubernetes", options);
    CHECK(page.related_from == std::optional<std::size_t>(5));
    REQUIRE(page.hits.size() == 2);
    CHECK(page.hits[0].rank == 7);
    CHECK(page.hits[0].idea.id == results.hits[6].idea.id);
}

TEST_CASE("facets: cut to their limit, except selected values") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 6; ++i) {
        for (int k = 0; k <= i; ++k) {
            ideas.push_back(idea("i" + std::to_string(i) + std::to_string(k), "Words"));
            ideas.back().topics = {"T" + std::to_string(i)};
        }
    }
    const TestIndex index(ideas);
    SearchOptions options;
    options.facets = {"topic"};
    options.facet_limit = 2;
    options.filters = {{"topic", "t0"}};
    const ideary::Facet facet = index.search("words", options).facets.at(0);
    REQUIRE(facet.values.size() == 3);
    CHECK(facet.field == "topic");
    CHECK(facet.values[0].value == "T5");
    CHECK(facet.values[0].count == 6);
    CHECK(facet.values[2].value == "T0");
    CHECK(facet.values[2].selected);
    CHECK(index.search("words", options).total == 1);
    CHECK(index->facet("topic", Query::parse("words"), {}).values.size() == 6);
    CHECK(index->facet("source", Query::parse("words"), {}).values.size() == 3);
}

TEST_CASE("facets: values of equal count are ordered by collation") {
    std::vector<Idea> ideas;
    for (const char *topic : {"zoo", "Äpfel", "bee", "Apple"}) {
        ideas.push_back(idea(topic, "Words"));
        ideas.back().topics = {topic};
    }
    const TestIndex index(ideas);
    const ideary::Facet facet = index->facet("topic", Query::parse(""), {});
    Slugs values;
    for (const auto &value : facet.values) {
        values.push_back(value.value);
    }
    CHECK(values == Slugs{"Äpfel", "Apple", "bee", "zoo"});
}

TEST_CASE("search: unknown filters and facets are usage errors") {
    const TestIndex index({idea("a", "One")});
    SearchOptions options;
    options.facets = {"nonsense"};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.facets = {"title"};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.facets = {};
    options.filters = {{"year", "soon"}};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.filters = {{"language", "eng"}};
    CHECK(index.search("one", options).total == 1);
}

TEST_CASE("related: exclusions hold at the limit of 128 words") {
    std::vector<ideary::Idea> ideas{idea("hit", "Anchors for sailing boats", "harbour winter"),
                                    idea("hit2", "Anchors", "harbour winter")};
    for (int i = 0; i < 8; ++i) {
        ideas.push_back(idea("more" + std::to_string(i), "Harbour in winter",
                             i % 2 == 0 ? "forbidden" : "allowed"));
    }
    for (int i = 0; i < 40; ++i) {
        ideas.push_back(idea("other" + std::to_string(i), "Something else " + std::to_string(i)));
    }
    const TestIndex index(ideas);
    std::string numbers;
    for (int i = 0; i < 62; ++i) {
        numbers += " " + std::to_string(1000 + i);
    }
    // 63 words in each of two groups, one more, and the exclusion.
    const ideary::Results results = index.search("(anchors" + numbers + ") AND (" + numbers +
                                                 " anchors) AND anchors AND NOT forbidden");
    CHECK(results.remarks.empty());
    REQUIRE(results.related_from);
    for (const ideary::Hit &hit : results.hits) {
        CHECK(index->show(hit.idea.id)->body.find("forbidden") == std::string::npos);
    }
}
