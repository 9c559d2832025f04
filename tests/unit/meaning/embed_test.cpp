// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "meaning/embed.hpp"
#include "unit/meaning/table_bytes.hpp"

using namespace ideary::meaning;
using meaning_test::row;
using meaning_test::table_bytes;

namespace {

const std::string bytes = table_bytes({row("ant", 0), row("bee", 1), row("cow", 2, 100)});
const WordVectors table = *WordVectors::parse(bytes);

Vector random_vector(std::mt19937 &random) {
    std::array<double, dimensions> sum{};
    for (double &each : sum) {
        each = std::normal_distribution<double>()(random);
    }
    return to_vector(sum);
}

Vector embed_stems(const std::vector<StemCount> &stems) {
    return embed(table, stems);
}

} // namespace

TEST_CASE("vector: the cosine is symmetric, 1 with itself and 0 with nothing") {
    std::mt19937 random(3);
    const Vector nothing{};
    for (int i = 0; i < 100; ++i) {
        const Vector a = random_vector(random);
        const Vector b = random_vector(random);
        CHECK(cosine(a, b) == cosine(b, a));
        CHECK(cosine(a, a) == doctest::Approx(1).epsilon(0.02));
        CHECK(std::abs(cosine(a, b)) < 0.7);
        CHECK(cosine(a, nothing) == 0);
    }
}

TEST_CASE("vector: the integer product of extreme components is exact") {
    Vector least;
    least.fill(-128);
    Vector most;
    most.fill(127);
    CHECK(dot(least, least) == 64 * 128 * 128);
    CHECK(dot(least, most) == -64 * 128 * 127);
}

TEST_CASE("vector: components are those of the unit vector, times 127 and rounded") {
    std::array<double, dimensions> sum{};
    CHECK(is_zero(to_vector(sum)));
    sum[0] = 3e9;
    sum[1] = -4e9;
    const Vector vector = to_vector(sum);
    CHECK(vector[0] == 76);
    CHECK(vector[1] == -102);
    CHECK(!is_zero(vector));
}

TEST_CASE("embed: a text without known words has no meaning") {
    CHECK(is_zero(embed_stems({})));
    CHECK(is_zero(embed_stems({{"zebra", 3}, {"", 1}})));
    CHECK(is_zero(embed_stems({{"ant", 0}})));
    CHECK(is_zero(embed(table, IdeaStems{})));
}

TEST_CASE("embed: a word counts 1 + ln n times its row, unknown words not at all") {
    const Vector once = embed_stems({{"ant", 1}, {"bee", 1}, {"zebra", 9}});
    CHECK(once[0] == 90);
    CHECK(once[1] == 90);
    const Vector thrice = embed_stems({{"ant", 3}, {"bee", 1}});
    const double weight = 1 + std::log(3.0);
    CHECK(thrice[0] == std::lround(127 * weight / std::hypot(weight, 1)));
    CHECK(thrice[1] == std::lround(127 / std::hypot(weight, 1)));
}

TEST_CASE("embed: the order of the words does not matter") {
    const WordVectors words = WordVectors::built_in();
    std::vector<std::string> stems;
    for (std::size_t i = 0; i < 300; ++i) {
        stems.emplace_back(words.stem(i * 37));
    }
    std::vector<StemCount> counts;
    for (std::size_t i = 0; i < stems.size(); ++i) {
        counts.push_back({stems[i], static_cast<std::uint32_t>(i % 5 + 1)});
    }
    const Vector first = embed(words, counts);
    std::mt19937 random(5);
    for (int i = 0; i < 50; ++i) {
        std::shuffle(counts.begin(), counts.end(), random);
        CHECK(embed(words, counts) == first);
    }
}

TEST_CASE(
    "embed: of an idea the title counts 1, the body .5, the section .3, whatever their length") {
    const std::vector<StemCount> ant{{"ant", 1}};
    const std::vector<StemCount> bees{{"bee", 50}};
    const std::vector<StemCount> cow{{"cow", 1}};
    const Vector vector = embed(table, IdeaStems{ant, bees, cow});
    const double length = std::sqrt(1 + 0.25 + 0.09);
    CHECK(vector[0] == std::lround(127 / length));
    CHECK(vector[1] == std::lround(127 * 0.5 / length));
    CHECK(vector[2] == std::lround(127 * 0.3 / length));
    CHECK(embed(table, IdeaStems{{}, bees, {}}) == embed(table, Stems(bees)));
}

TEST_CASE("embed: a text is nearer to a paraphrase than to another subject") {
    const WordVectors words = WordVectors::built_in();
    const std::vector<StemCount> query{{"pedagogi", 1}, {"classroom", 1}};
    const std::vector<StemCount> near{{"teach", 1}, {"student", 1}, {"python", 1}};
    const std::vector<StemCount> far{{"deploy", 1}, {"kubernet", 1}, {"python", 1}};
    const Vector typed = embed(words, query);
    CHECK(cosine(typed, embed(words, near)) > 0.6);
    CHECK(cosine(typed, embed(words, far)) < 0.3);
}

TEST_CASE("known share: the weight of known stems in that of all") {
    const std::vector<StemWeight> stems{{"ant", 3}, {"zebra", 1}};
    CHECK(known_share(table, stems) == doctest::Approx(0.75));
    CHECK(known_share(table, {}) == 0);
    CHECK(known_share(table, std::vector<StemWeight>{{"ant", 0}}) == 0);
}

TEST_CASE("fingerprint: names the rules and the table") {
    const std::string other = table_bytes({row("ant", 0)});
    CHECK(fingerprint(table).starts_with("vectors:1-"));
    CHECK(fingerprint(table) != fingerprint(*WordVectors::parse(other)));
    CHECK(fingerprint(table) == fingerprint(table));
}
