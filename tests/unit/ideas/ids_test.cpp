// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideas/ideas.hpp"

namespace {

ideary::Idea idea(const std::string &title, std::vector<std::string> section = {}) {
    ideary::Idea one;
    one.title = title;
    one.section = std::move(section);
    return one;
}

} // namespace

using namespace ideary::ideas;

TEST_CASE("ideas: the slug of a source is its file name or what is given") {
    CHECK(source_slug("lists/Winstel 2024.md", "") == "winstel-2024");
    CHECK(source_slug("lists/talks.jsonl.gz", "") == "talks");
    CHECK(source_slug("a/b.md", "My Slug") == "my-slug");
    CHECK(source_slug("a/???.md", "") == "source");
    CHECK(source_slug_with_parent("2024/list.md") == "2024-list");
    CHECK(source_slug_with_parent("list.md") == "list");
}

TEST_CASE("ideas: equal slugs take their section, then numbers in reading order") {
    std::vector<ideary::Idea> ideas{
        idea("Deployment", {"Testing"}), idea("Deployment", {"Web"}), idea("Lamps"),
        idea("Grafik", {"X"}),           idea("Grafik", {"X"}),       idea("!!!")};
    Ids("list").give(ideas);
    CHECK(ideas[0].id == "list/testing--deployment");
    CHECK(ideas[1].id == "list/web--deployment");
    CHECK(ideas[2].id == "list/lamps");
    CHECK(ideas[3].id == "list/x--grafik");
    CHECK(ideas[4].id == "list/x--grafik-2");
    CHECK(ideas[5].id == "list/idea");
}

TEST_CASE("ideas: a number never takes the slug of another idea") {
    std::vector<ideary::Idea> ideas{idea("Lamp"), idea("Lamp"), idea("Lamp 2")};
    Ids("list").give(ideas);
    CHECK(ideas[0].id == "list/lamp");
    CHECK(ideas[1].id == "list/lamp-3");
    CHECK(ideas[2].id == "list/lamp-2");
}

TEST_CASE("ideas: ids do not change when other ideas come or go") {
    std::vector<ideary::Idea> few{idea("Wool", {"A"}), idea("Wood", {"A"})};
    std::vector<ideary::Idea> more{idea("Stone", {"A"}), idea("Wood", {"A"}), idea("Wool", {"A"})};
    Ids("list").give(few);
    Ids("list").give(more);
    CHECK(few[0].id == more[2].id);
    CHECK(few[1].id == more[1].id);
}

TEST_CASE("ideas: records keep the id that they brought") {
    Ids ids("talks");
    CHECK(ids.next("pycon/wool", idea("Wool")) == "talks/pycon/wool");
    CHECK(ids.next("", idea("Wool")) == "talks/wool");
    CHECK(ids.next("", idea("Wool")) == "talks/wool-2");
    CHECK(ids.next("wool-2", idea("Other")) == "talks/wool-2-2");
    CHECK(ids.next("", idea("Wool")) == "talks/wool-3");
}
