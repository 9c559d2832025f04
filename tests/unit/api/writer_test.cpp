// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideary/writer.hpp"

#include <doctest/doctest.h>

#include "../ingest/fixture.hpp"
#include "ideary/index.hpp"
#include "ideary/sources.hpp"
#include "ideary/version.hpp"

namespace {

using ideary::Idea;
using ideary::IngestReport;
using ideary::Progress;
using ideary::SourceRef;
using ideary::Writer;
using ideary::test::Fixture;
using ideary::test::list;
using Names = std::vector<std::string>;

Idea titled(const std::string &title, const std::string &id = {}) {
    Idea idea;
    idea.id = id;
    idea.title = title;
    return idea;
}

SourceRef board() {
    SourceRef source;
    source.name = "Idea board";
    source.title = "Ideas from the board";
    source.event = "OwlConf 2031";
    source.year = 2031;
    source.language = "en";
    return source;
}

/// An index with the ideas "Owls" and "Lynxes" (own id 7) of the board.
void fill_board(const Fixture &fixture) {
    Writer writer(fixture.index());
    writer.add(titled("Owls"), board());
    writer.add(titled("Lynxes", "7"), board());
    writer.commit();
}

} // namespace

TEST_CASE("writer: ideas from memory get ids of their named source and what the source says") {
    const Fixture fixture;
    fill_board(fixture);
    CHECK(fixture.ids() == Names{"idea-board/7", "idea-board/owls"});
    const Idea owls = fixture.ideas().at("idea-board/owls");
    CHECK(owls.event == "OwlConf 2031");
    CHECK(owls.year == 2031);
    CHECK(owls.source.path == "Idea board");
    CHECK(owls.source.title == "Ideas from the board");
}

TEST_CASE("writer: every member of an idea is kept") {
    const Fixture fixture;
    Idea idea = titled("Owls & <lynxes>", "x");
    idea.kind = ideary::Kind::talk;
    idea.body = "First.\n\nSecond line\nof \"two\".";
    idea.topics = {"Birds", "Cats"};
    idea.section = {"Animals", "Night"};
    idea.year = 2029;
    idea.authors = {"Ada Example"};
    idea.curator = "Bo Example";
    idea.event = "LynxConf";
    idea.language = "de";
    idea.links = {{"page", "https://example.org/owls"}};
    idea.source.line = 12;
    Writer writer(fixture.index());
    writer.add(idea, board());
    writer.commit();
    Idea expected = idea;
    expected.id = "idea-board/x";
    expected.source.path = "Idea board";
    expected.source.title = "Ideas from the board";
    CHECK(fixture.ideas().at("idea-board/x") == expected);
}

TEST_CASE("writer: addresses in ideas from memory are masked, in the archive too") {
    const Fixture fixture;
    Writer writer(fixture.index());
    writer.add(titled("Write to ada@example.org", "x"), board());
    writer.commit();
    CHECK(fixture.ideas().at("idea-board/x").title == "Write to …");
    ideary::rebuild(fixture.index());
    CHECK(fixture.ideas().at("idea-board/x").title == "Write to …");
}

TEST_CASE("writer: without commit nothing is created or changed") {
    const Fixture fixture;
    {
        Writer writer(fixture.index());
        writer.add(titled("Owls"), board());
    }
    CHECK_FALSE(std::filesystem::exists(fixture.index()));
    fill_board(fixture);
    {
        Writer writer(fixture.index());
        writer.replace_source(board(), {});
    }
    CHECK(fixture.ids().size() == 2);
}

TEST_CASE("writer: an idea of the same id is replaced, equal content changes nothing") {
    const Fixture fixture;
    fill_board(fixture);
    Writer writer(fixture.index());
    writer.add(titled("Lynxes", "7"), board());
    const IngestReport same = writer.commit();
    CHECK(same.generation == 0);
    CHECK(same.sources_unchanged == 1);
    writer.add(titled("Wolves", "idea-board/7"), board());
    CHECK(writer.commit().sources_changed == 1);
    CHECK(fixture.ids() == Names{"idea-board/7", "idea-board/owls"});
    CHECK(fixture.ideas().at("idea-board/7").title == "Wolves");
}

TEST_CASE("writer: remove takes out one idea of a named source") {
    const Fixture fixture;
    fill_board(fixture);
    Writer writer(fixture.index());
    writer.remove("idea-board/7");
    writer.remove("idea-board/none");
    const IngestReport report = writer.commit();
    CHECK(report.failed == Names{"idea-board/none"});
    CHECK(fixture.ids() == Names{"idea-board/owls"});
}

TEST_CASE("writer: replace_source replaces all ideas of one source, none removes it") {
    Fixture fixture;
    fixture.write("a.md", list({"From a file"}));
    fixture.ingest({"a.md"});
    fill_board(fixture);
    Writer writer(fixture.index());
    writer.replace_source(board(), {titled("Bears")});
    writer.commit();
    CHECK(fixture.ids() == Names{"a/from-a-file", "idea-board/bears"});
    writer.replace_source(board(), {});
    CHECK(writer.commit().sources_removed == 1);
    CHECK(fixture.ids() == Names{"a/from-a-file"});
}

TEST_CASE("writer: one commit applies ideas, documents, files and removals") {
    Fixture fixture;
    fixture.write("a.md", list({"From a file"}));
    fixture.write("b.md", list({"From another"}));
    fixture.ingest({"a.md"});
    Writer writer(fixture.index());
    writer.add(titled("Owls"), board());
    writer.add_document(list({"From a document"}), "letter.md");
    writer.ingest({fixture.at("b.md")});
    writer.remove_source(fixture.at("a.md"));
    CHECK(writer.commit().generation == 2);
    CHECK(fixture.ids() == Names{"b/from-another", "idea-board/owls", "letter/from-a-document"});
}

TEST_CASE("writer: remove_source of an unknown name changes nothing") {
    const Fixture fixture;
    fill_board(fixture);
    Writer writer(fixture.index());
    writer.remove_source("nowhere");
    writer.add(titled("Bears"), board());
    const IngestReport report = writer.commit();
    CHECK(report.failed == Names{"nowhere"});
    CHECK(report.generation == 0);
    CHECK(fixture.ids().size() == 2);
}

TEST_CASE("writer: rebuild restores ideas from memory, prune never drops them") {
    Fixture fixture;
    fill_board(fixture);
    const auto before = fixture.ideas();
    ideary::rebuild(fixture.index());
    CHECK(fixture.ideas() == before);
    fixture.write("lists/a.md", list({"From a file"}));
    ideary::IngestOptions options;
    options.prune = true;
    fixture.ingest({"lists"}, options);
    CHECK(fixture.ids() == Names{"a/from-a-file", "idea-board/7", "idea-board/owls"});
    CHECK(ideary::check(fixture.index(), true).empty());
}

TEST_CASE("writer: a named source may not take the ids of another source") {
    Fixture fixture;
    fixture.write("idea-board.md", list({"From a file"}));
    fixture.ingest({"idea-board.md"});
    Writer writer(fixture.index());
    writer.add(titled("Owls"), board());
    CHECK_THROWS_AS(writer.commit(), ideary::Error);
    CHECK(fixture.ids() == Names{"idea-board/from-a-file"});
}

TEST_CASE("writer: a file may not take the ids of a named source") {
    Fixture fixture;
    fill_board(fixture);
    fixture.write("idea-board.md", list({"From a file"}));
    const IngestReport report = fixture.ingest({"idea-board.md"});
    CHECK(report.failed.size() == 1);
    CHECK(fixture.ids() == Names{"idea-board/7", "idea-board/owls"});
}

TEST_CASE("writer: a callback that returns false cancels the run and changes nothing") {
    const Fixture fixture;
    fill_board(fixture);
    for (const std::string_view stage : {"reading", "writing", "publishing"}) {
        Writer writer(fixture.index());
        writer.replace_source(board(), {titled("Bears")});
        const IngestReport report =
            writer.commit([&](const Progress &progress) { return progress.stage != stage; });
        CHECK_MESSAGE(report.cancelled, stage);
        CHECK(fixture.ids() == Names{"idea-board/7", "idea-board/owls"});
    }
    CHECK(ideary::check(fixture.index(), true).empty());
}

TEST_CASE("writer: a source needs a name, and rebuild stands alone") {
    const Fixture fixture;
    Writer nameless(fixture.index());
    nameless.add(titled("Owls"), SourceRef{});
    CHECK_THROWS_AS(nameless.commit(), ideary::Error);
    Writer both(fixture.index());
    both.add(titled("Owls"), board());
    both.rebuild();
    CHECK_THROWS_AS(both.commit(), ideary::Error);
}

TEST_CASE("sources: each source is listed with its state") {
    Fixture fixture;
    for (const char *name : {"a.md", "b.md", "c.md"}) {
        fixture.write(name, list({name}));
    }
    fixture.ingest({"a.md", "b.md", "c.md"});
    fill_board(fixture);
    fixture.write("b.md", list({"Other words"}));
    fixture.erase("c.md");
    const auto sources = ideary::sources(fixture.index());
    REQUIRE(sources.size() == 4);
    CHECK(sources[0].path == fixture.at("a.md"));
    CHECK(sources[0].ideas == 1);
    Names states;
    for (const ideary::SourceInfo &source : sources) {
        states.emplace_back(ideary::source_state_name(source.state));
    }
    CHECK(states == Names{"unchanged", "changed", "gone", "unchanged"});
    CHECK(sources[3].path == "Idea board");
    CHECK(sources[3].file.empty());
}

TEST_CASE("version: the macros name the version of the library") {
    CHECK(ideary::versions().library == IDEARY_VERSION_STRING);
    CHECK(std::to_string(IDEARY_VERSION_MAJOR) + "." + std::to_string(IDEARY_VERSION_MINOR) + "." +
              std::to_string(IDEARY_VERSION_PATCH) ==
          IDEARY_VERSION_STRING);
}
