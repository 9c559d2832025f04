// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace ideary;
using search_test::idea;
using search_test::TestIndex;

namespace {

Idea with(const std::string &slug, const std::string &author, const std::string &topic,
          const std::string &event) {
    Idea made = idea(slug, "Tides and " + slug);
    made.authors = {author};
    made.topics = {topic};
    made.event = event;
    return made;
}

const TestIndex &harbour() {
    static const TestIndex index({with("a", "Mara Lind", "Front end", "HarbourConf 2024"),
                                  with("b", "Mara Lind", "Testing", "HarbourConf 2025"),
                                  with("c", "Ann Holm", "Small machines", "HarbourConf EU 2025"),
                                  with("d", "Per Holm", "Testing", "LakeCamp 2025")});
    return index;
}

Results filtered(const std::string &field, const std::string &value) {
    SearchOptions options;
    options.filters = {{field, value}};
    return harbour().search("", options);
}

std::string remark_of(const Results &results) {
    return results.remarks.size() == 1 ? results.remarks.front().text : "";
}

} // namespace

TEST_CASE("filters: a whole value is taken without a remark") {
    CHECK(filtered("author", "mara LIND").total == 2);
    CHECK(filtered("author", "mara LIND").remarks.empty());
}

TEST_CASE("filters: words that one author or topic has are taken for it") {
    CHECK(filtered("author", "lind").total == 2);
    CHECK(remark_of(filtered("author", "lind")) == "The author lind was read as Mara Lind (2).");
    CHECK(filtered("topic", "frontend").total == 1);
    CHECK(filtered("topic", "Tests").total == 2);
    CHECK(filtered("topic", "machine").total == 1);
}

TEST_CASE("filters: words that several authors have match none, and are listed") {
    CHECK(filtered("author", "holm").total == 0);
    CHECK(remark_of(filtered("author", "holm")) ==
          "There is no author holm; did you mean Ann Holm (1), Per Holm (1)?");
}

TEST_CASE("filters: an event stands for all its editions") {
    CHECK(filtered("event", "harbourconf").total == 3);
    CHECK(filtered("event", "harbourconf 2025").total == 1);
    CHECK(filtered("event", "harbourconf EU").total == 1);
    CHECK(filtered("event", "2025").total == 3);
}

TEST_CASE("filters: the closest value is suggested for a misspelt one") {
    CHECK(filtered("author", "Mara Lnd").total == 0);
    CHECK(remark_of(filtered("author", "Mara Lnd")) ==
          "There is no author Mara Lnd; did you mean Mara Lind (2)?");
    CHECK(remark_of(filtered("author", "zzzz")) == "There is no author zzzz.");
    CHECK(remark_of(filtered("kind", "talk")) == "There is no kind talk.");
}

TEST_CASE("filters: punctuation alone matches nothing") {
    CHECK(filtered("author", "?!").total == 0);
    CHECK(filtered("topic", "").total == 0);
}
