// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "queries/query.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include <ideary/query.hpp>
#include <ideary/writer.hpp>
#include <unistd.h>

#include "corpus/terms.hpp"
#include "measure/agreement.hpp"
#include "queries/query_maker.hpp"

using namespace ideary::bench;
namespace fs = std::filesystem;

TEST_SUITE_BEGIN("bench");

namespace {

BenchQuery query_of(QueryClass kind, std::vector<std::string> words) {
    BenchQuery query;
    query.kind = kind;
    query.words = std::move(words);
    return query;
}

struct Folder {
    std::string path = (fs::temp_directory_path() / "ideary-bench-test-XXXXXX").string();
    Folder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
    ~Folder() { fs::remove_all(path); }
};

/// An index of a few hundred ideas, written by the library.
std::string index_in(const Folder &folder) {
    const std::string lines = folder.path + "/ideas.jsonl";
    std::ofstream file(lines);
    const char *words[] = {"testing", "deploy", "python", "django", "rust", "editor", "profile"};
    for (int i = 0; i < 400; ++i) {
        file << R"({"id":"i)" << i << R"(","title":")" << words[i % 7] << " the "
             << words[i * i % 7] << " " << words[i / 7 % 7] << R"(","year":)" << 2010 + i % 9
             << R"(,"authors":["Ada Lace"],"topics":["Subject )" << i % 5 << "\"]}\n";
    }
    file.close();
    const std::string index = folder.path + "/index";
    REQUIRE(ideary::ingest(index, {lines}).ideas_total == 400);
    return index;
}

} // namespace

TEST_CASE("query: typed() uses the query language") {
    CHECK(typed(query_of(QueryClass::any, {"one", "two"})) == "one two");
    CHECK(typed(query_of(QueryClass::all, {"one", "two"})) == "one AND two");
    CHECK(typed(query_of(QueryClass::phrase, {"one", "two"})) == "\"one two\"");
    CHECK(typed(query_of(QueryClass::prefix, {"pyth"})) == "pyth*");
    BenchQuery filter = query_of(QueryClass::filter, {"one"});
    filter.author = "ada lace";
    filter.from = filter.to = 2019;
    CHECK(typed(filter) == "author:\"ada lace\" year:2019 one");
    BenchQuery years = query_of(QueryClass::years, {"one", "two"});
    years.from = 2015;
    years.to = 2018;
    CHECK(typed(years) == "year:2015..2018 (one OR two)");
    CHECK(ideary::Query::parse(typed(years)).remarks().empty());
}

TEST_CASE("query: a line of a query file is read back") {
    BenchQuery query = query_of(QueryClass::filter, {"testing"});
    query.author = "ada \"q\" lace";
    query.from = query.to = 2019;
    CHECK(from_line(to_line(query)) == query);
    CHECK_THROWS(from_line(R"({"class":"none","words":["a"]})"));
    CHECK_THROWS(from_line(R"({"class":"word","words":[]})"));
    CHECK_THROWS(from_line("word"));
}

TEST_CASE("query_maker: queries are reproducible and have hits") {
    const Folder folder;
    const std::string index = index_in(folder);
    const IdearyEngine engine(index);
    const Baseline baseline(generation_path(index, engine.index().info().generation));
    QuerySpec spec;
    spec.per_class = 4;
    const auto queries = make_queries(baseline.written(), spec);
    CHECK(queries == make_queries(baseline.written(), spec));
    std::set<QueryClass> kinds;
    for (const BenchQuery &query : queries) {
        CAPTURE(typed(query));
        kinds.insert(query.kind);
        CHECK(!baseline.all(query).empty());
    }
    CHECK(kinds.count(QueryClass::filter) == 1);
    CHECK(kinds.count(QueryClass::phrase) == 1);
    const Agreement agreement = agreement_of(engine, baseline, queries);
    CHECK(agreement.totals == queries.size());
    CHECK(agreement.values > 0);
    CHECK(agreement.values_equal == agreement.values);
}

TEST_CASE("terms: an id and its term have the same key") {
    const Folder folder;
    const std::string lines = folder.path + "/ideas.jsonl";
    const std::string id = "a-talk-with-a-name-that-goes-on-and-on-for-more-than-any-term-may-have";
    std::ofstream(lines) << R"({"id":")" << id << R"(","title":"One talk"})" << '\n';
    const std::string index = folder.path + "/index";
    REQUIRE(ideary::ingest(index, {lines}).ideas_total == 1);
    const Baseline baseline(generation_path(index, 1));
    const auto documents = baseline.all(query_of(QueryClass::word, {"talk"}));
    REQUIRE(documents.size() == 1);
    CHECK(baseline.key_of(documents[0]) == key_of_id("ideas/" + id));
    CHECK(key_of_id_term("Qideas/short") == key_of_id("ideas/short"));
}

TEST_CASE("agreement: the overlap of pages ignores their order") {
    CHECK(overlap_of({"a", "b"}, {"b", "a"}) == 1);
    CHECK(overlap_of({"a", "b"}, {"b", "c"}) == doctest::Approx(0.5));
    CHECK(overlap_of({}, {}) == 1);
    CHECK(overlap_of({"a"}, {}) == 0);
}

TEST_SUITE_END();
