// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The stems of each document: what is read back is what went in, and damage leads nowhere.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "index/check/check.hpp"
#include "index/format/forward_index.hpp"
#include "index/storage/files.hpp"
#include "unit/index/fixture.hpp"

using namespace ideary;
using namespace ideary::index;

namespace {

std::map<std::string, std::uint32_t> words_of(const ForwardIndex &lists, Xapian::docid doc) {
    std::map<std::string, std::uint32_t> words;
    for (TermVector list = lists.of(doc); list.next();) {
        words[std::string(lists.term(list.number()))] = list.count();
    }
    return words;
}

Idea plain(const std::string &slug, const std::string &title, const std::string &body) {
    Idea idea;
    idea.id = "list/" + slug;
    idea.title = title;
    idea.body = body;
    idea.language = "en";
    return idea;
}

std::vector<Idea> harbours() {
    return {plain("a", "Harbours", "boats boats sail 5.1"),
            plain("b", "", "A harbour for the boats"), plain("c", "Boats", "sails")};
}

} // namespace

TEST_CASE("forward index: each document has its stems with their wdf") {
    const TemporaryFolder folder;
    publish(folder.index(), harbours());
    const auto generation = Generation::open(folder.index() + "/gen-000001", Verify::full);
    const ForwardIndex &lists = generation->forward_index();
    using Words = std::map<std::string, std::uint32_t>;
    CHECK(words_of(lists, 1) ==
          Words{{"Zboat", 20}, {"Zharbour", 30}, {"Zsail", 10}, {"Z5.1", 10}});
    CHECK(words_of(lists, 2) == Words{{"Zboat", 10}, {"Zharbour", 10}});
    CHECK(words_of(lists, 3) == Words{{"Zboat", 30}, {"Zsail", 10}});
    CHECK(words_of(lists, 0).empty());
    CHECK(words_of(lists, 4).empty());
    REQUIRE(lists.stems() == 4);
    CHECK(lists.size() > 4);
    CHECK(lists.find("Zboat") == 0);
    CHECK(lists.ideas(0) == 3);
    CHECK(lists.max_wdf(0) == 30);
    CHECK(lists.occurrences(0) == 60);
    for (std::uint32_t number = 0; number < lists.size(); ++number) {
        CHECK(lists.find(lists.term(number)) == number);
        const bool rising = number > 0 && lists.ideas(number) > lists.ideas(number - 1);
        CHECK((number >= lists.stems() || !rising));
    }
    for (const auto &[form, ideas] : std::map<std::string, std::uint32_t>{
             {"boats", 3}, {"harbour", 1}, {"harbours", 1}, {"the", 1}, {"5.1", 1}}) {
        const auto number = lists.find(form);
        REQUIRE(number.has_value());
        CHECK(*number >= lists.stems());
        CHECK(lists.ideas(*number) == ideas);
        CHECK(lists.occurrences(*number) == (form == "the"        ? 0
                                             : form == "boats"    ? 60
                                             : form == "harbours" ? 30
                                                                  : 10));
        CHECK(lists.max_wdf(*number) == 0);
    }
    for (const char *other : {"Zcar", "boat", "ZSboat", "Sboats", "Z", ""}) {
        CHECK_FALSE(lists.find(other).has_value());
    }
    CHECK(lists.ideas(lists.size()) == 0);
    SUBCASE("Xapian keeps no second copy") {
        CHECK_FALSE(exists(generation->path() + "/termlist.glass"));
    }
    SUBCASE("numbers of removed ideas have no words") {
        publish(folder.index(), {plain("d", "Anchors", "")}, "other.md");
        {
            IndexWriter staging(folder.index(), 5);
            staging.remove_source("list.md");
            staging.publish();
        }
        const auto next = Generation::open(folder.index() + "/gen-000003", Verify::full);
        CHECK(words_of(next->forward_index(), 1).empty());
        CHECK(words_of(next->forward_index(), 4) == Words{{"Zanchor", 30}});
        CHECK(next->forward_index().stems() == 1);
    }
    SUBCASE("an index without ideas has none") {
        {
            IndexWriter staging(folder.index(), 5);
            staging.remove_source("list.md");
            staging.publish();
        }
        const auto next = Generation::open(folder.index() + "/gen-000002", Verify::full);
        CHECK(next->forward_index().size() == 0);
        CHECK_FALSE(next->forward_index().find("Zboat").has_value());
        CHECK(check_index(folder.index()).empty());
    }
}

TEST_CASE("forward index: a damaged file is refused or read within bounds") {
    const TemporaryFolder folder;
    publish(folder.index(), harbours());
    const std::string generation = folder.index() + "/gen-000001", file = generation + "/words";
    const std::string whole = content(file);
    std::mt19937 random(11);
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = whole;
        for (int harm = 0; harm <= i % 3; ++harm) {
            bytes[random() % bytes.size()] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
        }
        if (i % 10 == 0) {
            bytes.resize(random() % bytes.size());
        }
        put(file, bytes);
        try {
            const ForwardIndex lists(generation, 3);
            for (Xapian::docid doc = 0; doc < 6; ++doc) {
                std::uint32_t first = 0;
                for (TermVector list = lists.of(doc); list.next(); first = list.number() + 1) {
                    REQUIRE(list.number() >= first);
                    REQUIRE(list.number() < lists.stems());
                }
            }
            for (const char *term : {"Zboat", "Zharbour", "Zsail", "Z5.1", "Znone"}) {
                const auto number = lists.find(term);
                CHECK((!number || lists.term(*number) == term));
            }
        } catch (const Error &error) {
            ++refused;
            CHECK(error.kind() == ErrorKind::io);
            CHECK(std::string(error.what()).find(file) != std::string::npos);
        }
    }
    CHECK(refused > 300);
    CHECK(refused < 3000);
}
