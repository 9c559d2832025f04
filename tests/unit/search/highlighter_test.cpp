// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Marks and snippets.
#include <doctest/doctest.h>

#include "unit/search/fixture.hpp"

using ideary::SearchOptions;
using search_test::idea;
using search_test::TestIndex;

namespace {

std::string marked(const ideary::MarkedText &text) {
    return ideary::to_html(text, "[", "]");
}

std::string long_body() {
    std::string body = "Nothing of note stands at the start of this long text. ";
    for (int i = 0; i < 40; ++i) {
        body += "Filler sentences follow each other here, number after number. ";
    }
    body += "Then queues meet sharding in production.\n\nA new paragraph on sharding ends it. ";
    for (int i = 0; i < 40; ++i) {
        body += "More filler of the same plain sort, of no use to anyone. ";
    }
    return body;
}

} // namespace

TEST_CASE("highlighter: words are marked by form, stem, accent and compound part") {
    const TestIndex index({idea("a", "Scaling <Django> & CI/CD", "A résumé of deployments."),
                           idea("t", "ブラウザテストの話")});
    CHECK(marked(index.search("scaled").hits[0].title) == "[Scaling] &lt;Django&gt; &amp; CI/CD");
    CHECK(marked(index.search("cd").hits[0].title) == "Scaling &lt;Django&gt; &amp; CI/[CD]");
    CHECK(marked(index.search("CI/CD").hits[0].title) == "Scaling &lt;Django&gt; &amp; [CI/CD]");
    CHECK(marked(index.search("resume deploying").hits[0].snippet) ==
          "A [résumé] of [deployments].");
    CHECK(marked(index.search("the scaling").hits[0].title).find("[Scaling]") == 0);
    CHECK(marked(index.search("djan*").hits[0].title).find("[Django]") != std::string::npos);
    CHECK(marked(index.search("テスト").hits[0].title) == "ブラウザ[テスト]の話");
    CHECK(marked(index.search("\"resume of\"").hits[0].snippet) == "A [résumé of] deployments.");
}

TEST_CASE("snippet: the best passage, cut between words") {
    const TestIndex index({idea("a", "Title", long_body())});
    const ideary::MarkedText snippet = index.search("sharding queues").hits[0].snippet;
    CHECK(snippet.text.size() <= 160 + 4);
    CHECK(marked(snippet).find("[queues] meet [sharding]") != std::string::npos);
    CHECK(snippet.text.find('\n') == std::string::npos);
    CHECK(snippet.text.rfind("…", 0) == 0);
    CHECK(snippet.text.substr(snippet.text.size() - 3) == "…");
    const std::string start = index.search("title").hits[0].snippet.text;
    CHECK(start.rfind("Nothing of note", 0) == 0);
    SearchOptions options;
    options.snippet_length = 40;
    const std::string small = index.search("sharding queues", options).hits[0].snippet.text;
    CHECK(small.size() <= 40 + 4);
    CHECK(small.find("queues") != std::string::npos);
    options.snippet_length = 0;
    CHECK(index.search("sharding", options).hits[0].snippet.text.empty());
}

TEST_CASE("snippet: graphemes are not cut [long words]") {
    std::string body;
    for (int i = 0; i < 300; ++i) {
        body += "e\u0301";
    }
    const TestIndex index({idea("a", "Title", body), idea("b", "Title", std::string(5000, 'x'))});
    SearchOptions options;
    options.snippet_length = 11;
    for (const ideary::Hit &hit : index.search("title", options).hits) {
        CHECK_FALSE(hit.snippet.text.empty());
        CHECK(hit.snippet.text.size() < 40);
    }
}
