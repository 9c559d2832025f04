// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Matches of each part of the query language.
#include <doctest/doctest.h>

#include <algorithm>

#include "unit/search/fixture.hpp"

using ideary::Idea;
using search_test::idea;
using search_test::TestIndex;
using Slugs = std::vector<std::string>;

namespace {

Slugs sorted(Slugs slugs) {
    std::sort(slugs.begin(), slugs.end());
    return slugs;
}

std::vector<Idea> some_ideas() {
    std::vector<Idea> ideas{
        idea("orm", "Scaling the ORM", "How queries grow when the tables do."),
        idea("deploy", "Deployment at any size", "From one box to many, deploying every day."),
        idea("cicd", "CI/CD for small teams", "Pipelines that stay green."),
        idea("words", "Writing a CI server, then a CD player", ""),
        idea("split", "From ci cd to production", "Two words typed apart."),
        idea("cpp", "Modern C++ for Pythonistas", "Templates without tears."),
        idea("c", "A tour of plain C", "Pointers and tears."),
        idea("net", "Leaving .NET behind", ""),
        idea("att", "What AT&T taught us about phones", ""),
        idea("at", "Look at Python", "We look at the t of things."),
        idea("resume", "Your résumé in plain text", ""),
        idea("node", "Node.js in anger", ""),
        idea("zh", "用机器学习做推荐系统", "推荐算法与深度学习。"),
        idea("ja", "テスト駆動開発のはじめかた", ""),
        idea("state", "The state of the art in typing", "the state of the art, again"),
    };
    ideas[0].authors = {"Ann Winstel"};
    ideas[0].year = 2024;
    ideas[0].topics = {"Databases"};
    ideas[0].section = {"Raising your game", "Data"};
    ideas[1].authors = {"Bob Roe", "Ann Winstel"};
    ideas[1].year = 2025;
    ideas[1].event = "DjangoCon US 2025";
    ideas[1].topics = {"Operations"};
    ideas[2].year = 2023;
    ideas[2].kind = ideary::Kind::talk;
    ideas[12].language = "zh";
    ideas[13].language = "ja";
    return ideas;
}

const TestIndex &index() {
    static const TestIndex indexed(some_ideas());
    return indexed;
}

} // namespace

TEST_CASE("search: words match by stem, ignoring case and accents") {
    CHECK(index().slugs("SCALED orms") == Slugs{"orm"});
    CHECK(index().slugs("deployments") == Slugs{"deploy"});
    CHECK(index().slugs("resume") == Slugs{"resume"});
    CHECK(index().slugs("Résumé") == Slugs{"resume"});
    CHECK(index().slugs("zebra").empty());
}

TEST_CASE("search: section headings and the source title match their ideas") {
    CHECK(index().slugs("raising") == Slugs{"orm"});
    CHECK(index().slugs("wishes").size() == 15);
}

TEST_CASE("search: any word may match; --all requires each") {
    CHECK(index().slugs("orm deployment").size() == 2);
    CHECK(index().slugs("orm deployment", true).empty());
    CHECK(index().slugs("scaling orm", true) == Slugs{"orm"});
}

TEST_CASE("search: stop words are dropped unless there are no other words") {
    CHECK(index().slugs("the orm") == Slugs{"orm"});
    CHECK(sorted(index().slugs("the")) == Slugs{"at", "orm", "state"});
}

TEST_CASE("search: a compound matches itself or its parts as a phrase, not single letters") {
    CHECK(sorted(index().slugs("CI/CD")) == Slugs{"cicd", "split"});
    CHECK(sorted(index().slugs("ci cd")) == Slugs{"cicd", "split", "words"});
    CHECK(index().slugs("C++") == Slugs{"cpp"});
    CHECK(index().slugs(".NET") == Slugs{"net"});
    CHECK(index().slugs("AT&T").front() == "att");
    CHECK(index().slugs("\"AT&T\"") == Slugs{"att"});
    CHECK(index().slugs("Node.js") == Slugs{"node"});
}

TEST_CASE("search: phrases match consecutive exact forms") {
    CHECK(index().slugs("\"scaling the orm\"") == Slugs{"orm"});
    CHECK(index().slugs("\"scaling orm\"").empty());
    CHECK(index().slugs("\"scaled\"").empty());
    CHECK(index().slugs("\"the state of the art\"") == Slugs{"state"});
    CHECK(sorted(index().slugs("\"ci cd\"")) == Slugs{"cicd", "split"});
    CHECK(index().slugs("title:\"any size\"") == Slugs{"deploy"});
    CHECK(index().slugs("title:\"one box\"").empty());
}

TEST_CASE("search: +, -, AND, OR and NOT") {
    CHECK(index().slugs("+orm deployment") == Slugs{"orm"});
    CHECK(index().slugs("tears -pointers") == Slugs{"cpp"});
    CHECK(index().slugs("tears NOT \"without tears\"") == Slugs{"c"});
    CHECK(index().slugs("tears AND templates") == Slugs{"cpp"});
    CHECK(index().slugs("(orm OR deployment) AND ann").size() == 2);
    CHECK(index().slugs("-wishes").empty());
    CHECK(index().slugs("-tears").size() == 13);
    CHECK(index().slugs("-tears -orm -(c deployment)").size() == 11);
}

TEST_CASE("search: optional words inside an exclusion change nothing") {
    for (int i = 0; i < 200; ++i) {
        CHECK(index().slugs("tears -(+templates (pointers -orm) +kind:wish)") == Slugs{"c"});
    }
}

TEST_CASE("search: NEAR, prefixes and fuzzy words") {
    CHECK(index().slugs("box NEAR/3 many") == Slugs{"deploy"});
    CHECK(index().slugs("many NEAR/3 box") == Slugs{"deploy"});
    CHECK(index().slugs("box NEAR/1 many").empty());
    CHECK(index().slugs("\"one box\" NEAR/4 many") == Slugs{"deploy"});
    CHECK(index().slugs("deplo*") == Slugs{"deploy"});
    CHECK(index().slugs("title:deplo*") == Slugs{"deploy"});
    CHECK(index().slugs("title:tabl*").empty());
    CHECK(index().slugs("deploymnet~") == Slugs{"deploy"});
    CHECK(index().slugs("deploymnet").empty());
}

TEST_CASE("search: field words and values") {
    CHECK(index().slugs("title:scaling") == Slugs{"orm"});
    CHECK(index().slugs("title:tables").empty());
    CHECK(sorted(index().slugs("author:winstel")) == Slugs{"deploy", "orm"});
    CHECK(index().slugs("author:\"ann roe\"").empty());
    CHECK(index().slugs("author:\"bob roe\"") == Slugs{"deploy"});
    CHECK(index().slugs("author:\"roe bob\"").empty());
    CHECK(index().slugs("author:win").empty());
    CHECK(index().slugs("author:win*").size() == 2);
    CHECK(index().slugs("event:\"djangocon 2025\"") == Slugs{"deploy"});
    CHECK(index().slugs("topic:DATABASES") == Slugs{"orm"});
    CHECK(index().slugs("section:\"your game\"") == Slugs{"orm"});
    CHECK(index().slugs("kind:talk") == Slugs{"cicd"});
    CHECK(index().slugs("language:zho") == Slugs{"zh"});
    CHECK(index().slugs("language:ja") == Slugs{"ja"});
    CHECK(index().slugs("source:list").size() == 15);
    CHECK(index().slugs("year:2024") == Slugs{"orm"});
    CHECK(index().slugs("year:2023..2024") == Slugs{"orm", "cicd"});
    CHECK(index().slugs("year:2024..") == Slugs{"deploy", "orm"});
    CHECK(index().slugs("year:..2023") == Slugs{"cicd"});
    CHECK(index().slugs("-year:..9999").size() == 12);
}

TEST_CASE("search: values beside words restrict them") {
    CHECK(index().slugs("author:winstel orm") == Slugs{"orm"});
    CHECK(index().slugs("year:2024 year:2025 wishes").size() == 2);
    CHECK(index().slugs("year:2024 author:roe").empty());
    CHECK(sorted(index().slugs("year:2023 OR orm")) == Slugs{"cicd", "orm"});
}

TEST_CASE("search: scripts without whitespace match by word and by character pairs") {
    CHECK(index().slugs("机器学习") == Slugs{"zh"});
    CHECK(index().slugs("推荐") == Slugs{"zh"});
    CHECK(index().slugs("深度") == Slugs{"zh"});
    CHECK(index().slugs("テスト") == Slugs{"ja"});
    CHECK(index().slugs("開発") == Slugs{"ja"});
    CHECK(index().slugs("\"駆動開発\"") == Slugs{"ja"});
    CHECK(index().slugs("+机器学习 django") == Slugs{"zh"});
}

TEST_CASE("search: an empty query matches every idea, only punctuation none") {
    const Slugs all = index().slugs("");
    REQUIRE(all.size() == 15);
    CHECK(Slugs(all.begin(), all.begin() + 5) == Slugs{"deploy", "orm", "cicd", "at", "att"});
    const ideary::Results none = index().search(")(");
    CHECK(none.total == 0);
    CHECK_FALSE(none.remarks.empty());
}

TEST_CASE("search: words of other languages of the index match by their own stems") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 15; ++i) {
        ideas.push_back(idea("en" + std::to_string(i), "Django in production"));
    }
    ideas.push_back(idea("de", "Ein Vortrag über Datenbanken"));
    ideas.back().language = "de";
    ideas.push_back(idea("ru", "Доклад о тестировании"));
    ideas.back().language = "ru";
    const TestIndex mixed(ideas);
    CHECK(mixed.slugs("Datenbank") == Slugs{"de"});
    CHECK(mixed.slugs("Vorträge") == Slugs{"de"});
    CHECK(mixed.slugs("тестирование") == Slugs{"ru"});
    CHECK(mixed.search("djangos").did_you_mean == std::nullopt);
    CHECK(mixed.search("djano").did_you_mean == "django");
    const ideary::Results german = mixed.search("Datenbank");
    CHECK_FALSE(german.did_you_mean);
    CHECK(ideary::to_html(german.hits[0].title, "[", "]") == "Ein Vortrag über [Datenbanken]");
}

TEST_CASE("search: ideas without a language are found beside ideas of another one") {
    std::vector<Idea> ideas{idea("organize", "Organizing volunteers"),
                            idea("deploy", "Deployment without fear"),
                            idea("de", "Datenbanken pflegen, ohne zu verzweifeln")};
    ideas[2].language = "de";
    const TestIndex index(ideas);
    CHECK(index.slugs("organize") == Slugs{"organize"});
    CHECK(index.slugs("deploying") == Slugs{"deploy"});
    CHECK(index.slugs("Datenbank") == Slugs{"de"});
}

TEST_CASE("search: a prefix reads at most 4,096 terms") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 50; ++i) {
        std::string words;
        for (int j = 0; j < 100; ++j) {
            words += "zq" + std::to_string(10000 + 100 * i + j) + " ";
        }
        ideas.push_back(idea("many-" + std::to_string(i), "Many", words));
    }
    for (const char *slug : {"often-1", "often-2", "often-3"}) {
        ideas.push_back(idea(slug, "A zqz far behind"));
    }
    const TestIndex index(ideas);
    CHECK(index.slugs("zqz*").size() == 3);
    // The most frequent term, but past the limit.
    CHECK(index.slugs("zq*") == Slugs{"many-0"});
}
