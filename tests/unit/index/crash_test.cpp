// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs that are cut off: at each step of a publish, and while ideas are added.
#include <doctest/doctest.h>

#include <csignal>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "index/check/check.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/files.hpp"
#include "index/storage/space.hpp"
#include "index/writer/index_writer.hpp"
#include "index/writer/publish.hpp"
#include "index/writer/transaction.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

namespace {

std::vector<Idea> with(std::vector<Idea> ideas, const Idea &one) {
    ideas.push_back(one);
    std::sort(ideas.begin(), ideas.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return ideas;
}

/// A run that is killed before the given step of its publish.
void run_until(const std::string &path, std::uint64_t step, const Idea &idea, bool fresh) {
    killed([&] {
        IndexWriter staging(path, 5, fresh);
        staging.add(idea, "second.md");
        staging.put_source("second.md", "{\"second\":1}");
        staging.publish([&](std::uint64_t done, std::uint64_t) {
            if (done == step) {
                ::kill(::getpid(), SIGKILL);
            }
        });
    });
}

} // namespace

TEST_CASE(
    "crash: readers see the old or the new index at each step, and the next run finishes it") {
    const auto old = some_ideas();
    const Idea added = full_idea("second/new", "New");
    const auto both = with(old, added);
    for (std::uint64_t step = 0; step < publish_steps; ++step) {
        CAPTURE(step);
        const TemporaryFolder folder;
        publish(folder.index(), old);
        run_until(folder.index(), step, added, false);
        const bool switched = step + 1 == publish_steps;
        CHECK(read_all(folder.index()) == (switched ? both : old));
        { const IndexWriter next(folder.index(), 5); } // finishes what was committed
        CHECK(read_all(folder.index()) == both);
        CHECK(read_sources(folder.index()).size() == 2);
        CHECK(check_index(folder.index()).empty());
    }
}

TEST_CASE("crash: the first run and a rebuild are whole or not there") {
    const auto old = some_ideas();
    const Idea added = full_idea("second/new", "New");
    for (std::uint64_t step = 0; step < publish_steps; ++step) {
        CAPTURE(step);
        const TemporaryFolder first, rebuilt;
        run_until(first.index(), step, added, false);
        { const IndexWriter next(first.index(), 5); }
        CHECK(read_all(first.index()) == std::vector<Idea>{added});
        CHECK(check_index(first.index()).empty());
        publish(rebuilt.index(), old);
        run_until(rebuilt.index(), step, added, true);
        { const IndexWriter next(rebuilt.index(), 5); }
        CHECK(read_all(rebuilt.index()) == std::vector<Idea>{added});
        CHECK(check_index(rebuilt.index()).empty());
    }
}

TEST_CASE("crash: nothing is visible and the lock is free [killed while adding]") {
    const TemporaryFolder folder;
    const auto write = [&](bool fresh) {
        IndexWriter staging(folder.index(), 0, fresh);
        staging.remove_source("list.md");
        for (int i = 0; i < 50; ++i) {
            staging.add(full_idea("k/" + std::to_string(i), "Killed"), "k");
        }
        ::kill(::getpid(), SIGKILL);
    };
    killed([&] { write(false); });
    CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::full); }) ==
          ErrorKind::missing_input);
    publish(folder.index(), some_ideas());
    killed([&] { write(false); });
    CHECK(check_index(folder.index()).empty());
    killed([&] { write(true); });
    CHECK(check_index(folder.index()).empty());
    CHECK(read_all(folder.index()) == some_ideas());
    const Idea added = full_idea("second/new", "New");
    publish(folder.index(), {added}, "second.md");
    CHECK(read_all(folder.index()) == with(some_ideas(), added));
}

TEST_CASE("crash: missing or damaged staging is rebuilt from the generation") {
    const Idea added = full_idea("second/new", "New");
    const char *harm[] = {"missing", "empty", "flipped", "cut", "no seal", "other file"};
    for (const std::string what : harm) {
        CAPTURE(what);
        const TemporaryFolder folder;
        publish(folder.index(), some_ideas());
        const std::string staging = folder.index() + "/staging";
        const std::string file = staging + "/postlist.glass";
        if (what == "missing") {
            std::filesystem::remove_all(staging);
        } else if (what == "empty") {
            std::filesystem::remove_all(staging);
            std::filesystem::create_directory(staging);
        } else if (what == "flipped") {
            flip(file, 300);
        } else if (what == "cut") {
            std::filesystem::resize_file(file, 100);
        } else if (what == "no seal") {
            std::filesystem::remove(staging + "/SEAL");
        } else {
            std::filesystem::remove(file);
            std::ofstream(file) << "other";
        }
        CHECK_FALSE(check_index(folder.index()).empty());
        CHECK(read_all(folder.index()) == some_ideas()); // readers never look there
        publish(folder.index(), {added}, "second.md");
        CHECK(read_all(folder.index()) == with(some_ideas(), added));
        CHECK(read_sources(folder.index()).size() == 2);
        CHECK(check_index(folder.index()).empty());
    }
}

TEST_CASE("crash: staging that the last run did not write is rebuilt") {
    const TemporaryFolder folder, other;
    publish(folder.index(), some_ideas());
    publish(other.index(), {full_idea("foreign/one", "Foreign")}, "foreign");
    for (const auto &entry : std::filesystem::directory_iterator(other.index() + "/staging")) {
        const std::string name = entry.path().filename().string();
        if (name.find("glass") != std::string::npos) { // all but the seal
            std::filesystem::copy_file(entry.path(), folder.index() + "/staging/" + name,
                                       std::filesystem::copy_options::overwrite_existing);
        }
    }
    const Idea added = full_idea("second/new", "New");
    publish(folder.index(), {added}, "second.md");
    CHECK(read_all(folder.index()) == with(some_ideas(), added));
}

TEST_CASE("crash: staging older than the generation in use is rebuilt") {
    const TemporaryFolder folder;
    publish(folder.index(), {full_idea("a/1", "One")}, "a");
    std::filesystem::copy(folder.index() + "/staging", folder.path() + "/old",
                          std::filesystem::copy_options::recursive);
    publish(folder.index(), {full_idea("a/2", "Two")}, "a");
    std::filesystem::remove_all(folder.index() + "/staging");
    std::filesystem::rename(folder.path() + "/old", folder.index() + "/staging");
    publish(folder.index(), {full_idea("a/3", "Three")}, "a");
    CHECK(read_all(folder.index()).size() == 3);
}

TEST_CASE("crash: a committed run is published even if the callback throws") {
    const TemporaryFolder folder;
    IndexWriter staging(folder.index(), 5);
    staging.add(full_idea("a/1", "One"), "a");
    CHECK_NOTHROW(staging.publish([](std::uint64_t, std::uint64_t) { throw 1; }));
    CHECK(read_all(folder.index()).size() == 1);
}

TEST_CASE("crash: an index never published is missing, one without CURRENT is damaged") {
    const TemporaryFolder folder;
    const Idea added = full_idea("a/1", "One");
    run_until(folder.index(), publish_steps - 2, added, false);
    const auto open = [&] { SnapshotManager(folder.index(), Verify::full); };
    CHECK(error_kind(open) == ErrorKind::missing_input);
    CHECK(error_kind([&] { check_index(folder.index()); }) == ErrorKind::missing_input);
    publish(folder.index(), {full_idea("b/1", "One")}, "b");
    CHECK(read_all(folder.index()).size() == 2);
    std::filesystem::remove(folder.index() + "/CURRENT");
    CHECK(error_kind(open) == ErrorKind::io);
}

TEST_CASE("crash: sources.jsonl is restored by the next run") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const std::string file = folder.index() + "/sources.jsonl";
    for (const bool gone : {true, false}) {
        if (gone) {
            std::filesystem::remove(file);
        } else {
            flip(file, 9);
        }
        const auto findings = check_index(folder.index());
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].file == file);
        { const IndexWriter next(folder.index(), 0); }
        CHECK(check_index(folder.index()).empty());
    }
}

TEST_CASE("crash: a generation that differs from staging is never published") {
    const TemporaryFolder folder, other;
    publish(folder.index(), some_ideas());
    publish(other.index(), {full_idea("a/1", "Another")});
    const Idea added = full_idea("second/new", "New");
    {
        IndexWriter staging(folder.index(), 0);
        staging.add(added, "second.md");
        const auto kind = error_kind([&] {
            staging.publish([&](std::uint64_t done, std::uint64_t) {
                if (done == 3) { // compacted, and about to be compared
                    for (const char *name : {"iamglass", "postlist.glass", "position.glass"}) {
                        put(folder.index() + "/gen-000002.tmp/" + name,
                            content(other.index() + "/gen-000001/" + name));
                    }
                }
            });
        });
        CHECK(kind == ErrorKind::io);
    }
    CHECK(read_all(folder.index()) == some_ideas());
    CHECK_FALSE(exists(folder.index() + "/gen-000002.tmp")); // its room is given back
    { const IndexWriter next(folder.index(), 0); }           // makes it again from staging
    CHECK(read_all(folder.index()) == with(some_ideas(), added));
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("crash: finishing an interrupted run needs the space of its ideas only") {
    const TemporaryFolder folder;
    std::vector<Idea> many;
    for (int i = 0; i < 3000; ++i) {
        many.push_back(full_idea("many/" + std::to_string(i), "Title " + std::to_string(i * 7919)));
    }
    publish(folder.index(), some_ideas());
    publish(folder.index(), many, "many");
    {
        IndexWriter staging(folder.index(), 0);
        staging.remove_source("many"); // staging keeps the room of its ideas
        staging.publish();
    }
    Transaction next(folder.index(), 0, false);
    next.current = read_current(folder.index());
    const std::uint64_t generation = next.generation_bytes();
    REQUIRE(folder_bytes(folder.index() + "/staging") > 4 * generation);
    CHECK(next.room_to_finish(3) == 2 * generation + headroom);
    CHECK(next.room_to_finish(6) > 3 * generation + headroom);
    CHECK(next.room_to_finish(6) <= 4 * generation + headroom);
    flip(folder.index() + "/gen-000003/MANIFEST", 20); // then nothing but staging tells
    CHECK(next.room_to_finish(3) == 2 * folder_bytes(folder.index() + "/staging") + headroom);
}
