// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "index/analysis/terms.hpp"
#include "index/check/check.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "index/storage/files.hpp"
#include "index/storage/space.hpp"
#include "index/writer/index_writer.hpp"
#include "text/normalize.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;
using schema::FieldId;

TEST_CASE("index: ideas are read back as they were added") {
    const TemporaryFolder folder;
    const auto ideas = some_ideas();
    {
        IndexWriter staging(folder.index(), 0);
        for (const Idea &idea : ideas) {
            CHECK_FALSE(staging.add(idea, "list.md"));
        }
        staging.put_source("list.md", "{\"file\":\"list.md\"}");
        CHECK(staging.ideas() == ideas.size());
        const Published published = staging.publish();
        CHECK(published.ideas == ideas.size());
        CHECK(published.generation == 1);
    }
    const SnapshotManager follower(folder.index(), Verify::full);
    const auto generation = follower.acquire();
    REQUIRE(generation->ideas() == ideas.size());
    CHECK(all_ideas(*generation) == ideas);
    CHECK(generation->sources() == 1);
    CHECK(generation->majority_language() == "en");
    CHECK(generation->terms() > 20);
    CHECK(generation->bytes() > 1000);
    CHECK(generation->source_key(1) == "list.md");
    CHECK(check_index(folder.index()).empty());
    CHECK(read_sources(folder.index()) ==
          std::map<std::string, std::string>{{"list.md", "{\"file\":\"list.md\"}"}});
}

TEST_CASE("index: a value is displayed in its most frequent spelling, in any order of ideas") {
    for (const bool turned : {false, true}) {
        const TemporaryFolder folder;
        auto ideas = some_ideas();
        for (int i = 0; i < 3; ++i) {
            ideas.push_back(full_idea("list/more-" + std::to_string(i), "More"));
            ideas.back().authors = {i < 2 ? "ADA MEIER" : "Ada Meier"};
        }
        if (turned) {
            std::reverse(ideas.begin(), ideas.end());
        }
        publish(folder.index(), ideas);
        const auto generation = SnapshotManager(folder.index(), Verify::full).acquire();
        const FacetColumn &authors = generation->column(FieldId::author);
        const auto ada = authors.find("ada meier");
        REQUIRE(ada);
        CHECK(authors.value(*ada) == "ADA MEIER");
        CHECK(authors.folded(*ada) == "ada meier");
        CHECK(authors.value_count() == 2);
        std::sort(ideas.begin(), ideas.end(),
                  [](const auto &a, const auto &b) { return a.id < b.id; });
        CHECK(all_ideas(*generation) == ideas);
    }
}

TEST_CASE("index: columns hold each value once, sorted by fold") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const auto generation = SnapshotManager(folder.index(), Verify::full).acquire();
    const FacetColumn &topics = generation->column(FieldId::topic);
    REQUIRE(topics.value_count() == 3);
    CHECK(topics.folded(0) == "c++");
    CHECK(topics.folded(1) == "deployment");
    CHECK(topics.folded(2) == "testing");
    for (Xapian::docid doc = 1; doc <= generation->last_doc(); ++doc) {
        if (generation->id(doc) == "list/cpp-tests") {
            const auto of = topics.of(doc);
            CHECK(std::vector<std::uint32_t>(of.begin(), of.end()) ==
                  std::vector<std::uint32_t>{2, 0});
        }
    }
    CHECK(topics.of(0).empty());
    CHECK(topics.of(4711).empty());
    CHECK(topics.value(4711).empty());
    CHECK_FALSE(topics.find("none"));
    CHECK(generation->column(FieldId::source).find("list"));
    CHECK(generation->column(FieldId::url).find("https://example.org/list"));
    CHECK(generation->column(FieldId::title).value_count() == 0);
}

TEST_CASE("index: lengths, years and ranks are stored by document") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const auto generation = SnapshotManager(folder.index(), Verify::full).acquire();
    std::map<std::string, std::uint32_t> rank;
    const auto lease = generation->lease();
    for (Xapian::docid doc = 1; doc <= generation->last_doc(); ++doc) {
        rank[std::string(generation->title(doc))] = generation->title_rank(doc);
        CHECK(generation->length(doc) == lease->get_doclength(doc));
        CHECK(generation->year(doc) == generation->idea(doc, false).year.value_or(0));
        CHECK(generation->idea(doc, false).body.empty());
        CHECK(lease->get_termfreq(id_term(generation->id(doc))) == 1);
        CHECK(lease->get_document(doc).get_data().empty()); // stored once: in records
    }
    CHECK(rank["Boring deploys"] < rank["C++ tests that read well"]);
    CHECK(rank["C++ tests that read well"] < rank["機械学習の話"]);
    CHECK(generation->year(99) == 0);
    CHECK(generation->id(0).empty());
    CHECK(generation->idea(99, true) == Idea());
}

TEST_CASE("index: a second run replaces, removes and keeps ideas") {
    const TemporaryFolder folder;
    publish(folder.index(), {full_idea("a/1", "One"), full_idea("a/2", "Two")}, "a");
    publish(folder.index(), {full_idea("b/1", "Three")}, "b");
    {
        IndexWriter staging(folder.index(), 0);
        CHECK(staging.sources().size() == 2);
        CHECK(staging.has("a/1"));
        CHECK_FALSE(staging.has("a/3"));
        CHECK(staging.add(full_idea("a/1", "One again"), "a"));
        CHECK(staging.remove_source("b") == 1);
        CHECK(staging.remove_source("b") == 0);
        CHECK_FALSE(staging.has("b/1"));
        CHECK_FALSE(staging.add(full_idea("a/3", "Four"), "a"));
        CHECK(staging.publish().ideas == 3);
    }
    const auto ideas = all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire());
    REQUIRE(ideas.size() == 3);
    CHECK(ideas[0].title == "One again");
    CHECK(ideas[1].title == "Two");
    CHECK(ideas[2].title == "Four");
    CHECK(read_sources(folder.index()).size() == 1);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("index: document numbers of removed ideas are reused") {
    const TemporaryFolder folder;
    std::vector<Idea> many;
    for (int i = 0; i < 20; ++i) {
        many.push_back(full_idea("m/" + std::to_string(i), "Many " + std::to_string(i)));
    }
    publish(folder.index(), many, "m");
    publish(folder.index(), {full_idea("n/1", "Last")}, "n");
    {
        IndexWriter staging(folder.index(), 0);
        CHECK(staging.remove_source("m") == 20);
        staging.publish();
    }
    const SnapshotManager follower(folder.index(), Verify::full);
    CHECK(follower.acquire()->ideas() == 1);
    CHECK(follower.acquire()->last_doc() == 21);
    CHECK_FALSE(follower.acquire()->exists(5));
    CHECK(follower.acquire()->column(FieldId::topic).of(5).empty());
    CHECK(follower.acquire()->title(21) == "Last");
    CHECK(check_index(folder.index()).empty());
    publish(folder.index(), many, "m");
    CHECK(follower.acquire()->ideas() == 21);
    CHECK(follower.acquire()->last_doc() == 21);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("index: removing and adding the same ideas equals a clean index") {
    const TemporaryFolder folder, clean;
    const auto ideas = some_ideas();
    publish(folder.index(), ideas, "s");
    for (int round = 0; round < 3; ++round) {
        IndexWriter staging(folder.index(), 0);
        staging.remove_ideas("s");
        for (auto at = ideas.rbegin(); at != ideas.rend(); ++at) {
            staging.add(*at, "s");
        }
        staging.publish();
    }
    publish(clean.index(), ideas, "s");
    const auto a = SnapshotManager(folder.index(), Verify::full).acquire();
    const auto b = SnapshotManager(clean.index(), Verify::full).acquire();
    CHECK(all_ideas(*a) == all_ideas(*b));
    CHECK(a->last_doc() == b->last_doc());
    const auto one = a->lease();
    const auto two = b->lease();
    CHECK(one->get_total_length() == two->get_total_length());
    for (auto at = one->allterms_begin(); at != one->allterms_end(); ++at) {
        CAPTURE(*at);
        CHECK(one->get_termfreq(*at) == two->get_termfreq(*at));
        CHECK(one->get_collection_freq(*at) == two->get_collection_freq(*at));
    }
    CHECK(a->terms() == b->terms());
}

TEST_CASE("index: nothing changes without a publish") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    {
        IndexWriter staging(folder.index(), 0);
        staging.add(full_idea("x/1", "Never seen"), "x");
        staging.put_source("x", "{}");
        std::ofstream(staging.new_input_path("x")) << "packed";
    }
    CHECK(check_index(folder.index()).empty());
    CHECK(all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire()) == some_ideas());
    IndexWriter staging(folder.index(), 0);
    CHECK_FALSE(staging.has("x/1"));
    CHECK(staging.sources().count("x") == 0);
    CHECK_FALSE(exists(staging.new_input_path("x")));
    CHECK(staging.publish().generation == 1); // nothing changed: no new generation
}

TEST_CASE("index: a failed writer repeats its failure on every call") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    IndexWriter staging(folder.index(), 0);
    CHECK(staging.has("list/boring-deploys"));
    std::filesystem::remove_all(folder.index() + "/staging");
    const auto first = error_kind([&] { staging.add(full_idea("x/1", "New"), "x"); });
    REQUIRE(first);
    CHECK(error_kind([&] { staging.add(full_idea("x/2", "New"), "x"); }) == first);
    CHECK(error_kind([&] { staging.has("list/boring-deploys"); }) == first);
    CHECK(error_kind([&] { staging.ideas(); }) == first);
    CHECK(error_kind([&] { staging.synonyms(); }) == first);
    CHECK(error_kind([&] { staging.remove_ideas("list.md"); }) == first);
    CHECK(error_kind([&] { staging.publish(); }) == first);
    CHECK(SnapshotManager(folder.index(), Verify::full).acquire()->ideas() == 3);
}

TEST_CASE("index: archived input is published and removed with its source") {
    const TemporaryFolder folder;
    std::string kept;
    {
        IndexWriter staging(folder.index(), 0);
        kept = staging.archived_input_path("-");
        staging.put_source("-", "{}");
        staging.add(full_idea("s/1", "From a pipe"), "-");
        std::ofstream(staging.new_input_path("-")) << "packed";
        staging.publish();
    }
    CHECK(exists(kept));
    CHECK(check_index(folder.index()).empty());
    std::ofstream(kept) << "other";
    const auto findings = check_index(folder.index());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == kept);
    IndexWriter staging(folder.index(), 0);
    staging.remove_source("-");
    staging.publish();
    CHECK_FALSE(exists(kept));
}

TEST_CASE("index: source keys and lines may hold any text") {
    const TemporaryFolder folder;
    const std::map<std::string, std::string> sources{
        {"", "{}"},
        {std::string(5000, 'k') + "\n\t\"\\ü\x01", "{\"a\":\"b\"}"},
        {"ordinary.md", "no JSON } at \"all"},
    };
    {
        IndexWriter staging(folder.index(), 0);
        for (const auto &[key, line] : sources) {
            staging.put_source(key, line);
        }
        staging.publish();
    }
    CHECK(read_sources(folder.index()) == sources);
    CHECK(IndexWriter(folder.index(), 0).sources() == sources);
    CHECK(read_sources(folder.path()).empty());
}

TEST_CASE("index: a rebuild starts empty and is visible only when published") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    {
        IndexWriter staging(folder.index(), 0, true);
        CHECK(staging.ideas() == 0);
        CHECK(staging.sources().empty());
        staging.add(full_idea("n/1", "New"), "n");
    }
    CHECK(all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire()).size() == 3);
    {
        IndexWriter staging(folder.index(), 0, true);
        staging.add(full_idea("n/1", "New"), "n");
        CHECK(staging.publish().generation == 2);
    }
    CHECK(all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire()).size() == 1);
    CHECK(check_index(folder.index()).empty());
    CHECK(IndexWriter(folder.index(), 0).ideas() == 1);
}

TEST_CASE("index: the previous generation is kept, older ones are removed") {
    const TemporaryFolder folder;
    for (int i = 1; i <= 4; ++i) {
        publish(folder.index(), {full_idea("a/" + std::to_string(i), "Title")});
    }
    CHECK_FALSE(exists(folder.index() + "/gen-000002"));
    CHECK(exists(folder.index() + "/gen-000003"));
    { const IndexWriter at_once(folder.index(), 0); }
    CHECK(exists(folder.index() + "/gen-000003"));
    std::filesystem::last_write_time(folder.index() + "/CURRENT",
                                     std::filesystem::file_time_type::clock::now() -
                                         std::chrono::seconds(61));
    { const IndexWriter a_minute_later(folder.index(), 0); }
    CHECK_FALSE(exists(folder.index() + "/gen-000003"));
    CHECK(exists(folder.index() + "/gen-000004"));
}

TEST_CASE("index: unusual path names and a trailing slash work") {
    const TemporaryFolder folder;
    for (const char *name :
         {"Ünïcode ordner", "テスト", "-dash", "a\nb", "%s %n", "dots..", "q'\""}) {
        const std::string path = folder.path() + "/" + name + "/deep/index/";
        CAPTURE(name);
        publish(path, some_ideas());
        CHECK(all_ideas(*SnapshotManager(path, Verify::full).acquire()) == some_ideas());
        CHECK(check_index(path).empty());
    }
}

TEST_CASE("index: a folder of other things is not made an index") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() + "/notes.txt") << "mine";
    CHECK(error_kind([&] { IndexWriter(folder.path(), 0); }) == ErrorKind::cannot_write);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"notes.txt"});
    const std::string file = folder.path() + "/notes.txt";
    CHECK(error_kind([&] { IndexWriter(file, 0); }) == ErrorKind::cannot_write);
    CHECK(error_kind([&] { IndexWriter(file + "/below", 0); }) == ErrorKind::cannot_write);
    CHECK(error_kind([&] { SnapshotManager(file, Verify::full); }) == ErrorKind::missing_input);
    CHECK(error_kind([&] { SnapshotManager(folder.path(), Verify::full); }) ==
          ErrorKind::missing_input);
    CHECK(error_kind([&] { SnapshotManager(folder.path() + "/none", Verify::full); }) ==
          ErrorKind::missing_input);
    CHECK(error_kind([&] { check_index(folder.path()); }) == ErrorKind::missing_input);
    REQUIRE(::mkfifo((folder.path() + "/fifo").c_str(), 0600) == 0);
    CHECK(error_kind([&] { IndexWriter(folder.path() + "/fifo", 0); }) == ErrorKind::cannot_write);
    CHECK(error_kind([&] { SnapshotManager(folder.path() + "/fifo", Verify::full); }) ==
          ErrorKind::missing_input);
    std::filesystem::create_symlink("loop", folder.path() + "/loop");
    CHECK(error_kind([&] { IndexWriter(folder.path() + "/loop", 0); }) == ErrorKind::cannot_write);
    CHECK(error_kind([&] { SnapshotManager(folder.path() + "/loop", Verify::full); }) ==
          ErrorKind::missing_input);
}

TEST_CASE("index: too little space is reported before anything is written") {
    const TemporaryFolder folder;
    publish(folder.index(), some_ideas());
    const auto bytes = [&] {
        std::map<std::string, std::uint64_t> sizes;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder.index())) {
            sizes[entry.path().string()] = entry.is_regular_file() ? entry.file_size() : 0;
        }
        return sizes;
    };
    const auto before = bytes();
    const std::uint64_t too_much = std::uint64_t{1} << 50;
    for (const bool fresh : {false, true}) {
        IndexWriter staging(folder.index(), 0, fresh);
        CHECK_NOTHROW(staging.reserve(1000));
        try {
            staging.reserve(too_much);
            FAIL("no error");
        } catch (const Error &error) {
            const std::string message = error.what();
            CHECK(error.kind() == ErrorKind::cannot_write);
            CHECK(message.find(folder.index()) != std::string::npos);
            CHECK(message.find("it needs 107374182") != std::string::npos);
            CHECK(message.find("MiB are free") != std::string::npos);
        }
    }
    CHECK(bytes() == before);
}

TEST_CASE("index: the space a run needs depends on its text, not on what was removed") {
    const std::uint64_t mib = 1 << 20;
    CHECK(room_for_run(0, 0) == headroom);
    CHECK(room_for_run(16 * mib, 0) == 160 * mib + headroom);
    CHECK(room_for_run(mib, 50 * mib) == 110 * mib + headroom);
    // Of the very first generation nothing is known but its staging.
    CHECK(room_to_publish({80 * mib, 0, 0, 16 * mib}) == 160 * mib + headroom);
    // A staging of 500 MiB, most of them of ideas that are gone.
    CHECK(room_to_publish({500 * mib, 499 * mib, 5 * mib, mib}) == 22 * mib + headroom);
    CHECK(room_to_publish({20 * mib, 10 * mib, 15 * mib, 4 * mib}) == 40 * mib + headroom);
}

TEST_CASE("index: a failed run frees what it wrote, at once or in the next run") {
    const TemporaryFolder folder;
    const std::string staging = folder.index() + "/staging";
    std::vector<Idea> many;
    for (int i = 0; i < 3000; ++i) {
        many.push_back(full_idea("many/" + std::to_string(i), "Title " + std::to_string(i * 7919)));
    }
    {
        IndexWriter first(folder.index(), 0); // the very first: nothing stays
        first.add(many[0], "many");
    }
    CHECK_FALSE(exists(staging));
    publish(folder.index(), some_ideas());
    const std::uint64_t before = folder_bytes(staging);
    const auto write = [&] {
        IndexWriter more(folder.index(), 0);
        for (const Idea &idea : many) {
            more.add(idea, "many");
        }
        CHECK(folder_bytes(staging) > before);
        std::filesystem::copy(staging, folder.path() + "/killed");
    };
    write();
    CHECK(folder_bytes(staging) <= before);
    CHECK(check_index(folder.index()).empty());
    std::filesystem::remove_all(staging); // as after a kill
    std::filesystem::rename(folder.path() + "/killed", staging);
    CHECK(folder_bytes(staging) > before);
    {
        const IndexWriter next(folder.index(), 0);
        CHECK(next.ideas() == 3);
        CHECK(folder_bytes(staging) <= before + 100);
    }
    publish(folder.index(), {full_idea("x/1", "One more")}, "x");
    CHECK(SnapshotManager(folder.index(), Verify::full).acquire()->ideas() == 4);
    CHECK(check_index(folder.index()).empty());
}

TEST_CASE("index: hostile text is indexed within the limits") {
    const TemporaryFolder folder;
    Idea idea = full_idea("h/1", std::string(100'000, 'x'));
    idea.body = std::string("nul \0 inside ", 13);
    for (int i = 0; i < 5000; ++i) {
        idea.topics.push_back("t" + std::to_string(i));
        idea.body += "\xF0\x9F\x98\x80\xFF ";
    }
    idea.section = {std::string(100'000, 'y')};
    publish(folder.index(), {idea});
    CHECK(check_index(folder.index()).empty());
    const auto stored = all_ideas(*SnapshotManager(folder.index(), Verify::full).acquire());
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].title.size() == 4096);
    CHECK(stored[0].topics.size() == 1000);
}

TEST_CASE("index: an index may be empty") {
    const TemporaryFolder folder;
    publish(folder.index(), {});
    const auto generation = SnapshotManager(folder.index(), Verify::full).acquire();
    CHECK(generation->ideas() == 0);
    CHECK(generation->majority_language() == "en");
    CHECK(check_index(folder.index()).empty());
}
