// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include <sys/stat.h>

#include <doctest/doctest.h>
#include <fstream>

#include "fixture.hpp"
#include "ingest/check_sources.hpp"
#include "ingest/source_entry.hpp"

using namespace ideary;
using ideary::test::Fixture;
using ideary::test::list;
using Names = std::vector<std::string>;

TEST_CASE("ingest: unchanged sources are skipped, changed ones replaced") {
    Fixture fixture;
    fixture.write("d/a.md", list({"Testing in the large", "Async views"}));
    fixture.write("d/b.md", list({"Deployment at any size", "Search engines"}));
    const IngestReport first = fixture.ingest({"d"});
    CHECK(first.sources_new == 2);
    CHECK(first.ideas_added == 4);
    CHECK(first.ideas_total == 4);
    CHECK(first.generation > 0);
    CHECK(fixture.ids() == Names{"a/async-views", "a/testing-in-the-large",
                                 "b/deployment-at-any-size", "b/search-engines"});

    const IngestReport second = fixture.ingest({"d"});
    CHECK(second.sources_unchanged == 2);
    CHECK(second.sources_new + second.sources_changed == 0);
    CHECK(second.generation == 0);
    CHECK(second.ideas_total == 4);

    fixture.write("d/a.md", list({"Async views", "Caching"}));
    const IngestReport third = fixture.ingest({"d"});
    CHECK(third.sources_changed == 1);
    CHECK(third.sources_unchanged == 1);
    CHECK(fixture.ids() ==
          Names{"a/async-views", "a/caching", "b/deployment-at-any-size", "b/search-engines"});
}

TEST_CASE("ingest: a file is one source under any spelling of its path") {
    Fixture fixture;
    fixture.write("d/a.md", list({"One idea", "Two ideas"}));
    fixture.ingest({"d/a.md"});
    CHECK(fixture.ingest({"./d/../d/a.md"}).sources_unchanged == 1);
    CHECK(fixture.ideas().size() == 2);
}

TEST_CASE("ingest: a moved file is taken over with its ids") {
    Fixture fixture;
    fixture.write("old/a.md", list({"One idea", "Two ideas"}));
    fixture.ingest({"old/a.md"});
    fixture.write("new/a.md", list({"One idea", "Two ideas"}));
    fixture.erase("old");
    const IngestReport report = fixture.ingest({"new/a.md"});
    CHECK(report.sources_changed == 1);
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find(fixture.at("old/a.md")) != std::string::npos);
    CHECK(fixture.ids() == Names{"a/one-idea", "a/two-ideas"});
    CHECK(fixture.ingest({"new/a.md"}).sources_unchanged == 1);
}

TEST_CASE("ingest: a file of the same name with other bytes is not taken over") {
    Fixture fixture;
    fixture.write("old/a.md", list({"One idea"}));
    fixture.ingest({"old/a.md"});
    fixture.write("new/a.md", list({"Two ideas"}));
    fixture.erase("old");
    const IngestReport report = fixture.ingest({"new/a.md"});
    CHECK(report.failed.size() == 1); // both have the slug "a", and the old one cannot be read again
    CHECK(fixture.ids() == Names{"a/one-idea"});
}

TEST_CASE("ingest: a duplicate id within a source is a remark with its line") {
    Fixture fixture;
    fixture.write("a.jsonl", "{\"ideary\":1,\"id\":\"a/b\",\"title\":\"First\"}\n"
                             "{\"ideary\":1,\"id\":\"a/b\",\"title\":\"Second\"}\n");
    const IngestReport report = fixture.ingest({"a.jsonl"});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find("a/b") != std::string::npos);
    CHECK(fixture.ideas().at("a/b").title == "Second");
}

TEST_CASE("ingest: folders of an index have the permissions of the umask") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea"}));
    const ::mode_t before = ::umask(002);
    fixture.ingest({"a.md"});
    ::umask(before);
    for (const char *name : {"staging", "gen-000001", "sources"}) {
        const auto mode = std::filesystem::status(fixture.at("index/" + std::string(name)));
        CHECK_MESSAGE(mode.permissions() == std::filesystem::perms(0775), name);
    }
}

TEST_CASE("ingest: other options, sidecar or topics make a source changed") {
    Fixture fixture;
    fixture.write("d/a.md", list({"One idea", "Two ideas"}));
    fixture.write("d/b.md", list({"Three ideas", "Four ideas"}));
    fixture.ingest({"d"});
    fixture.write("d/sources.json", R"([{"file": "a.md", "author": "Ada Roe", "year": 2019}])");
    const IngestReport sidecar = fixture.ingest({"d"});
    CHECK(sidecar.sources_changed == 1);
    CHECK(sidecar.sources_unchanged == 1);
    CHECK(fixture.ideas().at("a/one-idea").authors == Names{"Ada Roe"});
    CHECK(fixture.ideas().at("a/one-idea").year == 2019);

    IngestOptions options;
    options.split.overrides.author = "Bo Doe";
    CHECK(fixture.ingest({"d"}, options).sources_changed == 2);
    CHECK(fixture.ideas().at("b/four-ideas").authors == Names{"Bo Doe"});
    CHECK(fixture.ingest({"d"}, options).sources_unchanged == 2);

    options.split.topics = "- topic: Counting\n  aliases: [four]\n";
    CHECK(fixture.ingest({"d"}, options).sources_changed == 2);
    CHECK(fixture.ideas().at("b/four-ideas").topics == Names{"Counting"});
}

TEST_CASE("ingest: an e-mail address in an option is not stored") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    IngestOptions options;
    options.split.overrides.author = "Ada Roe <ada@a.example>";
    fixture.ingest({"a.md"}, options);
    CHECK(fixture.ideas().at("a/one-idea").authors == Names{"Ada Roe"});
    std::ifstream file(fixture.index() + "/sources.jsonl");
    const std::string lines{std::istreambuf_iterator<char>(file), {}};
    CHECK(lines.find("Ada Roe") != std::string::npos);
    CHECK(lines.find("ada@") == std::string::npos);
    CHECK(fixture.ingest({"a.md"}, options).sources_unchanged == 1);
}

TEST_CASE("ingest: another rules version splits every source again") {
    Fixture fixture;
    fixture.write("d/a.md", list({"One idea", "Two ideas"}));
    fixture.ingest({"d"});
    {
        index::IndexWriter staging(fixture.index(), 1);
        const auto [key, line] = *staging.sources().begin();
        auto entry = ingesting::from_line(line);
        REQUIRE(entry.has_value());
        --entry->rules;
        staging.put_source(key, ingesting::to_line(*entry));
        staging.publish();
    }
    CHECK(fixture.ingest({"d"}).sources_changed == 1);
    CHECK(fixture.ingest({"d"}).sources_unchanged == 1);
}

TEST_CASE("ingest: a folder without sources makes an empty index with a remark") {
    Fixture fixture;
    fixture.write("d/picture.png", "");
    const IngestReport report = fixture.ingest({"d"});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find("1 file skipped: 1 png") != std::string::npos);
    CHECK(report.failed.empty());
    CHECK(fixture.ideas().empty());
}

TEST_CASE("ingest: a missing path fails before anything is written") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    try {
        fixture.ingest({"a.md", "nowhere.md"});
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == ErrorKind::missing_input);
        CHECK(std::string(error.what()).find("nowhere.md") != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(fixture.index()));
}

TEST_CASE("ingest: an unreadable source is reported and keeps its ideas") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    fixture.write("b.md", list({"Three ideas", "Four ideas"}));
    fixture.ingest({"a.md", "b.md"});
    fixture.write("a.md", std::string("\x89PNG\r\n\x1A\n\0\0", 10));
    fixture.write("b.md", list({"Five ideas", "Six ideas"}));
    fixture.write("c.jsonl.gz", "\x1F\x8B\x08 spoilt");
    const IngestReport report = fixture.ingest({"a.md", "b.md", "c.jsonl.gz"});
    CHECK(report.failed == Names{fixture.at("a.md"), fixture.at("c.jsonl.gz")});
    CHECK(report.remarks.size() >= 2);
    CHECK(fixture.ids() == Names{"a/one-idea", "a/two-ideas", "b/five-ideas", "b/six-ideas"});
}

TEST_CASE("ingest: a malformed record is skipped alone") {
    Fixture fixture;
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += i == 700 ? "{\"title\": \n"
                         : "{\"id\": \"r" + std::to_string(i) + "\", \"title\": \"Talk " +
                               std::to_string(i) + "\", \"speakers\": [\"Ada Roe\"]}\n";
    }
    fixture.write("talks.jsonl", text);
    const IngestReport report = fixture.ingest({"talks.jsonl"});
    CHECK(report.ideas_added == 999);
    CHECK(report.failed.empty());
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].line == 701);
    CHECK(report.remarks[0].path == fixture.at("talks.jsonl"));
    CHECK(fixture.ideas().at("talks/r5").kind == Kind::talk);
}

TEST_CASE("ingest: standard input is archived under its name or its hash") {
    Fixture fixture;
    IngestOptions options;
    options.stdin_name = "mail";
    CHECK(fixture.ingest_text(list({"One idea", "Two ideas"}), options).sources_new == 1);
    CHECK(fixture.ingest_text(list({"One idea", "Two ideas"}), options).sources_unchanged == 1);
    CHECK(fixture.ingest_text(list({"Other idea", "Last idea"})).sources_new == 1);
    const auto ideas = fixture.ideas();
    CHECK(ideas.size() == 4);
    CHECK(ideas.count("mail/one-idea") == 1);
    CHECK(ideas.at("mail/one-idea").source.path == "mail");
    const auto named = std::find_if(ideas.begin(), ideas.end(), [](const auto &entry) {
        return entry.first.rfind("stdin-", 0) == 0;
    });
    CHECK(named != ideas.end());

    CHECK(fixture.ingest_text(list({"New idea", "Newer idea"}), options).sources_changed == 1);
    CHECK(fixture.ideas().count("mail/new-idea") == 1);
    CHECK(fixture.ideas().count("mail/one-idea") == 0);
    CHECK(ingesting::check_sources(fixture.index()).empty());
    rebuild(fixture.index());
    CHECK(fixture.ideas().count("mail/new-idea") == 1);
    CHECK(fixture.ideas().size() == 4);
}

TEST_CASE("ingest: standard input may be gzip or empty, but not absent") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    CHECK(fixture.ingest_text("").failed.empty());
    CHECK_THROWS_AS(ideary::ingest(fixture.index(), {"-"}), Error);
}

TEST_CASE("ingest: sources that share a name take their folder in front, in any order of runs") {
    Fixture one, three;
    for (const Fixture *fixture : {&one, &three}) {
        fixture->write("2023/list.md", list({"One idea", "Two ideas"}));
        fixture->write("2024/list.md", list({"Three ideas", "Four ideas"}));
        fixture->write("x/other.md", list({"Five ideas", "Six ideas"}));
    }
    one.ingest({"2023", "2024", "x"});
    three.ingest({"2024"});
    CHECK(three.ids() == Names{"list/four-ideas", "list/three-ideas"});
    three.ingest({"x"});
    const IngestReport last = three.ingest({"2023"});
    CHECK(last.sources_new == 1);
    CHECK(last.sources_changed == 1);
    CHECK(one.ids() == Names{"2023-list/one-idea", "2023-list/two-ideas", "2024-list/four-ideas",
                             "2024-list/three-ideas", "other/five-ideas", "other/six-ideas"});
    CHECK(three.ids() == one.ids());
    CHECK(three.ingest({"2023", "2024", "x"}).sources_unchanged == 3);
}

TEST_CASE("ingest: sources that still clash are refused with a hint") {
    Fixture fixture;
    fixture.write("a/x/list.md", list({"One idea", "Two ideas"}));
    fixture.write("b/x/list.md", list({"Three ideas", "Four ideas"}));
    const IngestReport report = fixture.ingest({"a", "b"});
    CHECK(report.failed == Names{fixture.at("b/x/list.md")});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find("`slug:`") != std::string::npos);
    CHECK(fixture.ids() == Names{"list/one-idea", "list/two-ideas"});

    fixture.write("b/x/other.md", list({"Five ideas", "Six ideas"}));
    fixture.ingest({"b/x/other.md"});
    fixture.write("b/x/other.md", "---\nslug: list\n---\n" + list({"Seven ideas"}));
    CHECK(fixture.ingest({"b/x/other.md"}).failed == Names{fixture.at("b/x/other.md")});
    CHECK(fixture.ids() ==
          Names{"list/one-idea", "list/two-ideas", "other/five-ideas", "other/six-ideas"});

    Fixture gone;
    gone.write("a/list.md", list({"One idea", "Two ideas"}));
    gone.ingest({"a"});
    gone.erase("a");
    gone.write("b/list.md", list({"Three ideas", "Four ideas"}));
    const IngestReport refused = gone.ingest({"b"});
    CHECK(refused.failed == Names{gone.at("b/list.md")});
    CHECK(gone.ids() == Names{"list/one-idea", "list/two-ideas"});
}

TEST_CASE("ingest: front matter and sidecar can set the slug") {
    Fixture fixture;
    fixture.write("a.md", "---\nslug: my-list\n---\n" + list({"One idea", "Two ideas"}));
    fixture.write("b.md", list({"Three ideas", "Four ideas"}));
    fixture.write("sources.json", R"([{"file": "b.md", "slug": "Other List"}])");
    fixture.ingest({"a.md", "b.md"});
    CHECK(fixture.ids() == Names{"my-list/one-idea", "my-list/two-ideas", "other-list/four-ideas",
                                 "other-list/three-ideas"});
}

TEST_CASE("ingest: exported records keep their ids and replace ideas of the same ids") {
    Fixture fixture;
    const std::string exported =
        "{\"ideary\":1,\"id\":\"wishes/one\",\"kind\":\"wish\",\"title\":\"One\",\"topics\":[],"
        "\"section\":[],\"year\":2024,\"authors\":[\"Ada\"],\"curator\":null,\"event\":null,"
        "\"language\":\"en\",\"links\":[],\"body\":\"\",\"source\":{\"path\":\"wishes.md\","
        "\"title\":\"Wishes\",\"url\":null,\"line\":3}}\n";
    fixture.write("wishes.jsonl", exported);
    fixture.write("x/wishes.md", list({"One", "Two ideas"}));
    CHECK(fixture.ingest({"x/wishes.md", "wishes.jsonl"}).failed.empty());
    const auto ideas = fixture.ideas();
    CHECK(ideas.size() == 2);
    CHECK(ideas.at("wishes/one").authors == Names{"Ada"});
    CHECK(ideas.at("wishes/one").source.path == "wishes.md");
    CHECK(ideas.at("wishes/one").source.line == 3);

    remove_sources(fixture.index(), {fixture.at("wishes.jsonl")});
    CHECK(fixture.ideas().size() == 1);
    // What the export had taken over comes back with the next run.
    fixture.ingest({"x/wishes.md"});
    CHECK(fixture.ids() == Names{"wishes/one", "wishes/two-ideas"});
}

TEST_CASE("ingest: a dry run reports and writes nothing") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    IngestOptions dry;
    dry.dry_run = true;
    const IngestReport first = fixture.ingest({"a.md"}, dry);
    CHECK(first.sources_new == 1);
    CHECK(first.ideas_added == 2);
    CHECK(first.ideas_total == 2);
    CHECK_FALSE(std::filesystem::exists(fixture.index()));
    fixture.ingest({"a.md"});
    fixture.write("a.md", list({"One idea"}));
    const IngestReport second = fixture.ingest({"a.md"}, dry);
    CHECK(second.sources_changed == 1);
    CHECK(second.ideas_removed == 2);
    CHECK(fixture.ideas().size() == 2);
}

TEST_CASE("ingest: persons are numbered consistently [drop_persons]") {
    Fixture fixture;
    IngestOptions options;
    options.drop_persons = true;
    fixture.write("a.md", "---\nauthor: Ada Roe\nurl: https://ada.example\n---\n" +
                              list({"One idea", "Two ideas"}));
    fixture.write("b.md", "---\nauthor: Bo Doe\n---\n" + list({"Three ideas", "Four ideas"}));
    fixture.ingest({"b.md"}, options);
    fixture.ingest({"a.md"}, options);
    fixture.write("c.md", "---\nauthor: ADA ROE\n---\n" + list({"Five ideas", "Six ideas"}));
    fixture.ingest({"c.md"}, options);
    const auto ideas = fixture.ideas();
    CHECK(ideas.at("b/three-ideas").authors == Names{"person-1"});
    CHECK(ideas.at("a/one-idea").authors == Names{"person-2"});
    CHECK(ideas.at("c/five-ideas").authors == Names{"person-2"});
    CHECK(ideas.at("a/one-idea").source.url.empty());
    CHECK(fixture.ingest({"a.md", "b.md", "c.md"}, options).sources_unchanged == 3);
    for (const auto &[key, line] : index::read_sources(fixture.index())) {
        CHECK(line.find("Roe") == std::string::npos);
        CHECK(line.find("ada.example") == std::string::npos);
    }
    rebuild(fixture.index());
    CHECK(fixture.ideas() == ideas);
}

TEST_CASE("ingest: an exception of the progress callback changes nothing") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    fixture.ingest({"a.md"});
    fixture.write("a.md", list({"Three ideas", "Four ideas"}));
    int calls = 0;
    const auto stop = [&](const Progress &progress) {
        ++calls;
        if (progress.stage == "publishing") {
            throw std::runtime_error("stopped");
        }
        return true;
    };
    CHECK_THROWS(ideary::ingest(fixture.index(), {fixture.at("a.md")}, {}, stop));
    CHECK(calls >= 3);
    CHECK(fixture.ids() == Names{"a/one-idea", "a/two-ideas"});
    fixture.ingest({"a.md"});
    CHECK(fixture.ids() == Names{"a/four-ideas", "a/three-ideas"});
}
