// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The open index: single ideas, new generations, threads, hostile queries.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include <pthread.h>

#include "ideary/error.hpp"
#include "index/format/manifest.hpp"
#include "index/storage/stat_fingerprint.hpp"
#include "unit/search/fixture.hpp"

using ideary::Idea;
using ideary::Query;
using ideary::Results;
using ideary::SearchOptions;
using search_test::idea;
using search_test::TestIndex;

TEST_CASE("index: show returns a whole idea or nothing") {
    Idea whole = idea("a", "One", "Body\n\nwith two paragraphs");
    whole.links = {{"a link", "https://example.org"}};
    const TestIndex index({whole});
    const auto shown = index->show("list/a");
    REQUIRE(shown);
    CHECK(shown->body == whole.body);
    CHECK(shown->links == whole.links);
    CHECK_FALSE(index->show("list/b"));
    CHECK_FALSE(index->show(""));
    CHECK_FALSE(index->show(std::string("a\0b", 3)));
    const Results results = index.search("one");
    CHECK(results.hits[0].idea.body.empty());
    CHECK(results.took_ms > 0);
    CHECK(index->info().ideas == 1);
}

TEST_CASE("index: opening something else fails with its error kind") {
    search_test::Folder folder;
    try {
        ideary::Index::open(folder.index());
        FAIL("opened");
    } catch (const ideary::Error &error) {
        CHECK(error.kind() == ideary::ErrorKind::missing_input);
    }
}

TEST_CASE("index: an open index follows new generations") {
    search_test::Folder folder;
    search_test::write(folder.index(), {idea("a", "One")});
    const ideary::Index index = ideary::Index::open(folder.index());
    CHECK(index.search(Query::parse("two")).total == 0);
    search_test::write(folder.index(), {idea("b", "Two")});
    CHECK(index.search(Query::parse("two")).total == 1);
    CHECK(index.search(Query::parse("")).total == 2);
    CHECK(index.search(Query::parse("tow words")).did_you_mean == std::nullopt);
}

TEST_CASE("search: hostile queries take bounded time and stack") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 40; ++i) {
        ideas.push_back(idea("i" + std::to_string(i),
                             "The state of the art in C++ " + std::string(1, char('a' + i % 26))));
    }
    const TestIndex index(ideas);
    const auto repeat = [](const std::string &text, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) {
            out += text;
        }
        return out;
    };
    std::string groups = "state";
    for (int i = 0; i < 40; ++i) {
        groups = "(" + groups + (i % 2 == 0 ? " AND art" : " OR the") + ")";
    }
    std::vector<std::string> hostile{
        groups,
        repeat("(", 90000),
        repeat("\"the of\" ", 400),
        repeat("the NEAR/64 of ", 300),
        repeat("st* ar* ", 500),
        repeat("satte~ ", 500),
        repeat("year:..3000 ", 300),
        repeat("author:a* ", 400),
        repeat("-state +art ", 300),
        repeat("a-b-c-d/", 500),
        repeat("机器学习", 400),
        repeat("e\u0301\u0302", 900),
        std::string(4096, '\xff'),
        std::string("a\0b", 3),
    };
    hostile.push_back("");
    for (char a = 'a'; a <= 'z'; ++a) {
        hostile.back() += std::string(1, a) + "x* " + a + std::string("qq~ ");
    }
    struct Work {
        const TestIndex &index;
        const std::vector<std::string> &queries;
        bool failed = false;
    } work{index, hostile};
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 256 * 1024);
    pthread_t thread{};
    const auto start = std::chrono::steady_clock::now();
    pthread_create(
        &thread, &small,
        [](void *given) -> void * {
            auto &todo = *static_cast<Work *>(given);
            for (const std::string &query : todo.queries) {
                try {
                    todo.index.search(query);
                } catch (...) {
                    todo.failed = true;
                }
            }
            return nullptr;
        },
        &work);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&small);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK_FALSE(work.failed);
    CHECK(took.count() < 5);
}

TEST_CASE("search: damaged columns are not read out of bounds [quick open]") {
    search_test::Folder folder;
    Idea one = idea("a", "Shared words");
    one.topics = {"Testing"};
    one.year = 2024;
    search_test::write(folder.index(), {one, idea("b", "Shared too")});
    const std::string file = folder.index() + "/gen-000001/columns";
    std::string whole;
    {
        std::ifstream in(file, std::ios::binary);
        whole.assign(std::istreambuf_iterator<char>(in), {});
    }
    std::mt19937 random(7);
    int answered = 0;
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 4; ++i) {
            bytes[bytes.size() / 4 + random() % (bytes.size() * 3 / 4)] =
                static_cast<char>(random());
        }
        std::ofstream(file, std::ios::binary) << bytes;
        // The times are unchanged, as after a fault of the disk.
        std::ofstream(folder.index() + "/CURRENT") << ideary::index::to_text(
            ideary::index::Current{1, ideary::index::stat_fingerprint(folder.index() + "/gen-000001")});
        try {
            const auto index = ideary::Index::open(folder.index(), {ideary::Verify::quick});
            SearchOptions options;
            options.facets = {"topic", "year", "source", "language"};
            index.search(Query::parse("shared words"), options);
            ++answered;
        } catch (const ideary::Error &error) {
            CHECK(error.kind() == ideary::ErrorKind::io);
        }
    }
    CHECK(answered > 0);
}

TEST_CASE("index: threads share one index during writes") {
    search_test::Folder folder;
    std::vector<Idea> ideas;
    for (int i = 0; i < 30; ++i) {
        ideas.push_back(
            idea("i" + std::to_string(i), "Shared words of number " + std::to_string(i)));
    }
    search_test::write(folder.index(), ideas);
    const ideary::Index index = ideary::Index::open(folder.index());
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 60; ++i) {
                SearchOptions options;
                options.facets = {"topic", "source"};
                const Results results = index.search(Query::parse("shraed words -zzz"), options);
                wrong += results.total >= 30 && results.hits.size() == 10 ? 0 : 1;
                wrong += index.show("list/i3") ? 0 : 1;
            }
        });
    }
    for (int i = 0; i < 4; ++i) {
        search_test::write(folder.index(), {idea("more" + std::to_string(i), "Shared words")});
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    CHECK(wrong == 0);
    CHECK(index.search(Query::parse("shared")).total == 34);
}
