// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "source/markup/outline_reader.hpp"
#include "source/metadata/front_matter.hpp"

using namespace ideary::source;

namespace {

struct Taken {
    FrontMatter front;
    std::vector<std::string> lines;

    std::string value(const std::string &key) const {
        const FrontEntry *entry = front.find(key);
        return entry == nullptr ? "-" : entry->values.front();
    }
    int line(const std::string &key) const {
        const FrontEntry *entry = front.find(key);
        return entry == nullptr ? -1 : entry->line;
    }
    std::size_t filled() const {
        std::size_t count = 0;
        for (const std::string &one : lines) {
            count += one.empty() ? 0 : 1;
        }
        return count;
    }
};

Taken take(const std::string &text) {
    Taken taken;
    taken.lines = split_lines(text);
    const std::size_t before = taken.lines.size();
    taken.front = take_front_matter(taken.lines);
    CHECK(taken.lines.size() == before);
    return taken;
}

} // namespace

TEST_CASE("front_matter: YAML is read with the line of each value and its lines are cleared") {
    const Taken taken = take("---\n"
                             "title: 'What I''d Like: \xF0\x9F\x92\x9A talks'\n"
                             "author:\n  - Ada Roe\n  - name: Bo Doe\n"
                             "Date: 2024-04-29T00:45:13Z\n"
                             "---\n"
                             "# Text\n");
    CHECK(taken.value("title") == "What I'd Like: \xF0\x9F\x92\x9A talks");
    CHECK(taken.line("title") == 2);
    CHECK(taken.value("date") == "2024-04-29T00:45:13Z");
    CHECK(taken.line("date") == 6);
    REQUIRE(taken.front.find("author") != nullptr);
    CHECK(taken.front.find("author")->values == std::vector<std::string>{"Ada Roe", "Bo Doe"});
    CHECK(taken.front.find("author")->is_list);
    CHECK(taken.filled() == 1);
    CHECK(taken.lines[7] == "# Text");
    CHECK(taken.front.remarks.empty());
}

TEST_CASE("front_matter: malformed YAML returns its plain lines and a remark") {
    const Taken taken =
        take("---\ntitle: Talks: the list\nauthor: \"Ada Roe\"\n  x: [\n---\ntext\n");
    CHECK(taken.value("title") == "Talks: the list");
    CHECK(taken.value("author") == "Ada Roe");
    REQUIRE(taken.front.remarks.size() == 1);
    CHECK(taken.front.remarks[0].line >= 2);
    CHECK(taken.filled() == 1);
}

TEST_CASE("front_matter: a YAML alias is not expanded") {
    std::string text = "---\na: &a [x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'z'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        text += std::string(1, c) + ": &" + c + " [*" + before + ", *" + before + ", *" + before +
                ", *" + before + "]\n";
    }
    text += "self: &self [*self]\ntitle: Bomb\n---\n";
    const Taken taken = take(text);
    CHECK_FALSE(taken.front.remarks.empty());
    CHECK(taken.value("title") == "Bomb");
}

TEST_CASE("front_matter: control characters in YAML become spaces") {
    const Taken taken = take("---\ntitle: Wishes\x07 of\xc2\x9b"
                             "2024\nauthor: Ada\n---\ntext\n");
    CHECK(taken.front.remarks.empty());
    CHECK(taken.value("title") == "Wishes  of  2024");
    CHECK(taken.value("author") == "Ada");
    const Taken tabs = take("---\ntitle: One\u2028two\nauthor:\n-\tAda Roe\n---\ntext\n");
    CHECK(tabs.front.remarks.empty());
    CHECK(tabs.value("title") == "One   two");
    CHECK(tabs.value("author") == "Ada Roe");
}

TEST_CASE("front_matter: YAML nested deeper than 64 levels adds a remark") {
    const Taken taken = take("---\ntitle: Deep\nx: " + std::string(5000, '[') + "\n---\ntext\n");
    CHECK(taken.front.remarks.size() == 1);
    CHECK(taken.value("title") == "Deep");
}

TEST_CASE("front_matter: more than 64 KiB is truncated with a remark and cleared whole") {
    std::string text = "---\ntitle: Long\n";
    for (int i = 0; i < 9000; ++i) {
        text += "k" + std::to_string(i) + ": value\n";
    }
    const Taken taken = take(text + "author: Ada\n---\nbody\n");
    CHECK(taken.value("title") == "Long");
    CHECK(taken.value("author") == "-");
    CHECK(taken.front.remarks.size() == 1);
    CHECK(taken.filled() == 1);
}

TEST_CASE("front_matter: a rule at the top of a text is not front matter") {
    CHECK(take("---\n\nSome words\n\n---\nmore\n").filled() == 4);
    CHECK(take("---\njust text\n---\n").filled() == 3);
    const Taken open = take("---\ntitle: Open\ndate: 2024-01-01\n\n- item\n");
    CHECK(open.value("title") == "Open");
    CHECK(open.filled() == 1);
}

TEST_CASE("front_matter: TOML strings, dates, arrays, comments and tables are read") {
    const Taken taken = take("+++\n"
                             "# about\n"
                             "title = \"A \\\"quoted\\\" title\"\n"
                             "date = 2024-03-01T10:00:00Z # when\n"
                             "authors = [\n  \"Ada Roe\",\n  'Bo Doe',\n]\n"
                             "draft = true\n"
                             "summary = \"\"\"\ntwo\nlines\"\"\"\n"
                             "slug = 'my-slug'\n"
                             "[extra]\n"
                             "author = \"nobody\"\n"
                             "+++\ntext\n");
    CHECK(taken.value("title") == "A \"quoted\" title");
    CHECK(taken.value("date") == "2024-03-01T10:00:00Z");
    CHECK(taken.front.find("authors")->values == std::vector<std::string>{"Ada Roe", "Bo Doe"});
    CHECK(taken.value("slug") == "my-slug");
    CHECK(taken.line("slug") == 13);
    CHECK(taken.value("author") == "-");
    CHECK(taken.filled() == 1);
}

TEST_CASE("front_matter: TOML with an unclosed bracket terminates") {
    const Taken taken = take("+++\ntitle = \"x\"\nlist = [[[[{a = [\n+++\ntext\n");
    CHECK(taken.value("title") == "x");
}

TEST_CASE("front_matter: JSON is read between braces on their own lines") {
    const Taken taken = take("{\n  \"title\": \"From JSON\",\n  \"year\": 2023\n}\n\ntext\n");
    CHECK(taken.value("title") == "From JSON");
    CHECK(taken.value("year") == "2023");
    CHECK(taken.filled() == 1);
}

TEST_CASE("front_matter: Nikola's lines are read bare and in a comment") {
    const Taken bare = take(".. title: Wishes\n.. slug: wishes\n.. date: 2021-05-01\n\nText\n");
    CHECK(bare.value("title") == "Wishes");
    CHECK(bare.value("slug") == "wishes");
    CHECK(bare.filled() == 1);
    const Taken comment = take("<!--\n.. title: Wishes\n.. date: 2021-05-01\n-->\n\nText\n");
    CHECK(comment.value("date") == "2021-05-01");
    CHECK(comment.filled() == 1);
}

TEST_CASE("front_matter: unfenced heads of Pelican and MoinMoin are read") {
    const Taken pelican = take("Title: Wünsche\nDate: 2013-03-24 14:24\nAuthor: Dominik\n"
                               "Summary: two\n  lines\n\nText: no head\n");
    CHECK(pelican.value("title") == "Wünsche");
    CHECK(pelican.value("author") == "Dominik");
    CHECK(pelican.value("summary") == "two lines");
    CHECK(pelican.filled() == 1);
    const Taken moin = take("#format rst\n#language de\n## a note\n\nText\n");
    CHECK(moin.value("language") == "de");
    CHECK(moin.filled() == 1);
    const Taken fence = take("title: Hexo\ndate: 2020-01-01\n---\n\nText\n");
    CHECK(fence.value("title") == "Hexo");
    CHECK(fence.filled() == 1);
}

TEST_CASE("front_matter: ordinary first lines are not an unfenced head") {
    CHECK(take("Note: read this first\n\nText\n").filled() == 2);
    CHECK(take("Title: a line in running text\ngoes on here\n").filled() == 2);
    CHECK(take("Testing: the hard parts\n- one\n").filled() == 2);
    CHECK(take("# Heading\n\n- item\n").filled() == 2);
    CHECK(take(":tada: A list of wishes\n\n- item\n").filled() == 2);
    CHECK(take("## Topics\n\n- item\n").filled() == 2);
}

TEST_CASE("front_matter: docinfo below a reStructuredText title is read") {
    const Taken over =
        take("=====\nTalks\n=====\n\n:date: 2012-08-20 14:00\n:tags: a, b\n\nText\n");
    CHECK(over.value("date") == "2012-08-20 14:00");
    CHECK(over.line("date") == 5);
    CHECK(over.filled() == 4);
    const Taken under = take("Talks\n=====\n\n:author: Ada Roe\n\nText\n");
    CHECK(under.value("author") == "Ada Roe");
    const Taken top = take(":author: Ada Roe\n:date: 2020\n\nText\n");
    CHECK(top.value("author") == "Ada Roe");
}

TEST_CASE("front_matter: an empty document has none") {
    CHECK(take("").front.entries.empty());
    CHECK(take("\n\n \n").front.entries.empty());
    CHECK(take("---").front.entries.empty());
    CHECK(take("+++").front.entries.empty());
}
