// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Sources that go: prune, remove, rebuild, check.
#include <algorithm>

#include <doctest/doctest.h>

#include "fixture.hpp"
#include "ingest/check_sources.hpp"
#include "ingest/input.hpp"
#include "source/document.hpp"

using namespace ideary;
using ideary::test::fill;
using ideary::test::Fixture;
using ideary::test::list;
using Names = std::vector<std::string>;

namespace {

IngestOptions pruning(bool force = false) {
    IngestOptions options;
    options.prune = true;
    options.force = force;
    return options;
}

} // namespace

TEST_CASE("prune: only vanished files below the given paths are dropped") {
    Fixture fixture;
    fill(fixture);
    fixture.erase("left/a.md");
    fixture.erase("right/c.md");
    CHECK(fixture.ingest({"left"}).sources_removed == 0);
    const IngestReport report = fixture.ingest({"left"}, pruning());
    CHECK(report.sources_removed == 1);
    CHECK(report.removed == Names{fixture.at("left/a.md")});
    CHECK(report.ideas_removed == 2);
    CHECK(fixture.ids() == Names{"b/b-one", "b/two", "c/c-one", "c/two", "d/d-one", "d/two",
                                 "mail/from-mail", "mail/two"});
}

TEST_CASE("prune: a vanished file may be named, an unknown path is missing") {
    Fixture fixture;
    fill(fixture);
    fixture.erase("left/a.md");
    CHECK(fixture.ingest({"left/a.md"}, pruning()).sources_removed == 1);
    CHECK_THROWS_AS(fixture.ingest({"left/never.md"}, pruning()), Error);
    CHECK_THROWS_AS(fixture.ingest({"left/a.md"}), Error);
}

TEST_CASE("prune: dropping more than half of the index needs force") {
    Fixture fixture;
    fill(fixture);
    fixture.write("left/keep.md", list({"Keep one", "Keep two"}));
    fixture.erase("left/a.md");
    fixture.erase("left/b.md");
    fixture.erase("right/c.md");
    fixture.erase("right/d.md");
    fixture.write("right/other.bin", "no list");
    try {
        fixture.ingest({"left", "right"}, pruning());
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == ErrorKind::usage);
        CHECK(error.hint().find("--force") != std::string::npos);
    }
    CHECK(fixture.ideas().size() == 10);
    CHECK(fixture.ingest({"left", "right"}, pruning(true)).sources_removed == 4);
    CHECK(fixture.ids() == Names{"keep/keep-one", "keep/keep-two", "mail/from-mail", "mail/two"});
}

TEST_CASE("prune: nothing is dropped from an empty folder") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ids();
    fixture.erase("right/c.md");
    fixture.erase("right/d.md");
    std::filesystem::create_directories(fixture.at("right/below"));
    CHECK(fixture.ingest({"right"}).failed.empty()); // nothing would go
    const IngestReport report = fixture.ingest({"left", "right"}, pruning());
    CHECK(report.sources_removed == 0);
    CHECK(report.failed == Names{fixture.at("right")});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find("--force") != std::string::npos);
    CHECK(fixture.ids() == before);
    CHECK(fixture.ingest({"left", "right"}, pruning(true)).sources_removed == 2);
}

TEST_CASE("prune: nothing is dropped from a missing folder") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ids();
    fixture.erase("right");
    const IngestReport report = fixture.ingest({"left", "right"}, pruning());
    CHECK(report.sources_removed == 0);
    CHECK(report.failed == Names{fixture.at("right")});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0].text.find("missing") != std::string::npos);
    CHECK(fixture.ids() == before);
    CHECK(fixture.ingest({"left", "right"}, pruning(true)).sources_removed == 2);
}

TEST_CASE("ingest: e-mail addresses in URLs are not stored") {
    Fixture fixture;
    const std::string url = "https://e.org/ivy@example.com";
    fixture.write("front.md", "---\nurl: " + url + "\n---\n" + list({"One idea", "Two"}));
    fixture.write("side.md", list({"Three ideas", "Four"}));
    fixture.write("sources.json", R"([{"file": "side.md", "url": ")" + url + R"("}])");
    fixture.ingest({"front.md", "side.md"});
    IngestOptions options;
    options.stdin_name = "mail";
    options.split.overrides.url = url;
    fixture.ingest_text(list({"Five ideas", "Six"}), options);
    fixture.ingest_text("{\"title\":\"A record\"}\n{\"title\":\"Another\"}\n", options);
    options.stdin_name = "records";
    fixture.ingest_text("{\"title\":\"A record\"}\n{\"title\":\"Another\"}\n", options);
    for (const auto &[key, line] : index::read_sources(fixture.index())) {
        CHECK(line.find("ivy@") == std::string::npos);
    }
    for (const auto &[id, idea] : fixture.ideas()) {
        CHECK(idea.source.url.find("ivy@") == std::string::npos);
    }
    options.split.overrides.url = "https://e.org/ivy";
    CHECK(fixture.ingest_text("{\"title\":\"A record\"}\n", options).sources_changed == 1);
    CHECK(fixture.ideas().at("records/a-record").source.url == "https://e.org/ivy");
}

TEST_CASE("ingest: an empty path is an error") {
    Fixture fixture;
    fill(fixture);
    for (const bool prune : {false, true}) {
        IngestOptions options;
        options.prune = prune;
        try {
            ingest(fixture.index(), {fixture.at("left"), ""}, options);
            FAIL("no error");
        } catch (const Error &error) {
            CHECK(error.kind() == ErrorKind::missing_input);
            CHECK(std::string(error.what()).find("empty") != std::string::npos);
        }
    }
}

TEST_CASE("ingest: a document is read up to its limit") {
    Fixture fixture;
    fixture.write("long.md", list({"One idea", "Two ideas"}));
    std::filesystem::resize_file(fixture.at("long.md"), std::uintmax_t{1} << 40); // full of holes
    ingesting::Input input;
    input.path = "long.md";
    input.file = fixture.at("long.md");
    const ingesting::Scan scan = ingesting::scan(input, {});
    CHECK(scan.problem.empty());
    CHECK(scan.text.size() == source::max_document_size + 1);
    CHECK(scan.bytes < source::max_document_size + (1 << 20));
    input.is_stdin = true; // kept whole, and known by all its bytes
    std::filesystem::resize_file(fixture.at("long.md"), source::max_document_size + (2 << 20));
    CHECK(ingesting::scan(input, {}).bytes == source::max_document_size + (2 << 20));
}

TEST_CASE("remove: sources are named by path, URL or slug") {
    Fixture fixture;
    fill(fixture);
    fixture.write("e.md", "---\nurl: https://a.example/e\n---\n" + list({"e one", "Two"}));
    fixture.ingest({"e.md"});
    IngestOptions dry;
    dry.dry_run = true;
    CHECK(remove_sources(fixture.index(), {"mail"}, dry).sources_removed == 1);
    CHECK(fixture.ideas().size() == 12);
    const IngestReport none = remove_sources(fixture.index(), {"d", "nothing"});
    CHECK(none.failed == Names{"nothing"}); // and then nothing goes
    CHECK(none.sources_removed == 0);
    CHECK(fixture.ideas().size() == 12);
    const IngestReport report =
        remove_sources(fixture.index(),
                       {fixture.at("left/../left/a.md"), "https://a.example/e", "d", "mail", "a"});
    CHECK(report.sources_removed == 4);
    CHECK(report.ideas_removed == 8);
    CHECK(report.failed.empty());
    // Both "a" and its path name one source: that is no mistake.
    CHECK(report.generation > 0);
    CHECK(fixture.ids() == Names{"b/b-one", "b/two", "c/c-one", "c/two"});
    CHECK(remove_sources(fixture.index(), {"nothing"}).generation == 0);
    CHECK(remove_sources(fixture.index(), {""}).sources_removed == 0); // no URL is no name
}

TEST_CASE("remove: remove and rebuild need an index") {
    Fixture fixture;
    CHECK_THROWS_AS(remove_sources(fixture.index(), {"x"}), Error);
    CHECK_THROWS_AS(rebuild(fixture.index()), Error);
    CHECK_FALSE(std::filesystem::exists(fixture.index()));
}

TEST_CASE("rebuild: ideas are the same, with the options of each source") {
    Fixture fixture;
    fill(fixture);
    IngestOptions options;
    options.split.overrides.author = "Ada Roe";
    options.split.overrides.year = 2011;
    fixture.ingest({"left/a.md"}, options);
    fixture.write("other/b.md", list({"Other one", "Two"})); // b and b: both with their folder
    fixture.ingest({"other"});
    const auto before = fixture.ideas();
    const IngestReport report = rebuild(fixture.index());
    CHECK(report.sources_new == 6);
    CHECK(report.failed.empty());
    CHECK(fixture.ideas() == before);
    CHECK(fixture.ideas().at("a/a-one").year == 2011);
    CHECK(fixture.ingest({"left/a.md"}, options).sources_unchanged == 1);
}

TEST_CASE("rebuild: missing sources are reported before anything is replaced") {
    Fixture fixture;
    fill(fixture);
    fixture.erase("left/a.md");
    const IngestReport report = rebuild(fixture.index());
    CHECK(report.failed == Names{fixture.at("left/a.md")});
    CHECK(report.generation == 0);
    CHECK(fixture.ideas().size() == 10);
    IngestOptions options;
    options.force = true;
    CHECK(rebuild(fixture.index(), options).generation > 0);
    CHECK(fixture.ideas().size() == 8);
}

TEST_CASE("rebuild: a dry run writes nothing and takes no lock") {
    Fixture fixture;
    fill(fixture);
    IngestOptions options;
    options.dry_run = true;
    options.lock_timeout = {};
    const index::IndexWriter other(fixture.index(), 0);
    CHECK(rebuild(fixture.index(), options).generation == 0);
    CHECK_FALSE(std::filesystem::exists(fixture.index() + "/staging.new"));
}

TEST_CASE("rebuild: it reads the published archive, not that of an interrupted run") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ideas();
    {
        const index::IndexWriter cut_off(fixture.index(), 0);
        fixture.write(
            std::filesystem::relative(cut_off.new_input_path("-:mail"), fixture.at(".")).string(),
            "half of a list");
    }
    CHECK(rebuild(fixture.index()).failed.empty());
    CHECK(rebuild(fixture.index()).failed.empty());
    CHECK(fixture.ideas() == before);
}

TEST_CASE("rebuild: an index of an unknown format is read") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ideas();
    fixture.write("index/CURRENT", "ideary index of the far future 99\n");
    CHECK_THROWS_AS(fixture.ingest({"left"}), Error);
    CHECK(rebuild(fixture.index()).generation > 0);
    CHECK(fixture.ideas() == before);
}

TEST_CASE("rebuild: a custom topic table must be given again") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    IngestOptions options;
    options.split.topics = "- topic: Counting\n  aliases: [one]\n";
    fixture.ingest({"a.md"}, options);
    CHECK(rebuild(fixture.index()).generation == 0);
    CHECK(rebuild(fixture.index(), options).generation > 0);
    CHECK(fixture.ideas().at("a/one-idea").topics == Names{"Counting"});
}

TEST_CASE("check: missing, changed and unreadable sources are found") {
    Fixture fixture;
    fill(fixture);
    CHECK(ingesting::check_sources(fixture.index()).empty());
    fixture.erase("left/a.md");
    fixture.write("left/b.md", "changed");
    for (const auto &entry : std::filesystem::directory_iterator(fixture.at("index/sources"))) {
        std::filesystem::resize_file(entry.path(), 10);
    }
    const auto findings = ingesting::check_sources(fixture.index());
    REQUIRE(findings.size() == 3);
    Names files;
    for (const Finding &finding : findings) {
        files.push_back(finding.file);
        CHECK_FALSE(finding.problem.empty());
        CHECK_FALSE(finding.remedy.empty());
    }
    std::sort(files.begin(), files.end());
    CHECK(files == Names{fixture.at("left/a.md"), fixture.at("left/b.md"), "mail"});
}

TEST_CASE("check: a new sidecar entry is found") {
    Fixture fixture;
    fixture.write("d/a.md", list({"One idea", "Two ideas"}));
    fixture.write("d/b.md", list({"Three ideas", "Four ideas"}));
    IngestOptions options;
    options.split.overrides.event = "ExampleConf"; // an option is no sidecar that went
    fixture.ingest({"d"}, options);
    CHECK(ingesting::check_sources(fixture.index()).empty());
    fixture.write("d/sources.json", R"([{"file": "a.md", "author": "Ada Roe <ada@example.org>"}])");
    const auto findings = ingesting::check_sources(fixture.index());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == fixture.at("d/a.md"));
    CHECK(findings[0].problem.find("sources.json") != std::string::npos);
    fixture.ingest({"d"}, options);
    CHECK(ingesting::check_sources(fixture.index()).empty());
}
