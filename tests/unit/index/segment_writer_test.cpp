// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A first run that is written by two threads: the same ideas as by one, or nothing.
#include <doctest/doctest.h>

#include <csignal>
#include <map>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

#include "index/check/check.hpp"
#include "index/storage/files.hpp"
#include "index/writer/index_writer.hpp"
#include "index/writer/publish.hpp"
#include "index/writer/segment_writer.hpp"
#include "index/writer/writer_database.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

namespace {

constexpr std::size_t small_batch = 100; ///< bytes: three ideas or four

Idea numbered(int number, const std::string &body = "") {
    Idea idea = full_idea("many/" + std::to_string(number), "Number " + std::to_string(number));
    idea.body = body.empty() ? "About thing" + std::to_string(number % 17) + " and more" : body;
    idea.year = 2000 + number % 20;
    return idea;
}

/// What Xapian stores of each document: id → data and terms with wdf and positions.
std::map<std::string, std::string> documents_in(const std::string &path) {
    const Xapian::Database database(path);
    std::map<std::string, std::string> documents;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        std::string id, text = database.get_document(*at).get_data();
        for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
            text += "\n" + *term + " " + std::to_string(term.get_wdf());
            for (auto place = term.positionlist_begin(); place != term.positionlist_end();
                 ++place) {
                text += " " + std::to_string(*place);
            }
            id = (*term)[0] == 'Q' ? *term : id;
        }
        CHECK(documents.emplace(id, text).second);
    }
    return documents;
}

/// 300 ideas, some of them once more: in the same batch, a later one, and a later part.
std::vector<Idea> with_repetitions() {
    std::vector<Idea> ideas;
    for (int i = 0; i < 300; ++i) {
        ideas.push_back(numbered(i));
        for (const int before : {1, 25, 250}) {
            if (i % 50 == 20 && i >= before) {
                ideas.push_back(numbered(i - before, "Said again after " + std::to_string(before)));
            }
        }
    }
    return ideas;
}

/// Adds all, and gives how many replaced another.
template <class Writer> int add_all(Writer &writer, const std::vector<Idea> &ideas) {
    int replaced = 0;
    for (const Idea &idea : ideas) {
        replaced += writer.add(idea, "many.jsonl") ? 1 : 0;
    }
    return replaced;
}

/// 150 ideas of 60,000 bytes: several batches of a real run.
std::vector<Idea> large_ideas() {
    std::vector<Idea> ideas;
    for (int i = 0; i < 150; ++i) {
        std::string body;
        while (body.size() < 60'000) {
            body += "word" + std::to_string((body.size() / 7 + i) % 90) + " of it\n";
        }
        ideas.push_back(numbered(i, body));
    }
    std::sort(ideas.begin(), ideas.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return ideas;
}

} // namespace

TEST_CASE("segments: merged segments equal one database") {
    const TemporaryFolder folder;
    const auto ideas = with_repetitions();
    WriterDatabase store(folder.path() + "/store");
    const int replaced = add_all(store, ideas);
    store.commit(1);
    SegmentWriter parts(folder.path() + "/parts", small_batch);
    CHECK(add_all(parts, ideas) == replaced);
    CHECK(replaced > 10);
    CHECK(parts.ideas() == 300);
    CHECK(parts.has("many/7"));
    CHECK_FALSE(parts.has("many/300"));
    CHECK_FALSE(parts.only_in_memory());
    CHECK(exists(folder.path() + "/parts/002")); // more than a part for each thread
    parts.merge_into(folder.path() + "/merged");
    CHECK_FALSE(exists(folder.path() + "/parts"));
    const bool same =
        documents_in(folder.path() + "/merged") == documents_in(folder.path() + "/store");
    CHECK(same);
}

TEST_CASE("segments: the same ideas give the same bytes, whichever thread is faster") {
    const TemporaryFolder folder;
    const std::string paths[] = {folder.path() + "/one", folder.path() + "/two"};
    for (const std::string &path : paths) {
        SegmentWriter parts(folder.path() + "/parts", small_batch);
        add_all(parts, with_repetitions());
        parts.merge_into(path);
    }
    for (const std::string table : {"postlist", "position", "termlist", "docdata"}) {
        const bool same = content(paths[0] + "/" + table + ".glass") ==
                          content(paths[1] + "/" + table + ".glass");
        CHECK_MESSAGE(same, table);
    }
}

TEST_CASE("segments: a small run stays in memory") {
    const TemporaryFolder folder;
    SegmentWriter parts(folder.path() + "/parts", 1 << 20);
    CHECK_FALSE(parts.add(numbered(1), "a"));
    CHECK_FALSE(parts.add(numbered(2), "b"));
    CHECK(parts.add(numbered(1, "Other words"), "c"));
    CHECK(parts.only_in_memory());
    CHECK_FALSE(exists(folder.path() + "/parts"));
    const auto taken = parts.take_ideas();
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].idea == numbered(1, "Other words"));
    CHECK(taken[0].source_key == "c");
    CHECK(taken[1].source_key == "b");
}

TEST_CASE("segments: a failure of a thread is thrown by each later call") {
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/parts";
    {
        SegmentWriter parts(path, small_batch);
        make_folder(path);
        put(path + "/001", "a file in the way");
        const auto first = error_kind([&] { add_all(parts, with_repetitions()); });
        REQUIRE(first);
        CHECK(error_kind([&] { parts.add(numbered(1), "a"); }) == first);
        CHECK(error_kind([&] { parts.has("many/1"); }) == first);
        CHECK(error_kind([&] { parts.ideas(); }) == first);
        CHECK(error_kind([&] { parts.merge_into(folder.path() + "/merged"); }) == first);
    }
    CHECK_FALSE(exists(path));
    CHECK_FALSE(exists(folder.path() + "/merged"));
}

TEST_CASE("segments: a second run follows a large first run") {
    const TemporaryFolder folder;
    auto ideas = large_ideas();
    {
        IndexWriter staging(folder.index(), 5);
        CHECK(add_all(staging, ideas) == 0);
        CHECK(staging.has("many/0"));
        CHECK(staging.ideas() == ideas.size());
        CHECK(exists(folder.index() + "/staging.parts"));
        staging.put_source("many.jsonl", "{\"many\":1}");
        staging.put_synonyms("a table");
        CHECK(staging.publish().ideas == ideas.size());
    }
    CHECK_FALSE(exists(folder.index() + "/staging.parts"));
    CHECK(read_all(folder.index()) == ideas);
    CHECK(check_index(folder.index()).empty());
    {
        IndexWriter staging(folder.index(), 5);
        CHECK(staging.sources().at("many.jsonl") == "{\"many\":1}");
        CHECK(staging.synonyms() == "a table");
        ideas[3].title = "Another title";
        CHECK(staging.add(ideas[3], "many.jsonl"));
        CHECK(staging.publish().ideas == ideas.size());
    }
    CHECK(read_all(folder.index()) == ideas);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("segments: sources can be removed before the merge") {
    const TemporaryFolder folder;
    const auto ideas = large_ideas();
    IndexWriter staging(folder.index(), 5);
    CHECK(staging.remove_source("many.jsonl") == 0);
    add_all(staging, ideas);
    staging.add(full_idea("other/one", "Other"), "other.md");
    staging.put_source("other.md", "{}");
    CHECK(staging.remove_source("many.jsonl") == ideas.size());
    CHECK(staging.ideas() == 1);
    CHECK(staging.publish().ideas == 1);
    CHECK(read_all(folder.index()) == std::vector{full_idea("other/one", "Other")});
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("segments: a stopped first run leaves nothing") {
    const TemporaryFolder folder;
    const auto ideas = large_ideas();
    const auto add_some = [&](bool fresh) {
        IndexWriter staging(folder.index(), 5, fresh);
        add_all(staging, ideas);
        throw std::runtime_error("stopped");
    };
    CHECK_THROWS_AS(add_some(false), std::runtime_error);
    CHECK_FALSE(exists(folder.index() + "/staging.parts"));
    CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::full); }) ==
          ErrorKind::missing_input);
    publish(folder.index(), some_ideas());
    CHECK_THROWS_AS(add_some(true), std::runtime_error);
    CHECK(read_all(folder.index()) == some_ideas());
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("segments: a killed first run or rebuild is whole or not there") {
    const auto ideas = large_ideas();
    const std::vector<std::uint64_t> steps{0, 1, publish_steps - 1, publish_steps};
    for (const bool fresh : {false, true}) {
        for (const std::uint64_t step : steps) {
            CAPTURE(fresh);
            CAPTURE(step);
            const TemporaryFolder folder;
            if (fresh) {
                publish(folder.index(), some_ideas());
            }
            killed([&] {
                IndexWriter staging(folder.index(), 5, fresh);
                add_all(staging, ideas);
                staging.put_source("many.jsonl", "{}");
                if (step < publish_steps) { // else before the publish
                    staging.publish([&](std::uint64_t done, std::uint64_t) {
                        if (done == step) {
                            ::kill(::getpid(), SIGKILL);
                        }
                    });
                }
            });
            { const IndexWriter next(folder.index(), 5); } // finishes what was committed
            CHECK_FALSE(exists(folder.index() + "/staging.parts"));
            if (step < publish_steps) {
                CHECK(read_all(folder.index()) == ideas);
            } else if (fresh) {
                CHECK(read_all(folder.index()) == some_ideas());
            } else {
                CHECK(error_kind([&] { SnapshotManager(folder.index(), Verify::full); }) ==
                      ErrorKind::missing_input);
            }
            publish(folder.index(), some_ideas());
            CHECK(check_index(folder.index()).empty());
        }
    }
}
