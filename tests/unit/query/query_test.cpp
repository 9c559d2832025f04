// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>

#include "ideary/query.hpp"
#include "query/parser.hpp"

using ideary::Query;
using ideary::QueryNode;

namespace {

/// Bytes, signs and operators in any order: everything that the grammar knows turns up often.
std::string random_query(std::mt19937 &random) {
    static const std::string pieces[] = {"\"",       "(",        ")",
                                         "+",        "-",        " ",
                                         " AND ",    " OR ",     " NOT ",
                                         "\u201C",   "\u201D",   "\u00AB",
                                         "\u300D",   " NEAR/3 ", "a",
                                         "django",   "C++",      ".NET",
                                         "title:",   "author:",  "year:",
                                         "2024",     "..",       "*",
                                         "~",        ":",        "\\",
                                         "\xff",     "\xc3",     "é",
                                         "机器学习", "テスト",   "\t",
                                         "\n",       "\x01",     "--gil",
                                         "orm,",     "AT&T",     "http://x.org/y?z",
                                         "don't",    "NEAR",     "AND",
                                         "\u3000",   "（",       "：",
                                         "🎉",        "kind:",    "section:",
                                         "'",        "…",        "\u0301",
                                         "ไทยภาษา",  "k8s~",     "by:",
                                         "#",        "@x",       "Node.js",
                                         "a/b"};
    std::string text;
    const std::size_t count = random() % 14;
    for (std::size_t i = 0; i < count; ++i) {
        text += pieces[random() % std::size(pieces)];
        if (random() % 9 == 0) {
            text += static_cast<char>(random() % 256);
        }
    }
    return text;
}

std::size_t depth(const QueryNode &node) {
    std::size_t deepest = 0;
    for (const QueryNode &child : node.children) {
        deepest = std::max(deepest, depth(child));
    }
    return node.children.empty() ? 0 : deepest + 1;
}

std::size_t leaves(const QueryNode &node) {
    std::size_t count = node.children.empty() ? 1 : 0;
    for (const QueryNode &child : node.children) {
        count += leaves(child);
    }
    return count;
}

bool has_remark(const Query &query, const std::string &part) {
    for (const ideary::Remark &remark : query.remarks()) {
        if (remark.text.find(part) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// The tree of the canonical form, which may be longer than a text that is typed.
std::string outline_again(const Query &query) {
    return ideary::query::outline(ideary::query::parse_whole(query.canonical(), false).tree);
}

void check_bounds(const Query &query, const QueryNode &node) {
    CHECK(node.offset <= query.text().size());
    CHECK(node.offset + node.length <= query.text().size());
    for (const QueryNode &child : node.children) {
        check_bounds(query, child);
    }
}

std::string repeat(const std::string &text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

} // namespace

TEST_CASE("query: parsing the canonical form gives the same tree [any bytes]") {
    std::mt19937 random(20260721);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_query(random);
        const bool all = random() % 4 == 0;
        const Query query = Query::parse(text, all);
        CAPTURE(text);
        const Query again = Query::parse(query.canonical());
        REQUIRE(query.outline() == again.outline());
        REQUIRE(query.canonical() == again.canonical());
        check_bounds(query, query.tree());
        for (const ideary::Remark &remark : query.remarks()) {
            CHECK(remark.offset + remark.length <= text.size());
            CHECK_FALSE(remark.text.empty());
        }
    }
}

TEST_CASE("query: text over 4096 bytes is cut at whitespace, with a remark") {
    const Query query = Query::parse(repeat("word ", 2000) + "last");
    CHECK(leaves(query.tree()) == 4096 / 5);
    CHECK(has_remark(query, "4096 bytes"));
    CHECK(query.canonical().find("last") == std::string::npos);
    CHECK(query.canonical().find("wor)") == std::string::npos);
    const Query one = Query::parse(std::string(100000, 'x'));
    CHECK(one.tree().kind == QueryNode::Kind::nothing);
    CHECK(has_remark(one, "too long"));
}

TEST_CASE("query: text of 4096 bytes is read whole") {
    const std::string text = repeat("(a b) ", 682);
    REQUIRE(text.size() <= 4096);
    const Query query = Query::parse(text);
    CHECK(query.remarks().empty());
    CHECK(leaves(query.tree()) == 2 * 682);
    CHECK(query.canonical().size() > 4096);
    CHECK(outline_again(query) == query.outline());
}

TEST_CASE("query: a URL is the words after its schemes") {
    CHECK(Query::parse("http://x").canonical() == "x");
    CHECK(Query::parse("tp://xtp://x").canonical() == "x");
    CHECK(Query::parse("view-source:http://example.org/a").canonical() ==
          "view-source:http://example.org/a");
    CHECK(Query::parse("\"see http://x http://y\"").canonical() == "\"see http://x http://y\"");
    CHECK(Query::parse("http://title:orm").canonical() == "title:orm");
    const Query deep = Query::parse(repeat("ab://", 500) + "x");
    CHECK(deep.tree().kind == QueryNode::Kind::nothing);
    CHECK(has_remark(deep, "too many URLs"));
}

TEST_CASE("query: 64 distinct words are kept, repeated ones are free") {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "w" + std::to_string(i) + " w1 ";
    }
    const Query query = Query::parse(text);
    CHECK(has_remark(query, "64 different words"));
    CHECK(query.canonical().find("w63") != std::string::npos);
    CHECK(query.canonical().find("w64") == std::string::npos);
    const Query repeated = Query::parse(repeat("tea ", 200));
    CHECK(leaves(repeated.tree()) == 200);
    CHECK(repeated.remarks().empty());
}

TEST_CASE("query: groups nest at most eight deep") {
    std::string text = "x";
    for (int i = 0; i < 20; ++i) {
        text = "(" + text + (i % 2 == 0 ? " AND y" : " OR z") + std::to_string(i) + ")";
    }
    const Query query = Query::parse(text);
    CHECK(depth(query.tree()) == 8);
    CHECK(leaves(query.tree()) == 21);
    CHECK(has_remark(query, "eight deep"));
    CHECK(outline_again(query) == query.outline());
    // Parentheses around nothing new are no depth.
    const Query trivial = Query::parse(repeat("(", 30) + "a b" + repeat(")", 30));
    CHECK(trivial.canonical() == "(a OR b)");
    CHECK(trivial.remarks().empty());
}

TEST_CASE("query: phrases keep 16 words") {
    const Query query = Query::parse("\"" + repeat("very ", 20) + "long\"");
    REQUIRE(query.tree().kind == QueryNode::Kind::phrase);
    CHECK(query.tree().text.size() == 16 * 5 - 1);
    CHECK(has_remark(query, "16 words"));
}

TEST_CASE("query: hostile queries are parsed in linear time on a small stack") {
    const std::string hostile[] = {
        repeat("(", 100000),         repeat("\"", 100001),          repeat("\"a", 50001),
        repeat("NOT ", 30000) + "a", repeat("-", 100000) + "a",     repeat("a NEAR/9 ", 20000),
        repeat("title:", 20000),     repeat("(a AND ", 20000),      repeat("-(", 50000) + "a",
        repeat("\xff", 100000),      repeat("a*", 50000),           repeat("e\u0301\u0301", 30000),
        repeat(")", 100000),         repeat("(a OR b) AND ", 9000), std::string(100000, '\0')};
    for (const std::string &text : hostile) {
        const auto start = std::chrono::steady_clock::now();
        const Query query = Query::parse(text);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        CHECK(took.count() < 0.25);
        CHECK(depth(query.tree()) <= 8);
        CHECK(outline_again(query) == query.outline());
    }
}

TEST_CASE("query: offsets count bytes of the text") {
    const Query query = Query::parse("größe author:\"Jane Doe\" ( x");
    const auto &children = query.tree().children;
    REQUIRE(children.size() == 3);
    CHECK(children[0].offset == 0);
    CHECK(children[0].length == 7);
    CHECK(children[1].offset == 8);
    CHECK(children[1].length == 17);
    CHECK(children[2].offset == 28);
    REQUIRE(query.remarks().size() == 1);
    CHECK(query.remarks()[0].offset == 26);
    CHECK(query.remarks()[0].length == 1);
    CHECK(query.text() == "größe author:\"Jane Doe\" ( x");
}

TEST_CASE("query: the tree keeps the typed text of compounds and unspaced scripts") {
    for (const char *text :
         {"C++", "CI/CD", ".NET", "AT&T", "Node.js", "don't", "机器学习", "k8s"}) {
        const Query query = Query::parse(text);
        CHECK(query.tree().kind == QueryNode::Kind::word);
        CHECK(query.tree().text == text);
        CHECK(query.remarks().empty());
    }
}
