// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The contributions of terms, against the scores of the hits.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "unit/search/fixture.hpp"

using ideary::Contribution;
using ideary::Hit;
using ideary::Idea;
using ideary::Origin;
using ideary::SearchOptions;
using ideary::TermKind;

namespace {

const std::vector<std::string> words{"django", "scaling", "orm",     "testing",    "async",
                                     "queues", "deploy",  "caching", "containers", "typing",
                                     "CI/CD",  "C++",     "tracing", "editors",    "テスト"};

std::vector<Idea> some_ideas() {
    std::mt19937 random(97);
    std::vector<Idea> ideas;
    for (int i = 0; i < 120; ++i) {
        const auto text = [&](std::size_t count) {
            std::string joined;
            for (std::size_t k = 0; k < count; ++k) {
                joined += (k > 0 ? " " : "") + words[random() % words.size()];
            }
            return joined;
        };
        Idea idea = search_test::idea("idea-" + std::to_string(i), text(1 + random() % 4),
                                      text(random() % 30));
        idea.section = {text(2)};
        idea.authors = {random() % 2 == 0 ? "Ann Winstel" : "Bob Roe"};
        idea.topics = {random() % 2 == 0 ? "Databases" : "Web"};
        idea.year = 2019 + static_cast<int>(random() % 6);
        ideas.push_back(idea);
    }
    return ideas;
}

std::string leaf(std::mt19937 &random) {
    const std::string word = words[random() % words.size()];
    switch (random() % 14) {
    case 2:
        return word.substr(0, 3) + "*";
    case 3:
        return word + "~";
    case 4:
        return "title:" + word;
    case 6:
        return "section:" + word;
    case 7:
        return random() % 2 == 0 ? "author:winstel" : "topic:web";
    case 8:
        return "year:2021..";
    case 9:
        return "djagno"; // searched as django
    case 10:
        return "title:" + word.substr(0, 3) + "*";
    case 11:
        return word + " NEAR/3 " + words[random() % words.size()];
    case 1:
    case 5:
        return (random() % 2 == 0 ? "\"" : "title:\"") + word + " " +
               words[random() % words.size()] + "\"";
    default:
        return word;
    }
}

std::string random_query(std::mt19937 &random, int depth = 0) {
    static const std::string joins[] = {" ", " ", " AND ", " OR ", " NOT "};
    static const std::string signs[] = {"", "", "", "+", "-"};
    std::string text;
    const std::size_t count = 1 + random() % 4;
    for (std::size_t i = 0; i < count; ++i) {
        text +=
            (i > 0 ? joins[random() % std::size(joins)] : "") + signs[random() % std::size(signs)];
        const bool group = depth < 3 && random() % 5 == 0;
        text += group ? "(" + random_query(random, depth + 1) + ")" : leaf(random);
    }
    return text;
}

double sum_of(const Hit &hit) {
    double sum = 0;
    for (const Contribution &each : hit.contributions) {
        sum += each.score;
    }
    return sum;
}

SearchOptions explained() {
    SearchOptions options;
    options.explain = true;
    return options;
}

const Contribution *find(const Hit &hit, const std::string &term, TermKind kind) {
    for (const Contribution &each : hit.contributions) {
        if (each.term == term && each.kind == kind) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("explain: contributions add up to the score [queries of every kind]") {
    const search_test::TestIndex indexed(some_ideas());
    std::mt19937 random(2031);
    std::size_t hits = 0;
    for (int i = 0; i < 1200; ++i) {
        const std::string text = random_query(random);
        CAPTURE(text);
        SearchOptions options = explained();
        options.limit = 25;
        options.literal = random() % 3 == 0;
        options.expand = random() % 2 == 0;
        const ideary::Results results = indexed.search(text, options, random() % 5 == 0);
        REQUIRE(results.explanation);
        for (const Hit &hit : results.hits) {
            CAPTURE(hit.idea.id);
            CAPTURE(results.explanation->plan);
            std::string parts;
            for (const Contribution &each : hit.contributions) {
                parts += each.term + " " + std::to_string(each.score) + ", ";
            }
            CAPTURE(parts);
            CAPTURE(hit.score);
            REQUIRE(std::abs(sum_of(hit) - hit.score) < 1e-6);
            REQUIRE(std::is_sorted(
                hit.contributions.begin(), hit.contributions.end(),
                [](const Contribution &a, const Contribution &b) { return a.score > b.score; }));
            for (const Contribution &each : hit.contributions) {
                CAPTURE(each.term);
                REQUIRE(each.score > 0);
                if (each.kind == TermKind::other) { // hits like this one
                    REQUIRE((options.expand && each.origin == Origin::related));
                    continue;
                }
                REQUIRE(!each.found_in.empty());
                REQUIRE(each.typed.empty() == (each.origin == Origin::related));
            }
            ++hits;
        }
    }
    CHECK(hits > 5000);
}

TEST_CASE("explain: a contribution names term, kind, fields and typed words") {
    std::vector<Idea> ideas = {
        search_test::idea("one", "Deploying containers", "How we deploy without fear."),
        search_test::idea("two", "Kubernetes at home", "Background tasks in a drawer"),
        search_test::idea("three", "Gardens", "Nothing of computers at all"),
    };
    const search_test::TestIndex indexed(ideas);
    SUBCASE("stems and exact forms") {
        const Hit hit = indexed.search("deploying", explained()).hits.at(0);
        const Contribution *stem = find(hit, "deploy", TermKind::stem);
        REQUIRE(stem != nullptr);
        CHECK(stem->typed == "deploying");
        CHECK(stem->origin == Origin::typed);
        CHECK(stem->field.empty());
        CHECK(stem->found_in == std::vector<std::string>{"title", "body"});
        CHECK(stem->ideas == 1);
        CHECK(stem->occurrences == doctest::Approx(4)); // 3 in the title, 1 in the body
        const Contribution *exact = find(hit, "deploying", TermKind::exact);
        REQUIRE(exact != nullptr);
        CHECK(exact->found_in == std::vector<std::string>{"title"});
        CHECK(exact->score < stem->score);
    }
    SUBCASE("a corrected word") {
        const Hit hit = indexed.search("kubernites", explained()).hits.at(0);
        REQUIRE(!hit.contributions.empty());
        CHECK(hit.contributions[0].origin == Origin::corrected);
        CHECK(hit.contributions[0].typed == "kubernites");
    }
    SUBCASE("prefixes, fuzzy words, phrases, fields") {
        CHECK(indexed.search("conta*", explained()).hits.at(0).contributions.at(0).origin ==
              Origin::prefix);
        CHECK(indexed.search("gardns~", explained()).hits.at(0).contributions.at(0).origin ==
              Origin::fuzzy);
        const Hit phrase = indexed.search("\"background tasks\"", explained()).hits.at(0);
        const Contribution *found = find(phrase, "background tasks", TermKind::phrase);
        REQUIRE(found != nullptr);
        CHECK(found->found_in == std::vector<std::string>{"body"});
        const Hit title = indexed.search("title:gardens", explained()).hits.at(0);
        CHECK(title.contributions.at(0).field == "title");
    }
    SUBCASE("the stages of the query") {
        const ideary::Results results = indexed.search("deploying -gardens", explained());
        REQUIRE(results.explanation);
        CHECK(results.explanation->language == "en");
        CHECK(results.explanation->tree == ideary::Query::parse("deploying -gardens").outline());
        CHECK(results.explanation->plan.find("stem \"deploy\", in 1 idea") != std::string::npos);
        CHECK(results.explanation->plan.find("none of the others") != std::string::npos);
        CHECK(results.explanation->rewritten ==
              "group\n  words deploying\n  exclude: words gardens\n");
    }
    SUBCASE("not requested") {
        const ideary::Results results = indexed.search("deploying");
        CHECK(!results.explanation);
        CHECK(results.hits.at(0).contributions.empty());
    }
}

TEST_CASE("explain: related hits name the terms that found them") {
    const search_test::TestIndex indexed(
        {search_test::idea("one", "Harbour stories", "Ropes and sails and anchors"),
         search_test::idea("two", "Sails in winter", "Ropes that froze"),
         search_test::idea("three", "Anchors", "Heavy ones"), search_test::idea("four", "Gardens"),
         search_test::idea("five", "Trees"), search_test::idea("six", "Rivers")});
    const ideary::Results results = indexed.search("harbour", explained());
    REQUIRE(results.related_from == 2);
    REQUIRE(results.hits.size() > 1);
    for (const Hit &hit : results.hits) {
        CHECK(std::abs(sum_of(hit) - hit.score) < 1e-6);
        for (const Contribution &each : hit.contributions) {
            CHECK(each.origin == (hit.rank == 1 ? Origin::typed : Origin::related));
        }
    }
}
