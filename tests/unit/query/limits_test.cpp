// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Each limit of a query is answered up to, and says what it left out; one below it says nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "unit/search/fixture.hpp"

using ideary::Query;
using ideary::Remark;
using ideary::Results;
using ideary::SearchOptions;
using search_test::idea;
using search_test::TestIndex;

namespace {

std::string repeat(const std::string &text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

/// `(((x AND y) OR y) AND y)`, as deep as asked for.
std::string nested(int depth) {
    std::string text = "x";
    for (int i = 0; i < depth; ++i) {
        text = "(" + text + (i % 2 == 0 ? " AND y" : " OR y") + ")";
    }
    return text;
}

std::string different_words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "word" + std::to_string(i) + " ";
    }
    return text;
}

std::string joined_words(int count, const std::string &between) {
    std::string text = "cup0";
    for (int i = 1; i < count; ++i) {
        text += between + "cup" + std::to_string(i);
    }
    return text;
}

/// That many phrases, each another.
std::string phrases(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "\"cup" + std::to_string(i) + " cup" + std::to_string(i + 1) + "\" ";
    }
    return text;
}

bool says(const std::vector<Remark> &remarks, const std::string &part) {
    return std::any_of(remarks.begin(), remarks.end(), [&](const Remark &remark) {
        return remark.text.find(part) != std::string::npos;
    });
}

} // namespace

TEST_CASE("query limits: a query over a limit is answered with a remark") {
    struct Limit {
        std::string within, beyond, remark;
    };
    const Limit limits[] = {
        {repeat("tea ", 1024), repeat("tea ", 1025), "4096 bytes"},
        {different_words(64), different_words(65), "64 different words"},
        {nested(8), nested(9), "eight deep"},
        {"\"" + repeat("tea ", 16) + "\"", "\"" + repeat("tea ", 17) + "\"", "16 words"},
        {phrases(6) + phrases(6), phrases(7), "6 phrases"},
        {"te*", "t*", "two letters or more"},
        {"tee~", "te~", "three letters or more"},
        {joined_words(16, " NEAR/64 "), joined_words(17, " NEAR/64 "), "16 words or phrases"},
        {"tea NEAR tea", "tea NEAR Téa NEAR TEA", "with itself once"},
        {"tea NEAR/64 pot", "tea NEAR/65 pot", "64 words at most"},
        {repeat("(", 32) + "tea pot" + repeat(")", 32),
         repeat("(", 40) + "tea pot" + repeat(")", 40), "eight deep"},
    };
    const TestIndex index({idea("a", "A pot of tea"), idea("b", "x y t te and word1"),
                           idea("c", "All of it", repeat("tea ", 20)),
                           idea("d", "In a row", joined_words(17, " "))});
    for (const Limit &limit : limits) {
        CAPTURE(limit.beyond);
        CHECK(Query::parse(limit.within).remarks().empty());
        const Results results = index.search(limit.beyond);
        CHECK(says(results.remarks, limit.remark));
        CHECK(results.total > 0);
        for (const Remark &remark : results.remarks) {
            CHECK(remark.offset + remark.length <= limit.beyond.size());
        }
    }
}

TEST_CASE("query limits: a prefix expands to its 64 most frequent words, all prefixes to a bounded "
          "number") {
    std::vector<ideary::Idea> ideas;
    for (int i = 0; i < 70; ++i) {
        ideas.push_back(idea("i" + std::to_string(i), "tea" + std::to_string(i)));
    }
    ideas.push_back(idea("often", "tea69 again"));
    const TestIndex index(ideas);
    const Results results = index.search("tea*");
    CHECK(says(results.remarks, "most frequent words with this start"));
    CHECK(results.total == 65);
    CHECK(says(index.search("te* tea* tea6* tea5* tea4*").remarks, "Too many starts"));
    CHECK(index.search("tea6*").remarks.empty());
}

TEST_CASE("query limits: offset + limit is at most 10,000") {
    const TestIndex index({idea("a", "One")});
    SearchOptions options;
    options.offset = 9990;
    CHECK(index.search("one", options).remarks.empty());
    options.offset = 9991;
    CHECK(says(index.search("one", options).remarks, "10000 hits"));
    options.offset = 0;
    options.limit = 10001;
    const Results results = index.search("one", options);
    CHECK(says(results.remarks, "10000 hits"));
    CHECK(results.hits.size() == 1);
}

TEST_CASE("query limits: an impossible value matches nothing, with a remark") {
    const TestIndex index({idea("a", "One")});
    for (const char *text : {"kind:lecture", "kind:lecture one", "language:english one"}) {
        CAPTURE(text);
        const Results results = index.search(text);
        CHECK(results.total == 0);
        CHECK(results.remarks.size() == 1);
    }
    CHECK(index.search("kind:wish language:en one").total == 1);
    CHECK(index.search("kind:lecture OR one").total == 1);
    CHECK(index.search("topic:nothing author:nobody source:nowhere one").total == 0);
}
