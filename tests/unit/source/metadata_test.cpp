// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideary/error.hpp"
#include "source/document.hpp"
#include "source/metadata/metadata.hpp"
#include "source/metadata/values.hpp"

using namespace ideary;
using namespace ideary::source;
using Names = std::vector<std::string>;

TEST_CASE("people: one value with several names is split") {
    CHECK(people("Ada Roe", false) == Names{"Ada Roe"});
    CHECK(people("Ada Roe and Bo Doe", false) == Names{"Ada Roe", "Bo Doe"});
    CHECK(people("Ada Roe & Bo Doe", false) == Names{"Ada Roe", "Bo Doe"});
    CHECK(people("Research and Development", false) == Names{"Research and Development"});
    CHECK(people("Ada Roe; Bo Doe", false) == Names{"Ada Roe", "Bo Doe"});
    CHECK(people("Roe, Ada", false) == Names{"Roe, Ada"});
    CHECK(people("Ada Roe, Bo Doe, and Cy Poe", true) == Names{"Ada Roe", "Bo Doe", "Cy Poe"});
    CHECK(people("Ada Roe <ada@example.org>", false) == Names{"Ada Roe"});
    CHECK(people("Ada Roe (https://ada.example)", false) == Names{"Ada Roe"});
    CHECK(people("ada@example.org", false).empty());
    CHECK(people("", true).empty());
}

TEST_CASE("web_address: only http and https are accepted") {
    CHECK(web_address(" https://a.example/x?y=1 ") == "https://a.example/x?y=1");
    CHECK(web_address("HTTP://a.example") == "HTTP://a.example");
    CHECK(web_address("javascript:alert(1)").empty());
    CHECK(web_address("/2024/x").empty());
    CHECK(web_address("https://a.example/\"onclick=").empty());
    CHECK(web_address("ftp://a.example").empty());
    CHECK(web_address("https://a.example/ada＠example.org").empty());
    CHECK(web_address("https://a.example/?m=ada%40example.org").empty());
}

TEST_CASE("metadata: title, authors, years, language and url come with their place") {
    const Document document = read("---\ntitle: \"**My** wishes\"\nauthors: Ada Roe, Bo Doe\n"
                                   "date: 2023-01-02\nyear: 2024\nlang: deu\n"
                                   "permalink: /x\nurl: https://a.example/x\nslug: my-list\n"
                                   "event: PyCon DE 2024\nkind: talk\n---\n# One\n\n- a\n- b\n",
                                   "x.md", {});
    const Metadata &found = document.metadata;
    CHECK(found.title.value == "My wishes");
    CHECK(found.title.where == "front matter");
    CHECK(found.title.line == 2);
    CHECK(found.authors.value == Names{"Ada Roe", "Bo Doe"});
    CHECK(found.year.value == 2024);
    CHECK(found.date_year.value == 2023);
    CHECK(found.date_year.line == 4);
    CHECK(found.language.value == "de");
    CHECK(found.url.value == "https://a.example/x");
    CHECK(found.slug.value == "my-list");
    CHECK(found.event.value == "PyCon DE 2024");
    CHECK(found.kind.value == Kind::talk);
    CHECK(document.format == "markdown");
    REQUIRE(document.outline.nodes.size() == 3);
    CHECK(document.outline.nodes[0].line == 13);
}

TEST_CASE("metadata: overrides win over the front matter") {
    SourceOverrides said;
    said.title = "Other";
    said.author = "Cy Poe";
    said.year = 2020;
    said.language = "en-US";
    said.kind = Kind::note;
    const Document document =
        read("---\ntitle: Mine\nauthor: Ada\nyear: 2024\n---\ntext\n", "x.md", said);
    CHECK(document.metadata.title.value == "Other");
    CHECK(document.metadata.title.where == "option");
    CHECK(document.metadata.authors.value == Names{"Cy Poe"});
    CHECK(document.metadata.year.value == 2020);
    CHECK(document.metadata.language.value == "en");
    CHECK(document.metadata.kind.value == Kind::note);
}

TEST_CASE("metadata: unusable values add remarks with their line") {
    const Document document = read(
        "---\ntitle: T\nyear: 1066\nlanguage: klingonish\nkind: sermon\n---\ntext\n", "x.md", {});
    CHECK(document.remarks.size() == 3);
    for (const Remark &remark : document.remarks) {
        CHECK(remark.path == "x.md");
        CHECK(remark.line >= 3);
        CHECK(remark.line <= 5);
    }
    CHECK_FALSE(document.metadata.year);
    CHECK_FALSE(document.metadata.language);
    CHECK_FALSE(document.metadata.kind);
}

TEST_CASE("metadata: the year comes from a date in the text, else from the file name") {
    const Sourced<int> text =
        read("# Topics\n\nPublished April 19, 2025\n\n- one\n", "2019-01-01-x.md", {})
            .metadata.date_year;
    CHECK(text.value == 2025);
    CHECK(text.where == "text");
    CHECK(text.line == 3);
    const Sourced<int> name =
        read("# Topics\n\n- one\n", "blog/2019-01-01-x.md", {}).metadata.date_year;
    CHECK(name.value == 2019);
    CHECK(name.where == "file name");
    CHECK_FALSE(read("# Topics\n\n- one\n", "talks-2019.md", {}).metadata.date_year);
}

TEST_CASE("metadata: the head of an HTML page is read") {
    const Document document =
        read("<!DOCTYPE html><html lang=\"fr\"><head><title>Souhaits</title>\n"
             "<meta name=\"author\" content=\"Zoé Roe\">\n"
             "<meta property=\"article:published_time\" content=\"2021-02-03T00:00:00Z\">\n"
             "<link rel=\"canonical\" href=\"https://a.example/s\"></head>\n"
             "<body><h1>Souhaits</h1><ul><li>un</li><li>deux</li></ul></body></html>\n",
             "x.html", {});
    CHECK(document.format == "html");
    CHECK(document.metadata.title.value == "Souhaits");
    CHECK(document.metadata.authors.value == Names{"Zoé Roe"});
    CHECK(document.metadata.date_year.value == 2021);
    CHECK(document.metadata.language.value == "fr");
    CHECK(document.metadata.url.value == "https://a.example/s");
}

TEST_CASE("document: binary input is refused with its reason") {
    CHECK(read(std::string("\x89PNG\r\n\x1A\n\0\0", 10), "x.md", {}).unreadable == "a PNG image");
    CHECK(read("%PDF-1.7 ...", "x.md", {}).unreadable == "a PDF document");
    CHECK_FALSE(read(std::string(5000, '\0'), "x.md", {}).unreadable.empty());
    std::string noise;
    for (unsigned i = 0, seed = 1; i < 4000; ++i) {
        seed = seed * 1103515245U + 12345U;
        noise += static_cast<char>(seed >> 16U);
    }
    CHECK_FALSE(read(noise, "x.md", {}).unreadable.empty());
    CHECK(read("plain\x1B words\f\t\r\n", "x.md", {}).unreadable.empty());
    CHECK(read("plain words", "x.md", {}).unreadable.empty());
    CHECK(read("", "x.md", {}).unreadable.empty());
    const std::string utf16("h\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0", 22);
    CHECK(read(utf16, "x.txt", {}).unreadable.empty());
}

TEST_CASE("document: an unknown encoding is a usage error") {
    SourceOverrides said;
    said.encoding = "no-such-thing";
    CHECK_THROWS_AS(read("text", "x.md", said), Error);
}
