// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "ideary/json.hpp"

using namespace ideary;
using nlohmann::json;

TEST_CASE("to_json: unknown members are null or empty lists, none is left out") {
    const json idea = json::parse(to_json(Idea{}, IdeaForm::hit));
    for (const char *name : {"year", "curator", "event", "language", "group", "rank", "score"}) {
        CAPTURE(name);
        CHECK(idea.at(name).is_null());
    }
    for (const char *name : {"topics", "section", "authors", "links"}) {
        CAPTURE(name);
        CHECK(idea.at(name) == json::array());
    }
    CHECK(idea.at("source").at("line").is_null());
    CHECK(json::parse(to_json(Results{})).at("related_from").is_null());
}

TEST_CASE("to_json: an exported idea has the marker that keeps its id") {
    Idea idea;
    idea.id = "tides/a-map";
    CHECK(json::parse(to_json(idea, IdeaForm::exported)).at("ideary") == 1);
    CHECK_FALSE(json::parse(to_json(idea)).contains("ideary"));
}

TEST_CASE("to_json: complete answers have a schema version") {
    CHECK(json::parse(to_json(Results{})).at("schema_version") == json_schema_version);
    CHECK(json::parse(to_json(Facet{})).at("schema_version") == json_schema_version);
    CHECK(json::parse(to_json(Info{})).at("schema_version") == json_schema_version);
    CHECK(json::parse(to_json(std::vector<Finding>{})).at("findings") == json::array());
    CHECK(json::parse(to_json(std::vector<Completion>{})).at("completions") == json::array());
}

TEST_CASE("to_json: marks become HTML, everything else of it is escaped") {
    Hit hit;
    hit.rank = 3;
    hit.score = 1.23456789;
    hit.title = {"a <b> & map", {{2, 3}}};
    const json parsed = json::parse(to_json(hit));
    CHECK(parsed.at("title_marked") == "a <mark>&lt;b&gt;</mark> &amp; map");
    CHECK(parsed.at("score") == 1.234568);
    CHECK_FALSE(parsed.contains("contributions"));
}

TEST_CASE("json_string: control and bidirectional characters are escaped") {
    CHECK(json_string("a\"b\\c\n\t\x1b\x7f") == R"("a\"b\\c\n\t\u001b\u007f")");
    CHECK(json_string("\u202e\u0085\u2028") == R"("\u202e\u0085\u2028")");
    CHECK(json_string("Ähnlich 語 🙂") == "\"Ähnlich 語 🙂\"");
    CHECK(json_string("") == "\"\"");
}

TEST_CASE("json_string: invalid UTF-8 becomes U+FFFD") {
    CHECK(json_string("a\xff") == "\"a\xEF\xBF\xBD\"");
    CHECK(json_string("\xC3") == "\"\xEF\xBF\xBD\"");
    CHECK(json_string("\xED\xA0\x80 b").ends_with(" b\""));
    CHECK(json::parse(json_string("\xF0\x9F\x99")).is_string());
}

TEST_CASE("fold_hits: equal titles and authors become one hit, related ones apart") {
    Results results;
    const auto add = [&](const char *id, const char *title, const char *author, int year) {
        Hit hit;
        hit.rank = results.hits.size() + 1;
        hit.idea.id = id;
        hit.idea.title = title;
        hit.idea.authors = {author};
        hit.idea.year = year;
        results.hits.push_back(hit);
    };
    add("a/1", "Tides", "Ada", 2024);
    add("a/2", "Knots", "Ada", 2024);
    add("a/3", "TIDES", "ada", 2025);
    add("a/4", "Tides", "Bo", 2025);
    add("a/5", "Tides", "Ada", 2026);
    results.related_from = 5;
    CHECK_FALSE(json::parse(to_json(results.hits.front())).contains("folded"));
    fold_hits(results);
    REQUIRE(results.hits.size() == 4);
    const json first = json::parse(to_json(results.hits.front()));
    CHECK(first.at("folded") == json::parse(R"([{"id":"a/3","year":2025}])"));
    CHECK(json::parse(to_json(results.hits.back())).at("folded") == json::array());
    CHECK(results.hits.back().rank == 5);
}
