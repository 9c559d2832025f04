// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/source_entry.hpp"

#include <doctest/doctest.h>

using namespace ideary;
using namespace ideary::ingesting;

TEST_CASE("source entry: a line is parsed back without loss") {
    SourceEntry source;
    source.path = "a \"b\"\\.md";
    source.file = "/x/\xFF\n%41.md";
    source.is_stdin = true;
    source.archive = "sources/1.gz";
    source.compressed_by_us = source.own_topics = source.drop_persons = source.exported = true;
    source.hash = "00ff";
    source.topics = "11";
    source.rules = 7;
    source.overrides.title = "T";
    source.overrides.author = "Ada";
    source.overrides.event = "E";
    source.overrides.language = "de";
    source.overrides.url = "https://a.example";
    source.overrides.slug = "s";
    source.overrides.year = 2024;
    source.overrides.kind = Kind::note;
    source.overrides.encoding = "windows-1252";
    source.overrides.hidden = true;
    source.persons = {{"ab", 1}, {"cd", 12}};
    source.slug = "s";
    source.given_slug = "S";
    source.level = 1;
    source.title = "Wünsche";
    source.url = "https://b.example";
    source.format = "markdown";
    source.ideas = 20;
    source.replaced = 3;
    source.bytes = 1234567890123;
    const std::string line = to_line(source);
    CHECK(line.find('\n') == std::string::npos);
    const auto again = from_line(line);
    REQUIRE(again.has_value());
    CHECK(to_line(*again) == line);
    CHECK(again->file == source.file);
    CHECK(again->overrides == source.overrides);
    CHECK(again->persons == source.persons);
    CHECK(again->bytes == source.bytes);
    CHECK(again->rules == 7);
}

TEST_CASE("source entry: unknown members are ignored, malformed lines refused") {
    const auto later = from_line(R"({"path":"a.md","future":[1,{}],"rules":"x","said":3})");
    REQUIRE(later.has_value());
    CHECK(later->path == "a.md");
    CHECK(later->rules == 0);
    CHECK_FALSE(from_line("[]").has_value());
    CHECK_FALSE(from_line("{").has_value());
    CHECK_FALSE(from_line("{}").has_value());
}

TEST_CASE("source entry: unprintable path bytes are escaped") {
    CHECK(printable_path("Wünsche 100%.md") == "Wünsche 100%.md");
    CHECK(printable_path("a\nb") == "a%0ab");
    CHECK(printable_path("a\xFF%") == "a%ff%25");
}

TEST_CASE("source entry: two paths are never printed alike") {
    CHECK(printable_path("caf\xE9.md") == "caf%e9.md");
    CHECK(printable_path("caf%e9.md") == "caf%25e9.md");
    CHECK(printable_path("100%.md") == "100%.md");
}

TEST_CASE("source entry: options win over a sidecar") {
    SourceOverrides under, over;
    under.title = "under";
    under.year = 1999;
    over.title = "over";
    over.hidden = true;
    const SourceOverrides all = merged(under, over);
    CHECK(all.title == "over");
    CHECK(all.year == 1999);
    CHECK(all.hidden);
}
