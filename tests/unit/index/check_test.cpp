// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What check finds, and how it says it.
#include <doctest/doctest.h>

#include <cstring>

#include <sys/wait.h>
#include <unistd.h>

#include "index/analysis/terms.hpp"
#include "index/check/check.hpp"
#include "index/format/manifest.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/storage/files.hpp"
#include "index/writer/index_writer.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

TEST_CASE("check: columns that differ from the postings are found") {
    const TemporaryFolder folder, other;
    publish(folder.index(), some_ideas());
    auto ideas = some_ideas();
    ideas[0].topics = {"Another one", "Testing"};
    publish(other.index(), ideas);
    // A generation of two halves whose sizes and CRCs all fit.
    const std::string into = folder.index() + "/gen-000001", from = other.index() + "/gen-000001";
    const auto columns = content(from + "/columns");
    put(into + "/columns", columns);
    char line[100];
    std::snprintf(line, sizeof line, "file columns %zu %08x", columns.size(), crc32c(columns));
    put(into + "/MANIFEST", with_line(content(into + "/MANIFEST"), "file columns", line));
    CHECK_NOTHROW(SnapshotManager(folder.index(), Verify::full));
    const auto findings = check_index(folder.index());
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0].file == into + "/columns");
    CHECK(findings[0].problem.find("topic") != std::string::npos);
}

namespace {

/// Changes a file of a generation, and MANIFEST with it: nothing but the content tells.
void change(const std::string &generation, const std::string &name, std::size_t at) {
    std::string bytes = content(generation + "/" + name);
    bytes[at] ^= 1;
    put(generation + "/" + name, bytes);
    char line[100];
    std::snprintf(line, sizeof line, "file %s %zu %08x", name.c_str(), bytes.size(), crc32c(bytes));
    const std::string manifest = generation + "/MANIFEST";
    put(manifest, with_line(content(manifest), "file " + name + " ", line));
}

/// Where a section begins in a file of columns: 16 bytes, then 40 for each with its name first.
std::size_t section_at(const std::string &bytes, const std::string &name) {
    const std::size_t entry = bytes.find(name + '\0', 16);
    std::uint64_t offset = 0;
    std::memcpy(&offset, bytes.data() + entry + 24, sizeof offset);
    return offset;
}

} // namespace

TEST_CASE("check: redundant copies of postings and facets are compared") {
    const TemporaryFolder folder;
    std::vector<Idea> ideas;
    for (int i = 0; i < 100; ++i) {
        ideas.push_back(full_idea("list/" + std::to_string(i), "Boring deploys"));
    }
    publish(folder.index(), ideas);
    const std::string generation = folder.index() + "/gen-000001";
    REQUIRE(check_index(folder.index()).empty());
    struct Copy {
        std::string file, section;
        std::size_t at;
    };
    for (const Copy &copy : std::vector<Copy>{{"frequent", "postings", 9},
                                              {"columns", "facets", 9},
                                              {"columns", "author.ranks", 1},
                                              {"words", "lists", 9}}) {
        const std::string &file = copy.file;
        const std::size_t at = section_at(content(generation + "/" + file), copy.section) + copy.at;
        change(generation, file, at);
        const auto findings = check_index(folder.index());
        REQUIRE_FALSE(findings.empty());
        CHECK(findings[0].file == generation + "/" + file);
        change(generation, file, at);
    }
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("check: a finding has the path once, the cause and a fitting remedy") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string index = folder.index(), generation = index + "/gen-000001";
    const auto only = [&](const std::string &file) {
        const auto findings = check_index(index + "/");
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].file == file);
        CHECK(findings[0].problem.find(index) == std::string::npos);
        CHECK(findings[0].problem.substr(0, 3) == "it ");
        return findings[0];
    };
    const std::string current = content(index + "/CURRENT");
    put(index + "/CURRENT", with_line(current, "format ", "format 7"));
    CHECK(only(index + "/CURRENT").kind == ErrorKind::incompatible);
    put(index + "/CURRENT", current.substr(0, current.size() - 1));
    CHECK(only(index + "/CURRENT").kind == ErrorKind::io);
    put(index + "/CURRENT", current);
    put(generation + "/stray", "x");
    CHECK(only(generation + "/stray").remedy == "Remove it");
    std::filesystem::remove(generation + "/stray");
    const std::string seal = content(index + "/staging/SEAL");
    put(index + "/staging/SEAL", seal + "x");
    CHECK(only(index + "/staging/SEAL").remedy.find("next ideary ingest") != std::string::npos);
    put(index + "/staging/SEAL", seal);
    std::filesystem::remove(index + "/sources.jsonl");
    CHECK(only(index + "/sources.jsonl").remedy.find("next ideary ingest") != std::string::npos);
}

TEST_CASE("check: an incompatible generation left by a rebuild is no finding") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string file = folder.index() + "/gen-000001/MANIFEST";
    put(file, with_line(content(file), "format ", "format 7"));
    put(folder.index() + "/CURRENT", "ideary index\nformat 7\n");
    IndexWriter staging(folder.index(), 0, true);
    staging.add(full_idea("n/1", "New"), "n");
    staging.publish();
    REQUIRE(std::filesystem::exists(file));
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("check: a MANIFEST of another generation is found") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    publish(folder.index(), {full_idea("second/new", "New")}, "second.md");
    const std::string first = folder.index() + "/gen-000001/MANIFEST";
    put(first, content(folder.index() + "/gen-000002/MANIFEST"));
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == first);
    const std::string second = folder.index() + "/gen-000002/MANIFEST";
    put(second, with_line(content(second), "generation ", "generation 1"));
    try {
        SnapshotManager(folder.index(), Verify::full);
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(std::string(error.what()).find(second) == 0);
    }
}

TEST_CASE("check: every file is checked, however many are damaged") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    publish(folder.index(), {full_idea("second/new", "New")}, "second.md");
    for (const char *generation : {"/gen-000001", "/gen-000002"}) {
        flip(folder.index() + generation + "/columns", 100);
    }
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].file == folder.index() + "/gen-000002/columns");
    CHECK(findings[1].file == folder.index() + "/gen-000001/columns");
}

TEST_CASE("check: unreadable files are reported with a hint at permissions") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    const std::string generation = folder.index() + "/gen-000001";
    const auto told_as_nobody = [&](const std::string &closed) {
        std::filesystem::permissions(closed, std::filesystem::perms(0));
        const ::pid_t child = ::fork();
        if (child == 0) {
            if (::geteuid() == 0 && ::setuid(65534) != 0) {
                ::_exit(9);
            }
            bool hinted = false;
            try {
                SnapshotManager(folder.index(), Verify::full);
            } catch (const Error &error) {
                hinted = error.kind() == ErrorKind::io &&
                         error.hint().find("permissions") != std::string::npos;
            }
            bool found = false;
            try {
                for (const Finding &each : check_index(folder.index())) {
                    found = found || each.remedy.find("permissions") != std::string::npos;
                }
            } catch (const Error &error) {
                found = error.hint().find("permissions") != std::string::npos;
            }
            ::_exit(hinted && found ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        std::filesystem::permissions(closed, std::filesystem::perms(0755));
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    };
    for (const std::string &closed :
         {folder.path(), folder.index(), generation, folder.index() + "/CURRENT",
          generation + "/MANIFEST", generation + "/columns", generation + "/records",
          generation + "/postlist.glass", generation + "/position.glass"}) {
        CAPTURE(closed);
        CHECK(told_as_nobody(closed));
    }
}

TEST_CASE("manifest: very many inputs fit") {
    const TemporaryFolder folder;
    Manifest manifest;
    manifest.generation = 1;
    manifest.analyzer = fingerprint();
    manifest.features.assign(schema::features().begin(), schema::features().end());
    manifest.language = "en";
    const std::string name(32, 'a');
    for (int i = 0; i < 30'000; ++i) {
        manifest.inputs.push_back({name + std::to_string(i) + ".gz", 1000, 0x12345678});
    }
    const std::string generation = folder.path() + "/gen-000001";
    std::filesystem::create_directory(generation);
    put(generation + "/MANIFEST", to_text(manifest));
    CHECK(read_manifest(generation).inputs.size() == 30'000);
}

TEST_CASE("check: the counts in MANIFEST are compared") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string manifest = folder.index() + "/gen-000001/MANIFEST";
    const std::string good = content(manifest);
    for (const std::string name : {"ideas", "sources", "terms"}) {
        CAPTURE(name);
        put(manifest, with_line(good, name + " ", name + " 99"));
        const auto findings = check_index(folder.index());
        REQUIRE_FALSE(findings.empty());
        CHECK(std::any_of(findings.begin(), findings.end(),
                          [&](const Finding &one) { return one.file == manifest; }));
    }
    put(manifest, with_line(good, "ideas ", "ideas 4000000000")); // more than memory would hold
    REQUIRE(check_index(folder.index()).size() == 1);
    CHECK(check_index(folder.index())[0].problem.find("too many ideas") != std::string::npos);
    put(manifest, good);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("check: the orders of titles and values are compared") {
    const TemporaryFolder folder;
    std::vector<Idea> ideas;
    for (int i = 0; i < 4; ++i) {
        ideas.push_back(full_idea("list/" + std::to_string(i), "Title " + std::to_string(i)));
        ideas.back().authors = {"Author " + std::to_string(i)};
    }
    publish(folder.index(), ideas);
    const std::string generation = folder.index() + "/gen-000001", file = generation + "/columns";
    REQUIRE(check_index(folder.index()).empty());
    const std::string good = content(file);
    // Ranks of four bytes; the lowest bit of two neighbours makes them change places.
    const std::size_t titles = section_at(good, "title.rank") + 4; // of document 1
    const std::size_t authors = section_at(good, "author.ranks");
    for (const std::size_t at : {titles, authors}) {
        change(generation, "columns", at);
        change(generation, "columns", at + 4);
        const auto findings = check_index(folder.index());
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].file == file);
        CHECK(findings[0].problem.find("its order of ") == 0);
        change(generation, "columns", at);
        change(generation, "columns", at + 4);
    }
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("check: generations are checked [no CURRENT]") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string current = folder.index() + "/CURRENT";
    const std::string columns = folder.index() + "/gen-000001/columns";
    const std::string one = content(current), other = content(columns);
    put(current, other);
    put(columns, one);
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].file == current);
    CHECK(findings[1].file == columns);
    CHECK(findings[1].remedy == findings[0].remedy); // it may be the one that was in use
}

TEST_CASE("check: the remedy for a replaced generation works at once") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    publish(folder.index(), {full_idea("second/new", "New")}, "second.md");
    const std::string old = folder.index() + "/gen-000001";
    put(old + "/columns", content(old + "/columns") + "x");
    { const IndexWriter next(folder.index(), 0); } // keeps it for readers
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == old + "/columns");
    CHECK(findings[0].remedy.find("remove its folder") != std::string::npos);
    std::filesystem::remove_all(old);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("check: a file named like the folder of archived inputs is found") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string sources = folder.index() + "/sources";
    std::filesystem::remove_all(sources);
    put(sources, "x");
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == sources);
    std::filesystem::remove(sources);
    publish(folder.index(), some_ideas());
    CHECK(check_index(folder.index()).empty());
}
