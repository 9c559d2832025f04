// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/model.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "corpus/synthetic.hpp"

using namespace ideary::bench;

TEST_SUITE_BEGIN("bench");

namespace {

Model small_model() {
    Model model;
    model.learn("testing async code with pytest");
    model.learn("testing slow code\n\nwith patience, please");
    model.learn("async code is slow code");
    return model;
}

std::vector<std::string> cut(const std::string &text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

} // namespace

TEST_CASE("model: the same seed gives the same text") {
    Random one(7), same(7), other(8);
    const Model model = small_model();
    CHECK(model.text(40, one) == model.text(40, same));
    CHECK(model.text(40, one) != model.text(40, other));
    Random known(42);
    CHECK(known.next() == 0xBDD732262FEB6E95U);
}

TEST_CASE("model: words follow words that they followed in the texts") {
    Random random(1);
    const auto words = cut(small_model().text(500, random));
    REQUIRE(words.size() == 500);
    const std::set<std::string> after_async{"code"};
    const std::set<std::string> after_with{"pytest", "patience,"};
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        CHECK((words[i] != "async" || after_async.count(words[i + 1]) > 0));
        CHECK((words[i] != "with" || after_with.count(words[i + 1]) > 0));
    }
}

TEST_CASE("model: generates nothing before it has learned") {
    Random random(1);
    CHECK(Model().text(10, random).empty());
    Model empty_model;
    empty_model.learn(" \n ");
    CHECK(empty_model.text(10, random).empty());
}

TEST_CASE("random: skewed draws prefer small numbers and reach all") {
    Random random(3);
    std::map<std::uint32_t, int> seen;
    const ZipfSampler skewed(10, ZipfSampler::Shape::harmonic);
    for (int i = 0; i < 20000; ++i) {
        ++seen[skewed.draw(random)];
    }
    CHECK(seen.size() == 10);
    CHECK(seen.rbegin()->first == 9);
    CHECK(seen[0] > 3 * seen[4]);
    CHECK(seen[0] / seen[9] == doctest::Approx(10).epsilon(0.2));
}

TEST_CASE("synthetic: an idea depends on seed and number only") {
    const Model model = small_model();
    const Synthetic corpus(model, 100000, 5), again(model, 100000, 5), other(model, 100000, 6);
    const SyntheticIdea idea = corpus.idea(12345);
    CHECK(again.idea(12345).title == idea.title);
    CHECK(again.idea(12345).authors == idea.authors);
    CHECK(other.idea(12345).title + other.idea(12345).body != idea.title + idea.body);
}

TEST_CASE("synthetic: ideas have years, topics and authors in range") {
    const Model model = small_model();
    const Synthetic corpus(model, 1000000, 5);
    std::set<int> years;
    std::set<std::string> topics;
    for (std::uint64_t number = 1; number <= 5000; ++number) {
        const SyntheticIdea idea = corpus.idea(number);
        years.insert(idea.year);
        topics.insert(idea.topics.begin(), idea.topics.end());
        CHECK((idea.topics.size() >= 1 && idea.topics.size() <= 3));
        CHECK((idea.authors.size() >= 1 && idea.authors.size() <= 2));
    }
    CHECK(years.size() == 20);
    CHECK(topics.size() > 150);
    CHECK(topics.size() <= 200);
}

TEST_CASE("synthetic: names are distinct") {
    std::set<std::string> names;
    for (std::uint32_t number = 0; number < 20000; ++number) {
        names.insert(made_up_name(number));
    }
    CHECK(names.size() == 20000);
}

TEST_SUITE_END();
