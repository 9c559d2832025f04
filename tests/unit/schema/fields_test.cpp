// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "ideary/field.hpp"
#include "ideary/idea.hpp"
#include "schema/fields.hpp"

using namespace ideary;
using schema::FieldId;

TEST_CASE("schema: a field is found by name and alias, in any case") {
    CHECK(schema::find_field("title") == FieldId::title);
    CHECK(schema::find_field("Author") == FieldId::author);
    CHECK(schema::find_field("by") == FieldId::author);
    CHECK(schema::find_field("LANG") == FieldId::language);
    CHECK_FALSE(schema::find_field("http"));
    CHECK_FALSE(schema::find_field("std"));
    CHECK_FALSE(schema::find_field(""));
}

TEST_CASE("schema: every field of the query language is a row") {
    for (const char *name :
         {"title", "topic", "section", "author", "year", "event", "kind", "language", "source"}) {
        CAPTURE(name);
        CHECK(schema::find_field(name));
    }
}

TEST_CASE("schema: public fields come from the same rows") {
    const auto shown = fields();
    REQUIRE(shown.size() == schema::field_table().size());
    std::set<std::string> facets;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        CHECK(shown[i].name == schema::field_table()[i].name);
        CHECK(shown[i].example.substr(0, shown[i].name.size() + 1) ==
              std::string(shown[i].name) + ":");
        if (shown[i].facet) {
            facets.emplace(shown[i].name);
        }
    }
    CHECK(facets ==
          std::set<std::string>{"topic", "year", "author", "event", "kind", "language", "section"});
}

TEST_CASE("schema: names on disk are permanent") {
    // A change here makes every index unreadable: give format_number a new value with it.
    CHECK(schema::format_number == 1);
    std::string disk;
    for (const auto &row : schema::field_table()) {
        disk += std::string(row.value_prefix) + "," + std::string(row.word_prefix) + "," +
                std::string(row.column) + " ";
    }
    CHECK(disk == ",S, XT:,,topic XH:,H,section A,,author Y,,year XE:,,event XK:,,kind "
                  "L,,language XP:,,source ,XS:, XU:,,url ");
}

TEST_CASE("schema: kinds have names") {
    for (const Kind kind : {Kind::wish, Kind::talk, Kind::proposal, Kind::note}) {
        CHECK(kind_from_name(kind_name(kind)) == kind);
    }
    CHECK_FALSE(kind_from_name("Wish"));
    CHECK_FALSE(kind_from_name(""));
}
