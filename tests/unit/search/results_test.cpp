// SPDX-License-Identifier: GPL-2.0-or-later
// What an answer says besides its hits: order, pages, marks, suggestions, related ideas.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <pthread.h>

#include "ideary/error.hpp"
#include "unit/search/fixture.hpp"

using ideary::Idea;
using ideary::Query;
using ideary::Results;
using ideary::SearchOptions;
using ideary::Sort;
using search_test::idea;
using search_test::Indexed;
using Slugs = std::vector<std::string>;

namespace {

Slugs slugs(const Results &results) {
    Slugs found;
    for (const ideary::Hit &hit : results.hits) {
        found.push_back(hit.idea.id.substr(hit.idea.id.find('/') + 1));
    }
    return found;
}

Idea in_year(Idea idea, int year) {
    idea.year = year;
    return idea;
}

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

TEST_CASE("equal scores stand by year, newest first, unknown last, then by id") {
    const Indexed index({in_year(idea("b", "Same words"), 2020), idea("a", "Same words"),
                         in_year(idea("d", "Same words"), 2024),
                         in_year(idea("c", "Same words"), 2020)});
    CHECK(slugs(index.search("same")) == Slugs{"d", "b", "c", "a"});
    SearchOptions options;
    options.sort = Sort::year_ascending;
    CHECK(slugs(index.search("same", options)) == Slugs{"b", "c", "d", "a"});
    options.sort = Sort::year_descending;
    CHECK(slugs(index.search("same", options)) == Slugs{"d", "b", "c", "a"});
}

TEST_CASE("titles sort as people sort them") {
    const Indexed index({idea("1", "zebra"), idea("2", "Äpfel"), idea("3", "apple"),
                         idea("4", "Banana"), idea("5", "Äpfel")});
    SearchOptions options;
    options.sort = Sort::title;
    CHECK(slugs(index.search("", options)) == Slugs{"2", "5", "3", "4", "1"});
}

TEST_CASE("the same query gives the same list, always") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 50; ++i) {
        ideas.push_back(in_year(idea("i" + std::to_string(i), "Testing things"), 2000 + i % 3));
    }
    const Indexed one(ideas);
    std::reverse(ideas.begin(), ideas.end());
    const Indexed other(ideas);
    SearchOptions options;
    options.limit = 50;
    CHECK(slugs(one.search("testing", options)) == slugs(other.search("testing", options)));
    CHECK(slugs(one.search("", options)) == slugs(other.search("", options)));
}

TEST_CASE("a page beyond the deepest hit is cut, with a remark") {
    const Indexed index({idea("a", "One")});
    SearchOptions options;
    options.offset = 9995;
    const Results results = index.search("one", options);
    CHECK(results.hits.empty());
    CHECK(results.total == 1);
    CHECK_FALSE(results.remarks.empty());
    options.offset = static_cast<std::size_t>(-1);
    options.limit = static_cast<std::size_t>(-1);
    CHECK(index.search("one", options).hits.empty());
}

TEST_CASE("an unknown word is searched as the closest known one, and the answer says so") {
    const Indexed index({idea("dj", "Django deployment"), idea("fw", "A framework of rest")});
    const Results results = index.search("djnago (framwork), please");
    REQUIRE(results.did_you_mean);
    CHECK(*results.did_you_mean == "django (framework), please");
    CHECK(results.query == "djnago (framwork), please");
    CHECK(results.canonical == "(djnago OR framwork OR please)");
    CHECK(results.total == 2);
    CHECK(marked(results.hits[0].title).find('[') != std::string::npos);
}

TEST_CASE("quoted, must, numeric, short and known words are never replaced") {
    const Indexed index({idea("dj", "Django deployments in 2024"), idea("b", "Cats")});
    for (const char *text : {"\"djnago\"", "+djnago", "-djnago", "2025", "3.13", "cta", "djang0",
                             "deployment", "deploy", "cat", "title:djnago", "djnago*", "the"}) {
        CAPTURE(text);
        CHECK_FALSE(index.search(text).did_you_mean);
    }
    SearchOptions literal;
    literal.literal = true;
    CHECK_FALSE(index.search("djnago", literal).did_you_mean);
    CHECK(index.search("djnago", literal).total == 0);
}

TEST_CASE("two edits are allowed from seven letters on") {
    const Indexed index({idea("a", "Kubernetes"), idea("b", "Celery")});
    CHECK(index.search("kubrenetis").did_you_mean == "kubernetes");
    CHECK(index.search("celary").did_you_mean == "celery");
    CHECK_FALSE(index.search("calory").did_you_mean);
}

TEST_CASE("related ideas fill a short list from below") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 4; ++i) {
        ideas.push_back(idea("hit" + std::to_string(i), "Kubernetes clusters", "containers"));
    }
    for (int i = 0; i < 20; ++i) {
        ideas.push_back(idea("near" + std::to_string(i), "Clusters of containers"));
        ideas.back().kind = i < 2 ? ideary::Kind::talk : ideary::Kind::wish;
    }
    for (int i = 0; i < 60; ++i) {
        ideas.push_back(idea("far" + std::to_string(i), "Knitting for beginners"));
        ideas.push_back(idea("else" + std::to_string(i), "Cooking with friends"));
    }
    const Indexed index(ideas);
    const Results results = index.search("kubernetes");
    CHECK(results.total == 4);
    REQUIRE(results.related_from == std::optional<std::size_t>(5));
    REQUIRE(results.hits.size() == 10);
    for (std::size_t i = 4; i < 10; ++i) {
        CHECK(results.hits[i].idea.id.find("near") != std::string::npos);
        CHECK(results.hits[i].score <= results.hits[i - 1].score);
    }
    SearchOptions options;
    options.filters = {{"kind", "talk"}};
    CHECK(index.search("kubernetes", options).total == 0);
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options.filters = {{"kind", "wish"}};
    for (const ideary::Hit &hit : index.search("kubernetes", options).hits) {
        CHECK(hit.idea.kind == ideary::Kind::wish);
    }
    for (const ideary::Hit &hit : index.search("kubernetes -kind:talk").hits) {
        CHECK(hit.idea.kind == ideary::Kind::wish);
    }
    for (const char *text : {"clusters", "\"kubernetes\"", "zzz", "", "kind:talk", "-clusters"}) {
        CHECK_FALSE(index.search(text).related_from);
    }
    options = {};
    options.literal = true;
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options = {};
    options.sort = Sort::title;
    CHECK_FALSE(index.search("kubernetes", options).related_from);
    options = {};
    options.offset = 6;
    options.limit = 2;
    const Results page = index.search("kubernetes", options);
    CHECK(page.related_from == std::optional<std::size_t>(5));
    REQUIRE(page.hits.size() == 2);
    CHECK(page.hits[0].rank == 7);
    CHECK(page.hits[0].idea.id == results.hits[6].idea.id);
}

TEST_CASE("matched words are marked by form, stem, accent and part") {
    const Indexed index({idea("a", "Scaling <Django> & CI/CD", "A résumé of deployments."),
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

TEST_CASE("a snippet is the best passage, cut between words") {
    const Indexed index({idea("a", "Title", long_body())});
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

TEST_CASE("a snippet never cuts a grapheme, however long the word") {
    std::string body;
    for (int i = 0; i < 300; ++i) {
        body += "e\u0301";
    }
    const Indexed index({idea("a", "Title", body), idea("b", "Title", std::string(5000, 'x'))});
    SearchOptions options;
    options.snippet_length = 11;
    for (const ideary::Hit &hit : index.search("title", options).hits) {
        CHECK_FALSE(hit.snippet.text.empty());
        CHECK(hit.snippet.text.size() < 40);
    }
}

TEST_CASE("facets are cut to their limit, chosen values apart") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 6; ++i) {
        for (int k = 0; k <= i; ++k) {
            ideas.push_back(idea("i" + std::to_string(i) + std::to_string(k), "Words"));
            ideas.back().topics = {"T" + std::to_string(i)};
        }
    }
    const Indexed index(ideas);
    SearchOptions options;
    options.facets = {"topic"};
    options.facet_limit = 2;
    options.filters = {{"topic", "t0"}};
    const ideary::Facet facet = index.search("words", options).facets.at(0);
    REQUIRE(facet.values.size() == 3);
    CHECK(facet.field == "topic");
    CHECK(facet.values[0].value == "T5");
    CHECK(facet.values[0].count == 6);
    CHECK(facet.values[2].value == "T0");
    CHECK(facet.values[2].selected);
    CHECK(index.search("words", options).total == 1);
    CHECK(index->facet("topic", Query::parse("words"), {}).values.size() == 6);
    CHECK(index->facet("source", Query::parse("words"), {}).values.size() == 3);
}

TEST_CASE("values of equal count stand by collation") {
    std::vector<Idea> ideas;
    for (const char *topic : {"zoo", "Äpfel", "bee", "Apple"}) {
        ideas.push_back(idea(topic, "Words"));
        ideas.back().topics = {topic};
    }
    const Indexed index(ideas);
    const ideary::Facet facet = index->facet("topic", Query::parse(""), {});
    Slugs values;
    for (const auto &value : facet.values) {
        values.push_back(value.value);
    }
    CHECK(values == Slugs{"Äpfel", "Apple", "bee", "zoo"});
}

TEST_CASE("filters and facets that are none are errors of usage") {
    const Indexed index({idea("a", "One")});
    SearchOptions options;
    options.facets = {"nonsense"};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.facets = {"title"};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.facets = {};
    options.filters = {{"year", "soon"}};
    CHECK_THROWS_AS(index.search("one", options), ideary::Error);
    options.filters = {{"language", "eng"}};
    CHECK(index.search("one", options).total == 1);
}

TEST_CASE("show gives an idea whole, or nothing") {
    Idea whole = idea("a", "One", "Body\n\nwith two paragraphs");
    whole.links = {{"a link", "https://example.org"}};
    const Indexed index({whole});
    const auto shown = index->show("list/a");
    REQUIRE(shown);
    CHECK(shown->body == whole.body);
    CHECK(shown->links == whole.links);
    CHECK_FALSE(index->show("list/b"));
    CHECK_FALSE(index->show(""));
    CHECK_FALSE(index->show(std::string("a\0b", 3)));
    const Results results = index.search("one");
    CHECK(results.hits[0].idea.body.empty());
    CHECK(results.took_ms > 0);
    CHECK(index->info().ideas == 1);
}

TEST_CASE("opening what is no index is said with its kind") {
    search_test::Folder folder;
    try {
        ideary::Index::open(folder.index());
        FAIL("opened");
    } catch (const ideary::Error &error) {
        CHECK(error.kind() == ideary::ErrorKind::missing_input);
    }
}

TEST_CASE("an open index follows what is published") {
    search_test::Folder folder;
    search_test::write(folder.index(), {idea("a", "One")});
    const ideary::Index index = ideary::Index::open(folder.index());
    CHECK(index.search(Query::parse("two")).total == 0);
    search_test::write(folder.index(), {idea("b", "Two")});
    CHECK(index.search(Query::parse("two")).total == 1);
    CHECK(index.search(Query::parse("")).total == 2);
    CHECK(index.search(Query::parse("tow words")).did_you_mean == std::nullopt);
}

TEST_CASE("hostile queries are answered in bounded time, on a small stack") {
    std::vector<Idea> ideas;
    for (int i = 0; i < 40; ++i) {
        ideas.push_back(idea("i" + std::to_string(i),
                             "The state of the art in C++ " + std::string(1, char('a' + i % 26))));
    }
    const Indexed index(ideas);
    const auto repeat = [](const std::string &text, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) {
            out += text;
        }
        return out;
    };
    std::string groups = "state";
    for (int i = 0; i < 40; ++i) {
        groups = "(" + groups + (i % 2 == 0 ? " AND art" : " OR the") + ")";
    }
    std::vector<std::string> hostile{
        groups,
        repeat("(", 90000),
        repeat("\"the of\" ", 400),
        repeat("the NEAR/64 of ", 300),
        repeat("st* ar* ", 500),
        repeat("satte~ ", 500),
        repeat("year:..3000 ", 300),
        repeat("author:a* ", 400),
        repeat("-state +art ", 300),
        repeat("a-b-c-d/", 500),
        repeat("机器学习", 400),
        repeat("e\u0301\u0302", 900),
        std::string(4096, '\xff'),
        std::string("a\0b", 3),
    };
    hostile.push_back("");
    for (char a = 'a'; a <= 'z'; ++a) {
        hostile.back() += std::string(1, a) + "x* " + a + std::string("qq~ ");
    }
    struct Work {
        const Indexed &index;
        const std::vector<std::string> &queries;
        bool failed = false;
    } work{index, hostile};
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 256 * 1024);
    pthread_t thread{};
    const auto start = std::chrono::steady_clock::now();
    pthread_create(
        &thread, &small,
        [](void *given) -> void * {
            auto &todo = *static_cast<Work *>(given);
            for (const std::string &query : todo.queries) {
                try {
                    todo.index.search(query);
                } catch (...) {
                    todo.failed = true;
                }
            }
            return nullptr;
        },
        &work);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&small);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK_FALSE(work.failed);
    CHECK(took.count() < 5);
}

TEST_CASE("many threads share one index while it is written") {
    search_test::Folder folder;
    std::vector<Idea> ideas;
    for (int i = 0; i < 30; ++i) {
        ideas.push_back(
            idea("i" + std::to_string(i), "Shared words of number " + std::to_string(i)));
    }
    search_test::write(folder.index(), ideas);
    const ideary::Index index = ideary::Index::open(folder.index());
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 60; ++i) {
                SearchOptions options;
                options.facets = {"topic", "source"};
                const Results results = index.search(Query::parse("shraed words -zzz"), options);
                wrong += results.total >= 30 && results.hits.size() == 10 ? 0 : 1;
                wrong += index.show("list/i3") ? 0 : 1;
            }
        });
    }
    for (int i = 0; i < 4; ++i) {
        search_test::write(folder.index(), {idea("more" + std::to_string(i), "Shared words")});
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    CHECK(wrong == 0);
    CHECK(index.search(Query::parse("shared")).total == 34);
}
