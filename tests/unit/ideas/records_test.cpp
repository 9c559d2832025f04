// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideary/split.hpp"
#include "ideas/classify/classify.hpp"
#include "ideas/extract/normalize.hpp"
#include "ideas/ideas.hpp"

using namespace ideary::ideas;
using Names = std::vector<std::string>;

namespace {

ideary::source::Record record() {
    ideary::source::Record one;
    one.line = 7;
    one.title = "Paper lamps";
    one.text = "They fold. Write to lamp@example.org.";
    one.authors = {"Bea Bright", "BEA  BRIGHT", "Carla Clear"};
    one.year = 2031;
    one.language = "eng";
    one.url = "https://example.org/1";
    return one;
}

} // namespace

TEST_CASE("ideas: a record becomes an idea") {
    const Topics topics({});
    ideary::SourceOverrides none_given;
    const auto source = stream_source("talks.jsonl", none_given);
    const auto idea = from_record(record(), source, topics, none_given);
    CHECK(idea.title == "Paper lamps");
    CHECK(idea.body == "They fold. Write to ….");
    CHECK(idea.authors == Names{"Bea Bright", "Carla Clear"});
    CHECK(idea.kind == ideary::Kind::wish);
    CHECK(idea.year == 2031);
    CHECK(idea.language == "en");
    CHECK(idea.source.line == 7);
    CHECK(idea.source.url == "https://example.org/1");
    CHECK(idea.source.path == "talks.jsonl");
}

TEST_CASE("ideas: records with speakers are talks, overrides win") {
    const Topics topics({});
    ideary::source::Record one = record();
    one.speakers = true;
    ideary::SourceOverrides said;
    CHECK(from_record(one, stream_source("-", said), topics, said).kind == ideary::Kind::talk);
    said.kind = ideary::Kind::note;
    said.year = 1999;
    said.author = "Dora Dim";
    said.event = "LampConf 1999";
    const auto idea = from_record(one, stream_source("-", said), topics, said);
    CHECK(idea.kind == ideary::Kind::note);
    CHECK(idea.year == 1999);
    CHECK(idea.authors == Names{"Dora Dim"});
    CHECK(idea.event == "LampConf 1999");
}

TEST_CASE("ideas: a record without a title takes the first sentence of its text") {
    const Topics topics({});
    ideary::SourceOverrides said;
    ideary::source::Record one = record();
    one.title = " ";
    one.topics = {"Light"};
    one.text = "How do lamps fold? I would like to know.";
    const auto idea = from_record(one, stream_source("-", said), topics, said);
    CHECK(idea.title == "How do lamps fold?");
    CHECK(idea.body == "I would like to know.");
    CHECK(idea.topics == Names{"Light"});
}

TEST_CASE("ideas: the text of an idea is bounded, with a remark") {
    ideary::Idea idea;
    idea.title = "Long";
    idea.body = std::string(100000, 'x');
    CHECK(normalize(idea).has_value());
    CHECK(idea.body.size() <= max_body_bytes);
    ideary::Idea small;
    small.title = "Short";
    CHECK_FALSE(normalize(small).has_value());
}

TEST_CASE("ideas: what thousands of ideas have in common is cut, with a remark") {
    const auto bytes_of = [](const std::string &text) {
        const ideary::SplitResult result = ideary::split(text, "a.md");
        REQUIRE(result.ideas.size() == 10000);
        CHECK(result.ideas.back().authors.size() >= 1);
        REQUIRE(result.remarks.size() == 1);
        CHECK(result.remarks[0].text.find("too long to be kept with each") != std::string::npos);
        std::size_t bytes = 0;
        for (const ideary::Idea &idea : result.ideas) {
            bytes += idea.source.title.size() + idea.source.url.size();
            for (const auto *list : {&idea.authors, &idea.section, &idea.topics}) {
                for (const std::string &each : *list) {
                    bytes += sizeof each + each.capacity();
                }
            }
        }
        return bytes;
    };
    std::string wishes, people, words;
    for (int i = 0; i < 10000; ++i) {
        wishes += "- wish\n";
        people += i < 4000 ? "Ada Roe " + std::to_string(i) + ", " : "";
        words += i < 400 ? "Long words " : "";
    }
    const std::string head = "---\nauthor: Ada Roe\n";
    CHECK(bytes_of("---\nauthors: [" + people + "z]\n---\n" + wishes) < 40'000'000);
    CHECK(bytes_of(head + "title: " + words + "\n---\n" + wishes) < 40'000'000);
    CHECK(bytes_of(head + "---\n# Ideas\n\n## " + words + "\n\n" + wishes) < 40'000'000);
}

TEST_CASE("ideas: the language of a document is told or found") {
    const std::string german = "# Wünsche\n\nWir haben hier aufgeschrieben, was die Leute sich für "
                               "das nächste Jahr wünschen und was nicht.\n\n- Lampen aus Papier\n";
    CHECK(ideary::split(german, "list.md").source.language == "de");
    CHECK(ideary::split(german, "list.md").ideas.at(0).language == "de");
    ideary::SplitOptions options;
    options.overrides.language = "fra";
    CHECK(ideary::split(german, "list.md", options).source.language == "fr");
}

TEST_CASE("ideas: an idea has the language that its text shows, else that of its list") {
    const std::string german = "# Wünsche\n\nWir haben hier aufgeschrieben, was die Leute sich für "
                               "das nächste Jahr wünschen und was nicht.\n\n";
    const auto result =
        ideary::split(german + "## Für alle\n\n- Lampen\n\n"
                               "## What the others would like to hear about\n\n"
                               "- What the wind does with the old lamps of this house\n"
                               "- Lamps\n",
                      "list.md");
    REQUIRE(result.ideas.size() == 3);
    CHECK(result.ideas[0].language == "de");
    CHECK(result.ideas[1].language == "en");
    CHECK(result.ideas[2].language == "en");
    ideary::SplitOptions options;
    options.overrides.language = "fr";
    for (const auto &idea :
         ideary::split(german + "- Das ist das Haus der alten Lampen\n", "list.md", options)
             .ideas) {
        CHECK(idea.language == "fr");
    }
}

TEST_CASE("ideas: a heading above nearly all of a list is no topic") {
    std::string list = "# Wishes\n\n## Databases\n\n";
    for (int i = 0; i < 12; ++i) {
        list += "- Lamp number " + std::string(1, static_cast<char>('a' + i)) + "\n";
    }
    CHECK(ideary::split(list, "list.md").ideas.at(0).topics.empty());
    CHECK(ideary::split("# Wishes\n\n## Databases\n\n- Lamps\n", "list.md").ideas.at(0).topics ==
          Names{"Databases"});
}

TEST_CASE("ideas: curator, event, topics and links of a document's ideas") {
    ideary::SplitOptions options;
    options.overrides.author = "Ada Example";
    const auto result = ideary::split("# Wishes for LampConf 2031\n\n## Bea's Topics\n\n"
                                      "- [Lamps](https://example.org) for databases\n"
                                      "- See [here](ftp://example.org) and [there](outline.html)\n",
                                      "list.md", options);
    REQUIRE(result.ideas.size() == 2);
    CHECK(result.ideas[0].curator == "Ada Example");
    CHECK(result.ideas[0].event == "LampConf 2031");
    CHECK(result.ideas[0].topics == Names{"Databases"});
    CHECK(result.ideas[0].links == std::vector<ideary::Link>{{"Lamps", "https://example.org"}});
    CHECK(result.ideas[1].links.empty());
    CHECK(result.ideas[1].topics.empty()); // a list of a person names no topic
    CHECK(result.ideas[0].id == "list/lamps-for-databases");
}

TEST_CASE("ideas: a document without ideas brings a remark with its path") {
    const auto result = ideary::split("# A fine day\n\nNothing.\n", "fine.md");
    CHECK(result.ideas.empty());
    REQUIRE(!result.remarks.empty());
    CHECK(result.remarks.back().path == "fine.md");
}

TEST_CASE("ideas: headings are judged by words") {
    CHECK(classify_heading("So, how do I submit?") == SectionClass::stop);
    CHECK(classify_heading("How do I migrate to another lamp?") == SectionClass::undecided);
    CHECK(classify_heading("What's in it for me?") == SectionClass::stop);
    CHECK(classify_heading("Topics we don't want to see") == SectionClass::unwanted);
    CHECK(classify_heading("Talk ideas for LampConf 2031") == SectionClass::list_title);
    CHECK(classify_heading("発表トピック一覧") == SectionClass::list_title);
    CHECK(classify_heading("Abouts and turns") == SectionClass::undecided);
    CHECK(classify_heading("") == SectionClass::undecided);
}
