// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/extract/normalize.hpp"
#include "ideas/topics/topic_headings.hpp"
#include "ideas/topics/topics.hpp"
#include "ideas/ideas.hpp"

using Names = std::vector<std::string>;
using namespace ideary::ideas;
using ideary::source::TopicRow;

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

TopicRow row(std::string name, Names aliases, Names hints = {}, Names names = {}) {
    TopicRow made;
    made.name = std::move(name);
    made.aliases = std::move(aliases);
    made.hints = std::move(hints);
    made.names = std::move(names);
    return made;
}

TopicRow platform(std::string name, Names aliases) {
    TopicRow made = row(std::move(name), std::move(aliases));
    made.platform = true;
    return made;
}

Names file(const Topics &topics, std::string_view title, const Names &section = {},
           std::string_view heading = {}) {
    return topics.file({.title = title, .section = section, .heading = heading});
}

/// The topics that a heading alone gives to an idea.
Names below(const Topics &topics, const std::string &heading, const Names &subject = {}) {
    const Names section{heading};
    return topics.file({.title = "Spoons", .section = section, .subject = subject});
}

} // namespace

TEST_CASE("topics: an alias in the title files an idea") {
    const Topics topics = small_table();
    CHECK(file(topics, "Using Read  Replicas for speed") == Names{"Databases"});
    CHECK(file(topics, "C++ and PostgreSQL") == Names{"Databases", "C and C++"});
    CHECK(file(topics, "(.NET) with CI/CD") == Names{".NET", "CI/CD"});
    CHECK(file(topics, "Scaling Node.js") == Names{"JavaScript"});
    CHECK(file(topics, "大きなデータベースの話") == Names{"Data"});
    CHECK(file(topics, "Большая база данных") == Names{"Data"});
}

TEST_CASE("topics: wider topics follow the narrower ones, at most five in all") {
    const Topics topics({{"Data", "", {}},
                         {"Databases", "Data", {"database"}},
                         {"ORM", "Databases", {"ORM", "querysets"}},
                         {"Round", "Trip", {"round"}},
                         {"Trip", "Round", {"trip"}},
                         {"Tea", "", {"tea"}},
                         {"Wool", "Yarn", {"wool"}},
                         {"Yarn", "", {"yarn"}}});
    CHECK(file(topics, "Querysets") == Names{"ORM", "Databases", "Data"});
    CHECK(file(topics, "A database") == Names{"Databases", "Data"});
    CHECK(file(topics, "A trip").size() == 2);
    CHECK(file(topics, "The ORM, wool and tea") == Names{"ORM", "Databases", "Data", "Tea"});
}

TEST_CASE("topics: the title comes before a heading") {
    const Topics topics = small_table();
    CHECK(file(topics, "PostgreSQL", {"JavaScript with Node.js"}) == Names{"Databases"});
    CHECK(file(topics, "Node.js and PostgreSQL", {"CI/CD"}) ==
          Names{"Databases", "JavaScript", "CI/CD"});
}

TEST_CASE("topics: only whole words count, else the nearest heading is the topic") {
    const Topics topics = small_table();
    CHECK(file(topics, "Databased ideas on the net and C", {"Wool"}, "Wool") == Names{"Wool"});
    CHECK(file(topics, "Nothing known").empty());
    CHECK(file(topics, "Nothing known", {"Wool", "Socks"}, "Wool") == Names{"Wool"});
    CHECK(file(topics, "Nothing known", {"Wool", "Socks"}).empty());
}

TEST_CASE("topics: plurals, joined words, inner capitals and versions need no alias") {
    const Topics topics({row("Databases", {"query", "graph database"}),
                         row("Wasm", {"WebAssembly"}), row("Caches", {"cache"}),
                         row("Python", {"Python"}), row("Words", {"Datenbank*", "баз* данных"})});
    CHECK(file(topics, "Slow queries") == Names{"Databases"});
    CHECK(file(topics, "Graphdatabases at home") == Names{"Databases"});
    CHECK(file(topics, "Web Assembly") == Names{"Wasm"});
    CHECK(file(topics, "Two caches") == Names{"Caches"});
    CHECK(file(topics, "Python3 and python 3.13") == Names{"Python"});
    CHECK(file(topics, "Datenbankmodelle") == Names{"Words"});
    CHECK(file(topics, "О базах данных") == Names{"Words"});
    CHECK(file(topics, "Datenblatt").empty());
}

TEST_CASE("topics: of aliases that overlap the longest counts") {
    const Topics topics({row("", {"performance review"}), row("Performance", {"performance"}),
                         row("Search", {"search engine"}), row("Games", {"engine"}),
                         row("APIs", {"REST framework"}), row("Web", {"REST framework"})});
    CHECK(file(topics, "My performance review").empty());
    CHECK(file(topics, "The performance of reviews") == Names{"Performance"});
    CHECK(file(topics, "A search engine") == Names{"Search"});
    CHECK(file(topics, "A REST framework") == Names{"APIs", "Web"});
}

TEST_CASE("topics: a name that is also a word counts in its own capitals") {
    const Topics topics({row("Front end", {}, {}, {"React"})});
    CHECK(file(topics, "React at night") == Names{"Front end"});
    CHECK(file(topics, "How teams react").empty());
}

TEST_CASE("topics: a hint counts where a title has no topic but platforms") {
    const Topics topics({row("Business", {}, {"customer"}), row("Testing", {"testing"}),
                         platform("Python", {"Python"})});
    CHECK(file(topics, "Meet your customers") == Names{"Business"});
    CHECK(file(topics, "Python for customers") == Names{"Business", "Python"});
    CHECK(file(topics, "Testing with customers") == Names{"Testing"});
}

TEST_CASE("topics: the text counts where title and headings have none") {
    const Topics topics({row("Tea", {"tea"}), row("Wool", {"wool"}), row("Ink", {"ink"})});
    const std::string body = "Wool for tea. Why wool? Ink, tea, and wool again. Tea!";
    CHECK(topics.file({.title = "Nothing known", .body = body}) == Names{"Tea", "Wool"});
    CHECK(topics.file({.title = "Ink", .body = body}) == Names{"Ink"});
    CHECK(topics.file({.title = "Nothing known", .body = "Tea is mentioned once."}).empty());
}

TEST_CASE("topics: a long title tells its topic in the first clause") {
    const Topics topics({row("Tea", {"tea"}), row("Wool", {"wool"})});
    CHECK(file(topics,
               "Brewing tea in the mountains - this talk tells how we came there, whom we met "
               "and why none of us ever wears wool") == Names{"Tea"});
}

TEST_CASE("topics: neither a byline nor a web address is a topic") {
    const Topics topics({row("Ruby", {"ruby"}), row("HTML", {"html"}), row("Cloud", {"cloud"})});
    const Names people{"Ruby Lamp"};
    CHECK(
        topics.file({.title = "Growing beans by Ruby Lamp, Cloud Ltd", .people = people}).empty());
    CHECK(topics.file({.title = "Growing beans (Ruby Lamp)", .people = people}).empty());
    CHECK(file(topics, "Growing beans – R.L.@Cloud").empty());
    CHECK(file(topics, "Beans, see https://lamp.example/ruby/beans.html").empty());
    CHECK(file(topics, "Ruby for beans") == Names{"Ruby"});
}

TEST_CASE("topics: a heading files ideas when it is an alias, fillers apart") {
    const Topics topics({row("Games", {"game", "games"}), row("Databases", {"database"}),
                         row("Ethics", {"ethics"}), row("Tools", {"tools"}),
                         row("Community", {"community"}), row("Ruby", {"Ruby"}),
                         row("Internals", {"interpreter"}), row("Testing", {"テスト", "testing"})});
    CHECK(below(topics, "Games") == Names{"Games"});
    CHECK(below(topics, "Raising Your Game").empty());
    CHECK(below(topics, "3. Database tips and tricks") == Names{"Databases"});
    CHECK(below(topics, "Talks on databases") == Names{"Databases"});
    CHECK(below(topics, "Ethics in programming: who pays for it") == Names{"Ethics"});
    CHECK(below(topics, "Community input").empty());
    CHECK(below(topics, "Community") == Names{"Community"});
    CHECK(below(topics, "Ruby Community") == Names{"Ruby"});
    CHECK(below(topics, "Ruby interpreters") == Names{"Ruby", "Internals"});
    CHECK(below(topics, "Ethics and databases") == Names{"Ethics"});
    CHECK(below(topics, "How to oil tools (games, tests)").empty());
    CHECK(below(topics, "テスト") == Names{"Testing"});
    CHECK(below(topics, "テストの羊毛").empty());
    CHECK(below(topics, "テストの発表") == Names{"Testing"});
}

TEST_CASE("topics: what the whole list is about is no topic of its headings") {
    const Topics topics({platform("Python", {"Python"}),
                         {"Django", "Python", {"Django"}},
                         row("Testing", {"testing"})});
    const Names texts{"Django talks", "DjangoCon 2031"};
    const Names subject = topics.subject_of(texts);
    CHECK(below(topics, "Django", subject).empty());
    CHECK(below(topics, "Django testing", subject) == Names{"Testing"});
    CHECK(topics.file({.title = "Django at sea", .subject = subject}) == Names{"Django", "Python"});
}

TEST_CASE("topics: a generic heading is no topic") {
    for (const std::string heading : {"Wednesday September 10",
                                      "Other Ideas",
                                      "Drew’s Topics",
                                      "Talks",
                                      "4.",
                                      "Day 2",
                                      "Misc",
                                      "Beginner level",
                                      "Talks we would like to hear",
                                      "For future meetups",
                                      "Allgemeines",
                                      "Sonstige Themen",
                                      "Vorträge (max. 30 min)",
                                      "Charlas propuestas",
                                      "Otros temas",
                                      "Autres sujets",
                                      "Altre idee",
                                      "Outros temas",
                                      "Propozycje tematów",
                                      "Другие темы",
                                      "Egyéb ötletek",
                                      "その他",
                                      "기타 주제",
                                      "其他话题"}) {
        CAPTURE(heading);
        CHECK(is_generic_heading(heading, {}));
    }
    for (const std::string heading :
         {"Frameworks", "Web Design", "Wool", "Local companies", "羊毛"}) {
        CAPTURE(heading);
        CHECK_FALSE(is_generic_heading(heading, {}));
    }
    const Names people{"Drew Lamp"};
    CHECK(is_generic_heading("drew lamp", people));
    CHECK(file(small_table(), "Nothing known", {"Other Ideas"}, "Other Ideas").empty());
}

TEST_CASE("topics: each topic is explained by its alias and place") {
    const Topics topics({{"Databases", "", {"database"}},
                         {"ORM", "Databases", {"ORM"}},
                         row("Tea", {"tea"}),
                         row("Tests", {"テスト"})});
    const Names section{"Tea talks"};
    const auto reasons = topics.explain({.title = "The ORM", .section = section});
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].topic == "ORM");
    CHECK(reasons[0].place == TopicReason::Place::title);
    CHECK(reasons[0].begin == 4);
    CHECK(reasons[0].end == 7);
    CHECK(reasons[1].topic == "Databases");
    CHECK(reasons[1].alias == "ORM");
    CHECK(reasons[2].topic == "Tea");
    CHECK(reasons[2].place == TopicReason::Place::section);
    CHECK(reasons[2].heading == "Tea talks");
    CHECK(topics.explain({.title = "小さなテスト"}).at(0).begin == std::string("小さな").size());
    const auto other = topics.explain({.title = "Spoons", .heading = "Kitchen"});
    REQUIRE(other.size() == 1);
    CHECK(other[0].place == TopicReason::Place::heading);
    CHECK(other[0].alias.empty());
}

TEST_CASE("topics: what a record brings is kept beside the table's, once in any case") {
    Names topics{"Databases"};
    add_given_topics(topics, {"databases", "Kitchen", "KITCHEN", " ", "Wool"});
    CHECK(topics == Names{"Databases", "Kitchen", "Wool"});
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

TEST_CASE(
    "topics: a French verb behind its pronoun is no alias, a noun behind its article is one") {
    const Topics topics = small_table();
    CHECK(file(topics, "Ce que j'ai appris").empty());
    CHECK(file(topics, "Ce que j’ai appris").empty());
    CHECK(file(topics, "L'IA pour tous") == Names{"AI"});
    CHECK(file(topics, "AI's limits") == Names{"AI"});
}
