// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/ideas.hpp"

using Names = std::vector<std::string>;
using namespace ideary::ideas;

namespace {

Topics small_table() {
    return Topics({{"Databases", "", {"database", "read replicas", "PostgreSQL"}},
                   {"C and C++", "", {"C++", "C language"}},
                   {".NET", "", {".NET"}},
                   {"CI/CD", "", {"CI/CD"}},
                   {"JavaScript", "", {"Node.js"}},
                   {"AI", "", {"AI", "IA"}},
                   {"Data", "", {"データベース", "база данных"}}});
}

} // namespace

TEST_CASE("ideas: an idea is filed under each topic of which an alias stands in it") {
    const Topics topics = small_table();
    CHECK(topics.file("Using Read  Replicas for speed", {}) == Names{"Databases"});
    CHECK(topics.file("Speed", {"Database tips", "Query"}) == Names{"Databases"});
    CHECK(topics.file("C++ and PostgreSQL", {}) == Names{"Databases", "C and C++"});
    CHECK(topics.file("(.NET) with CI/CD", {}) == Names{".NET", "CI/CD"});
    CHECK(topics.file("Scaling Node.js", {}) == Names{"JavaScript"});
    CHECK(topics.file("大きなデータベースの話", {}) == Names{"Data"});
    CHECK(topics.file("Большая база данных", {}) == Names{"Data"});
}

TEST_CASE("ideas: what is filed under a topic is filed under the wider ones too") {
    const Topics topics({{"Databases", "Data", {"database"}},
                         {"ORM", "Databases", {"ORM", "querysets"}},
                         {"Round", "Trip", {"round"}},
                         {"Trip", "Round", {"trip"}}});
    CHECK(topics.file("Querysets", {}) == Names{"Databases", "ORM", "Data"});
    CHECK(topics.file("A database", {}) == Names{"Databases", "Data"});
    CHECK(topics.file("A trip", {}) == Names{"Round", "Trip"});
}

TEST_CASE("ideas: only whole words count, else the nearest heading is the topic") {
    const Topics topics = small_table();
    CHECK(topics.file("Databased ideas on the net and C", {"Web", "Speed"}) == Names{"Speed"});
    CHECK(topics.file("Nothing known", {}).empty());
    CHECK(topics.file("Nothing known", {"Wool", "Socks"}, "Wool") == Names{"Wool"});
    CHECK(topics.file("Nothing known", {"Wool", "Socks"}, "") == Names{});
}

TEST_CASE("ideas: events are found in titles of many shapes") {
    CHECK(find_event("Things I'd Like to See in a DjangoCon US 2024 Talk") == "DjangoCon US 2024");
    CHECK(find_event("DjangoCon US Talks I'd Like to See: 2022 Edition") == "DjangoCon US 2022");
    CHECK(find_event("On what I'd like to see at PyCon AU 2018") == "PyCon AU 2018");
    CHECK(find_event("Themenwunschliste zur Ubucon 2014") == "Ubucon 2014");
    CHECK(find_event("Topic Ideas- JSConf EU 2013") == "JSConf EU 2013");
    CHECK(find_event("¡La PyConES 2020 ya casi está aquí!") == "PyConES 2020");
    CHECK(find_event("Our wishes for Open Lamp Summit 2031") == "Open Lamp Summit 2031");
    CHECK(find_event("Vorträge für die Chemnitzer Linux-Tage 2032") ==
          "Chemnitzer Linux-Tage 2032");
}

TEST_CASE("ideas: no event where none is named, or no year") {
    CHECK(find_event("Topic ideas 2024").empty());
    CHECK(find_event("PyCon talks").empty());
    CHECK(find_event("The best of Python in 2024").empty());
    CHECK(find_event("Economy of silicon 2024").empty());
    CHECK(find_event("").empty());
}

TEST_CASE("ideas: a French verb behind its pronoun is no alias, a noun behind its article is one") {
    const Topics topics = small_table();
    CHECK(topics.file("Ce que j'ai appris", {}).empty());
    CHECK(topics.file("Ce que j’ai appris", {}).empty());
    CHECK(topics.file("L'IA pour tous", {}) == Names{"AI"});
    CHECK(topics.file("AI's limits", {}) == Names{"AI"});
}
