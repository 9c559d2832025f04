// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Damage and strangers: found when an index is opened in full, named by file, never answered from.
#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <thread>

#include "index/analysis/terms.hpp"
#include "index/check/check.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/crc32c.hpp"
#include "index/storage/files.hpp"
#include "index/writer/index_writer.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

namespace {

std::string what(const std::string &path) {
    try {
        SnapshotManager(path, Verify::full);
    } catch (const Error &error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("damage: every file flipped, truncated, emptied, zeroed or removed is detected") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    publish(folder.index(), {full_idea("second/new", "New")}, "second.md");
    std::vector<std::string> files{folder.index() + "/CURRENT", folder.index() + "/sources.jsonl"};
    for (const char *part : {"gen-000001", "gen-000002", "staging"}) {
        for (const std::string &name : names_in(folder.index() + "/" + part)) {
            if (name != "flintlock") {
                files.push_back(folder.index() + "/" + part + "/" + name);
            }
        }
    }
    REQUIRE(files.size() > 18);
    std::mt19937 random(7);
    for (const std::string &file : files) {
        const std::string whole = content(file);
        for (int harm = 0; harm < 8; ++harm) {
            CAPTURE(file);
            CAPTURE(harm);
            std::string bytes = whole;
            if (harm < 4) {
                bytes[random() % bytes.size()] ^= static_cast<char>(1 << (random() % 8));
            } else if (harm == 4) {
                bytes.resize(random() % bytes.size());
            } else if (harm == 5) {
                bytes.clear();
            } else if (harm == 6) {
                bytes.assign(bytes.size(), '\0');
            }
            put(file, bytes);
            if (harm == 7) {
                std::filesystem::remove(file);
            }
            const bool in_use = file.find("gen-000002") != std::string::npos ||
                                file.find("CURRENT") != std::string::npos;
            const std::string message = what(folder.index());
            CHECK(message.empty() != in_use);
            if (in_use) {
                CHECK(message.find(file) != std::string::npos);
            }
            const auto findings = check_index(folder.index());
            REQUIRE_FALSE(findings.empty());
            CHECK(std::any_of(findings.begin(), findings.end(),
                              [&](const Finding &each) { return each.file == file; }));
            put(file, whole);
        }
    }
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("damage: a flipped bit never leads outside the mapping [quick open]") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    std::mt19937 random(11);
    for (const char *name : {"columns", "records"}) {
        const std::string file = folder.index() + "/gen-000001/" + name;
        const std::string whole = content(file);
        for (int round = 0; round < 300; ++round) {
            std::string bytes = whole;
            for (int i = 0; i < 4; ++i) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            put(file, bytes);
            try {
                const auto generation =
                    Generation::open(folder.index() + "/gen-000001", Verify::quick);
                for (Xapian::docid doc = 0; doc <= generation->last_doc() + 1; ++doc) {
                    (void)generation->idea(doc, true);
                    (void)generation->body(doc);
                    (void)generation->source_key(doc);
                }
            } catch (const Error &error) {
                CHECK(error.kind() == ErrorKind::io);
            }
        }
        put(file, whole);
    }
}

TEST_CASE("damage: touched files are read in full [quick open]") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string generation = folder.index() + "/gen-000001";
    for (const std::string &name : names_in(generation)) {
        const std::string file = generation + "/" + name, whole = content(file);
        std::string bytes = whole;
        bytes[bytes.size() / 2] ^= 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(15)); // a tick of the file system
        put(file, bytes);
        CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::quick); }) == ErrorKind::io);
        CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::by_size); }) ==
              ErrorKind::io);
        put(file, whole);
    }
    // As they were, but not the ones that were published: still answered from.
    CHECK(SnapshotManager(folder.index(), Verify::quick).acquire()->ideas() == some_ideas().size());
}

TEST_CASE("damage: another format is refused by name") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    for (const std::string name : {"/CURRENT", "/gen-000001/MANIFEST"}) {
        const std::string file = folder.index() + name;
        const std::string whole = content(file);
        for (const char *format : {"format 0", "format 2", "format 17", "format x"}) {
            put(file, with_line(whole, "format ", format));
            try {
                SnapshotManager(folder.index(), Verify::quick);
                FAIL("no error");
            } catch (const Error &error) {
                CHECK(error.kind() == ErrorKind::incompatible);
                CHECK(std::string(error.what()).find(format) != std::string::npos);
                CHECK(error.hint().find("ideary ingest --rebuild") != std::string::npos);
            }
            CHECK(error_kind([&] { IndexWriter(folder.index(), 0); }) == ErrorKind::incompatible);
        }
        put(file, whole);
    }
}

TEST_CASE("damage: an index of an unknown format can be rebuilt") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    put(folder.index() + "/CURRENT", "ideary index\nformat 9\nshard 7\n");
    CHECK(read_sources(folder.index()).size() == 1);
    IndexWriter staging(folder.index(), 0, true);
    staging.add(full_idea("n/1", "New"), "n");
    CHECK(staging.publish().generation == 2);
    CHECK(all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire()).size() == 1);
}

TEST_CASE("damage: an unknown feature and another analyzer are refused by name") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string file = folder.index() + "/gen-000001/MANIFEST";
    const std::string whole = content(file);
    put(file, with_line(whole, "features ", "features columns time-travel"));
    CHECK(what(folder.index()).find("\"time-travel\"") != std::string::npos);
    CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::quick); }) ==
          ErrorKind::incompatible);
    CHECK(error_kind([&] { IndexWriter(folder.index(), 0); }) == ErrorKind::incompatible);
    put(file, with_line(whole, "analyzer ", "analyzer rules 0"));
    CHECK(what(folder.index()).find("another analyzer (rules 0") != std::string::npos);
    CHECK(error_kind([&] { IndexWriter(folder.index(), 0); }) == ErrorKind::incompatible);
    const auto findings = check_index(folder.index());
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0].remedy.find("--rebuild") != std::string::npos);
}

TEST_CASE("damage: a Xapian stub file is never opened") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string generation = folder.index() + "/gen-000001";
    put(folder.path() + "/stub", "auto " + generation + "\n");
    CHECK(error_kind([&] { SnapshotManager(folder.path() + "/stub", Verify::full); }) ==
          ErrorKind::missing_input);
    std::filesystem::remove(generation + "/iamglass");
    put(generation + "/XAPIANDB", "prog true\n");
    CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::quick); }) == ErrorKind::io);
}
