// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What eval computes, against figures worked out by hand, and what it reads.
#include <doctest/doctest.h>

#include <cmath>

#include "eval/files.hpp"
#include "eval/measures.hpp"

using namespace ideary::tools;
using doctest::Approx;

TEST_CASE("eval: gains are grades, discounted by the logarithm of the rank") {
    const Grades grades = {{"a", 2}, {"b", 1}, {"c", 1}, {"d", 0}};
    const double best = 2 + 1 / std::log2(3) + 0.5;
    const Measures measures = measure({"b", "x", "a", "d"}, grades);
    CHECK(measures.ndcg10 == Approx((1 + 2 / 2.0) / best));
    CHECK(measures.average_precision == Approx((1 + 2 / 3.0) / 3));
    CHECK(measures.reciprocal_rank == 1);
    CHECK(measures.recall100 == Approx(2 / 3.0));
    CHECK(measure({"a", "b", "c"}, grades).ndcg10 == Approx(1));
    CHECK(measure({"x", "c"}, grades).reciprocal_rank == 0.5);
    CHECK(measure({}, grades).ndcg10 == 0);
    CHECK(measure({"d"}, {{"d", 0}}).average_precision == 0);
}

TEST_CASE("eval: each measure looks as deep as it says, and at each idea once") {
    std::vector<std::string> ranking;
    for (int i = 0; i < 150; ++i) {
        ranking.push_back(std::to_string(i));
    }
    const Measures eleventh = measure(ranking, {{"10", 1}});
    CHECK(eleventh.ndcg10 == 0);
    CHECK(eleventh.average_precision == Approx(1 / 11.0));
    CHECK(measure(ranking, {{"99", 1}, {"100", 1}}).recall100 == 0.5);
    CHECK(measure({"a", "a", "b"}, {{"a", 1}, {"b", 1}}).average_precision == 1);
    Grades many; // more relevant ideas than places: the ten best are enough
    for (int i = 0; i < 20; ++i) {
        many.emplace(std::to_string(i), 1);
    }
    CHECK(measure(ranking, many).ndcg10 == Approx(1));
    CHECK(measure({"a", "b"}, {{"a", -1}, {"b", 1}}).ndcg10 == Approx(1 / std::log2(3)));
}

TEST_CASE("eval: a difference is chance as often as signs at random make it as large") {
    const Difference three = compare({1, 1, 1, 0.5}, {0, 0.5, 0.25, 0.5});
    CHECK(three.mean == Approx(2.25 / 4));
    CHECK(three.better == 3);
    CHECK(three.worse == 0);
    CHECK(three.p == Approx(2 / 8.0)); // all plus, all minus
    CHECK(compare({0, 0.1}, {0.3, 0}).p == 1 / 2.0 + 0.5);
    CHECK(compare({0.3}, {0.3}).p == 1);
    CHECK(compare({}, {}).p == 1);
    std::vector<double> ours(40, 0.5), theirs(40, 0.4);
    CHECK(compare(ours, theirs).p < 0.001);
    for (std::size_t i = 0; i < ours.size(); i += 2) {
        std::swap(ours[i], theirs[i]);
    }
    CHECK(compare(ours, theirs).p == 1);
    // 22 of 40 signs: the binomial distribution gives 0.6358.
    for (const std::size_t i : {0U, 2U}) {
        std::swap(ours[i], theirs[i]);
    }
    const Difference some = compare(ours, theirs);
    CHECK(some.better == 22);
    CHECK(some.p == Approx(0.6358).epsilon(0.01));
    CHECK(some.p == compare(ours, theirs).p);
}

TEST_CASE("eval: the kind of a query stands before its number") {
    CHECK(kind_of_query("word-07") == "word");
    CHECK(kind_of_query("two-words_3") == "two-words");
    CHECK(kind_of_query("17").empty());
    CHECK(kind_of_query("free") == "free");
}

TEST_CASE("eval: reads queries in three forms") {
    EvalFile lines = {"q", "one two\n\n# no\nthree\r\n"};
    const std::vector<EvalQuery> plain = read_queries(lines);
    REQUIRE(plain.size() == 2);
    CHECK(plain[1].id == "2");
    CHECK(plain[1].text == "three");
    EvalFile tabs = {"q", "\xEF\xBB\xBFq1\tone\ttwo\nq2\n\tx\nq1\tagain\n"};
    const std::vector<EvalQuery> tabbed = read_queries(tabs);
    REQUIRE(tabbed.size() == 1);
    CHECK(tabbed[0].id == "q1");
    CHECK(tabbed[0].text == "one\ttwo");
    CHECK(tabs.remarks.size() == 3);
    EvalFile json = {"q", "{\"id\":7,\"text\":\"# a\\nb\"}\n{\"id\":\"x\"}\n[1]\n{\n"};
    const std::vector<EvalQuery> objects = read_queries(json);
    REQUIRE(objects.size() == 1);
    CHECK(objects[0].id == "7");
    CHECK(objects[0].text == "# a\nb");
    REQUIRE(json.remarks.size() == 3);
    CHECK(json.remarks[0].line == 2);
    EvalFile nothing = {"q", ""};
    CHECK(read_queries(nothing).empty());
}

TEST_CASE("eval: reads judgements of three and of four columns, with blanks in names") {
    EvalFile file = {"r", "query\tidea\tgrade\n1\tan idea\t2\n1 0 b 1\n1 0\tc 1\n1 b 3\n"
                          "2 0 x y 1\n2 x high\n2 x\n"};
    const Judgements judgements = read_judgements(file);
    REQUIRE(judgements.size() == 1);
    CHECK(judgements.at("1") == std::map<std::string, int>{{"an idea", 2}, {"b", 3}, {"c", 1}});
    CHECK(file.remarks.size() == 3);
}

TEST_CASE("eval: a run is ordered by its scores, then by its ranks") {
    EvalFile file = {"run", "1 Q0 low 1 0.5 x\n1 Q0 b 3 2 x\n1 Q0 a 2 2.0 x\n1 Q0 c d e f\n"
                            "2 Q0 z 1 -1e3 x\n"};
    const Rankings run = read_run(file);
    CHECK(run.at("1") == std::vector<std::string>{"a", "b", "low"});
    CHECK(run.at("2").size() == 1);
    CHECK(file.remarks.size() == 1);
}
