// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// An index that lost something: what is rebuilt is whole, or the loss is reported before.
#include <algorithm>
#include <csignal>
#include <set>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.hpp"
#include "ideary/index.hpp"
#include "index/storage/lock.hpp"

using namespace ideary;
using ideary::test::fill;
using ideary::test::Fixture;
using ideary::test::list;
using Names = std::vector<std::string>;

namespace {

std::string text_of(const std::string &path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Bytes of all that is kept of standard input, whatever its files are called.
std::multiset<std::string> kept_inputs(const Fixture &fixture) {
    std::multiset<std::string> kept;
    for (const auto &entry : std::filesystem::directory_iterator(fixture.at("index/sources"))) {
        kept.insert(text_of(entry.path().string()));
    }
    return kept;
}

void replace_once(const Fixture &fixture, const std::string &name, const std::string &from,
                  const std::string &to) {
    std::string text = text_of(fixture.at(name));
    REQUIRE(text.find(from) != std::string::npos);
    fixture.write(name, text.replace(text.find(from), from.size(), to));
}

/// Leaves of an index only what every version can read.
void lose_databases(const Fixture &fixture) {
    fixture.erase("index/staging");
    for (const auto &entry : std::filesystem::directory_iterator(fixture.index())) {
        if (entry.path().filename().string().rfind("gen-", 0) == 0) {
            std::filesystem::remove(entry.path() / "postlist.glass");
        }
    }
}

bool names(const Names &failed, const std::string &what) {
    return std::any_of(failed.begin(), failed.end(), [&](const std::string &path) {
        return path.find(what) != std::string::npos;
    });
}

bool found(const std::vector<Finding> &findings, const std::string &file, const std::string &what) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return finding.file == file &&
               (finding.problem + " " + finding.remedy).find(what) != std::string::npos;
    });
}

IngestOptions by_force() {
    IngestOptions options;
    options.force = true;
    return options;
}

} // namespace

TEST_CASE("rebuild: the generation is read rather than a damaged sources.jsonl") {
    for (const std::string what : {"a letter", "cut", "gone", "a folder", "a circle", "a line"}) {
        CAPTURE(what);
        Fixture fixture;
        fill(fixture);
        const auto before = fixture.ideas();
        const auto kept = kept_inputs(fixture);
        const std::string file = fixture.at("index/sources.jsonl");
        if (what == "a letter") {
            replace_once(fixture, "index/sources.jsonl", "{\"key\"", "{\"kex\"");
        } else if (what == "cut") {
            std::filesystem::resize_file(file, std::filesystem::file_size(file) - 200);
        } else if (what == "a line") {
            fixture.write("index/sources.jsonl", "");
        } else {
            std::filesystem::remove(file);
        }
        if (what == "a folder") {
            fixture.write("index/sources.jsonl/something", "else");
            fixture.erase("index/CURRENT");
        } else if (what == "a circle") {
            std::filesystem::create_symlink("sources.jsonl", file);
            fixture.erase("index/CURRENT");
        }
        CHECK(found(check(fixture.index()), file, ""));
        CHECK(rebuild(fixture.index()).failed.empty());
        CHECK(fixture.ideas() == before);
        CHECK(kept_inputs(fixture) == kept);
        CHECK(check(fixture.index()).empty());
    }
}

TEST_CASE("rebuild: a damaged sources.jsonl is reported [incompatible index]") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ideas();
    fixture.write("index/CURRENT", "ideary index of the far future 99\n");
    replace_once(fixture, "index/sources.jsonl", "{\"key\"", "{\"kex\"");
    CHECK(found(check(fixture.index()), fixture.at("index/sources.jsonl"), "--rebuild"));
    CHECK(rebuild(fixture.index()).failed.empty());
    CHECK(fixture.ideas() == before);
}

TEST_CASE("rebuild: each unreadable line is reported") {
    Fixture fixture;
    fill(fixture);
    const auto kept = kept_inputs(fixture);
    lose_databases(fixture);
    const std::string file = fixture.at("index/sources.jsonl");
    const std::string listed = text_of(file);
    replace_once(fixture, "index/sources.jsonl", "{\"key\":\"-:mail\"", "{\"kex\":\"-:mail\"");
    const std::string a = "\":\"" + fixture.at("left/a.md") + "\"";
    replace_once(fixture, "index/sources.jsonl", "\"path" + a, "\"paxh" + a);
    CHECK(found(check(fixture.index()), file, "line 1"));
    const IngestReport refused = rebuild(fixture.index());
    CHECK(refused.generation == 0);
    CHECK(names(refused.failed, file + ":1"));
    CHECK(names(refused.failed, file + ":2"));
    CHECK(kept_inputs(fixture) == kept);

    CHECK(rebuild(fixture.index(), by_force()).generation > 0);
    CHECK(fixture.ids() == Names{"b/b-one", "b/two", "c/c-one", "c/two", "d/d-one", "d/two"});
    fixture.write("e.md", list({"One more", "Two"}));
    fixture.ingest({"e.md"});
    CHECK(kept_inputs(fixture) == kept); // nobody remembers it, and still it is there
    CHECK(check(fixture.index()).empty());
}

TEST_CASE("rebuild: sources missing from a truncated sources.jsonl are reported") {
    Fixture fixture;
    fill(fixture);
    lose_databases(fixture);
    const std::string text = text_of(fixture.at("index/sources.jsonl"));
    fixture.write("index/sources.jsonl", text.substr(0, text.rfind('\n', text.size() - 2) + 1));
    const IngestReport refused = rebuild(fixture.index());
    CHECK(refused.generation == 0);
    CHECK(names(refused.failed, "sources.jsonl"));
}

TEST_CASE("rebuild: an index that lost its source list fails, and the remedies work") {
    Fixture fixture;
    fill(fixture);
    const auto kept = kept_inputs(fixture);
    lose_databases(fixture);
    fixture.erase("index/sources.jsonl");
    try {
        fixture.ingest({"left"});
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == ErrorKind::io);
    }
    CHECK(found(check(fixture.index()), fixture.at("index/sources.jsonl"), "--rebuild --force"));
    const IngestReport refused = rebuild(fixture.index());
    CHECK(names(refused.failed, "sources.jsonl"));
    CHECK(names(refused.failed, ".gz"));
    CHECK(refused.generation == 0);
    CHECK(rebuild(fixture.index(), by_force()).generation > 0);
    CHECK(kept_inputs(fixture) == kept);
    CHECK(fixture.ingest({"left"}).sources_new == 2);
    CHECK(check(fixture.index()).empty());
}

TEST_CASE("rebuild: a folder named CURRENT is replaced") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ideas();
    fixture.erase("index/CURRENT");
    fixture.write("index/CURRENT/something", "else");
    CHECK(found(check(fixture.index()), fixture.at("index/CURRENT"), "--rebuild"));
    CHECK(rebuild(fixture.index()).failed.empty());
    CHECK(fixture.ideas() == before);
}

TEST_CASE("ingest: lost CURRENT and staging are an error, not a new index") {
    Fixture fixture;
    fill(fixture);
    const auto before = fixture.ideas();
    fixture.erase("index/CURRENT");
    fixture.erase("index/staging");
    CHECK_THROWS_AS(fixture.ingest({"left"}), Error);
    CHECK(rebuild(fixture.index()).failed.empty());
    CHECK(fixture.ideas() == before);
}

TEST_CASE("rebuild: archived input must have the recorded hash") {
    Fixture fixture;
    fill(fixture);
    IngestOptions options;
    options.stdin_name = "chat";
    fixture.ingest_text(list({"From chat", "Two"}), options);
    const auto before = fixture.ideas();
    const auto kept = kept_inputs(fixture);
    const std::string mail = fixture.at("index/" + index::archived_input("-:mail"));
    const std::string chat = fixture.at("index/" + index::archived_input("-:chat"));
    std::filesystem::rename(mail, fixture.at("other"));
    std::filesystem::rename(chat, mail);
    std::filesystem::rename(fixture.at("other"), chat);
    const IngestReport refused = rebuild(fixture.index());
    CHECK(refused.failed == Names{"chat", "mail"});
    CHECK(refused.generation == 0);
    CHECK(fixture.ideas() == before);
    CHECK(rebuild(fixture.index(), by_force()).generation > 0);
    CHECK(fixture.ideas().count("mail/from-chat") == 0);
    CHECK(kept_inputs(fixture) == kept);
}

TEST_CASE("rebuild: archived input is compared after ids passed between sources") {
    Fixture fixture;
    fill(fixture);
    fixture.write("first.jsonl", "{\"ideary\":1,\"id\":\"x/one\",\"title\":\"One\"}\n");
    fixture.write("second.jsonl", "{\"ideary\":1,\"id\":\"x/one\",\"title\":\"One again\"}\n");
    fixture.ingest({"first.jsonl"});
    fixture.ingest({"second.jsonl"});
    REQUIRE(remove_sources(fixture.index(), {fixture.at("second.jsonl")}).sources_removed == 1);
    CHECK(fixture.ingest({"first.jsonl"}).sources_changed == 1); // takes its id back
    fixture.write("index/" + index::archived_input("-:mail"), list({"Of nobody"}));
    CHECK(rebuild(fixture.index()).failed == Names{"mail"});
}

TEST_CASE("check: archived input is reported with its source, and a fifo does not block") {
    Fixture fixture;
    fill(fixture);
    const std::string kept = fixture.at("index/" + index::archived_input("-:mail"));
    IngestOptions options;
    options.stdin_name = "mail";
    std::filesystem::resize_file(kept, 10);
    CHECK(found(check(fixture.index()), kept, "mail"));
    CHECK(found(check(fixture.index()), kept, "ideary ingest --name mail -"));
    fixture.ingest_text(list({"From mail", "Two"}), options);
    CHECK(check(fixture.index(), true).empty());
    CHECK(fixture.ingest_text(list({"From mail", "Two"}), options).sources_unchanged == 1);
    std::filesystem::remove(kept);
    REQUIRE(::mkfifo(kept.c_str(), 0600) == 0);
    CHECK(found(check(fixture.index(), true), kept, "something else stands there"));
    CHECK_FALSE(found(check(fixture.index()), kept, "missing"));
    CHECK(rebuild(fixture.index()).failed == Names{"mail"});
    fixture.ingest_text(list({"From mail", "Two"}), options);
    CHECK(check(fixture.index(), true).empty());
}

namespace {

IngestOptions as_mail() {
    IngestOptions options;
    options.stdin_name = "mail";
    return options;
}

/// A run that brings other mail is killed when its kept input lies in the place of the one before.
void cut_off_other_mail(const Fixture &fixture) {
    Fixture other;
    other.ingest_text(list({"Other mail"}), as_mail());
    const std::string line = index::read_sources(other.index()).at("-:mail");
    const std::string bytes = text_of(other.at("index/" + index::archived_input("-:mail")));
    const Idea idea = other.ideas().at("mail/other-mail");
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        index::IndexWriter staging(fixture.index(), 0);
        std::ofstream(staging.new_input_path("-:mail"), std::ios::binary) << bytes;
        staging.remove_ideas("-:mail");
        staging.add(idea, "-:mail");
        staging.put_source("-:mail", line);
        staging.publish([](std::uint64_t done, std::uint64_t) {
            if (done == 2) {
                ::kill(::getpid(), SIGKILL);
            }
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

} // namespace

TEST_CASE("check: an interrupted run is found, and rebuild finishes it first") {
    for (const bool rebuilds : {true, false}) {
        Fixture fixture;
        fill(fixture);
        cut_off_other_mail(fixture);
        CHECK(fixture.ideas().count("mail/from-mail") == 1);
        const std::vector<Finding> findings = check(fixture.index());
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].file == fixture.at("index/staging"));
        CHECK(findings[0].remedy.find("ideary ingest") != std::string::npos);
        {
            const index::Lock writing(fixture.index(), 0); // as if it were still at work
            CHECK(check(fixture.index()).empty());
        }
        const IngestReport report = rebuilds ? rebuild(fixture.index()) : fixture.ingest({"left"});
        CHECK(report.failed.empty());
        CHECK(fixture.ideas().count("mail/other-mail") == 1);
        CHECK(fixture.ideas().count("mail/from-mail") == 0);
        CHECK(check(fixture.index(), true).empty());
    }
}

TEST_CASE("check: damaged archived input stays a finding after other runs") {
    Fixture fixture;
    fill(fixture);
    const std::string kept = fixture.at("index/" + index::archived_input("-:mail"));
    std::filesystem::resize_file(kept, 10);
    fixture.write("left/a.md", list({"Another one"}));
    REQUIRE(fixture.ingest({"left"}).sources_changed == 1);
    CHECK(found(check(fixture.index()), kept, "ideary ingest --name mail -"));
    std::filesystem::remove(kept);
    fixture.write("left/a.md", list({"And another one"}));
    REQUIRE(fixture.ingest({"left"}).sources_changed == 1);
    CHECK(found(check(fixture.index()), kept, "missing"));
    fixture.ingest_text(list({"From mail", "Two"}), as_mail());
    CHECK(check(fixture.index(), true).empty());
}

TEST_CASE("check: the remedy for archived input quotes its options for a shell") {
    Fixture fixture;
    IngestOptions options;
    options.stdin_name = "Bo's list";
    options.split.overrides.author = "Bo Lind";
    options.split.overrides.year = 2021;
    options.split.overrides.kind = Kind::talk;
    const std::string text = list({"From Bo", "Two"});
    fixture.ingest_text(text, options);
    const std::string kept = fixture.at("index/" + index::archived_input("-:Bo's list"));
    std::filesystem::remove(kept);
    CHECK(found(check(fixture.index()), kept,
                "with the options it came with: ideary ingest --name 'Bo'\\''s list' "
                "--author 'Bo Lind' --year 2021 --kind talk -"));
    fixture.ingest_text(text, options);
    CHECK(check(fixture.index(), true).empty());
    options.drop_persons = true;
    fixture.ingest_text(text, options);
    std::filesystem::remove(kept);
    CHECK(found(check(fixture.index()), kept, "--drop-persons --author NAME --year 2021"));
    CHECK_FALSE(found(check(fixture.index()), kept, "Lind"));
}

TEST_CASE("ingest: the same input repairs an archive that was compressed differently") {
    Fixture fixture;
    fill(fixture);
    const std::string name = "index/" + index::archived_input("-:mail");
    fixture.write(name, list({"From mail", "Two"})); // unpacked, it reads the same
    REQUIRE(found(check(fixture.index()), fixture.at(name), "mail"));
    fixture.ingest_text(list({"From mail", "Two"}), as_mail());
    CHECK(check(fixture.index(), true).empty());
    CHECK(fixture.ingest_text(list({"From mail", "Two"}), as_mail()).sources_unchanged == 1);
}
