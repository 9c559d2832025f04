// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "meaning/embed.hpp"
#include "meaning/word_vectors.hpp"
#include "unit/meaning/table_bytes.hpp"

using ideary::meaning::cosine;
using ideary::meaning::dimensions;
using ideary::meaning::embed;
using ideary::meaning::StemCount;
using ideary::meaning::WordVectors;
using meaning_test::number_bytes;
using meaning_test::Row;
using meaning_test::row;
using meaning_test::table_bytes;
using meaning_test::with_checksum;

namespace {

double nearness(const WordVectors &table, const char *left, const char *right) {
    const StemCount one{left};
    const StemCount other{right};
    return cosine(embed(table, {&one, 1}), embed(table, {&other, 1}));
}

/// Whatever a table that was accepted says, every row can be read and is found by its stem.
void check_readable(const WordVectors &table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        REQUIRE(table.find(table.stem(i)) == i);
        REQUIRE(std::isfinite(table.scale(i)));
        REQUIRE(table.scale(i) > 0);
        REQUIRE(table.components(i).size() == dimensions);
    }
}

const std::vector<Row> few{row("ant", 0), row("bee", 1, -128), row("bees", 63, 5)};

} // namespace

TEST_CASE("word vectors: the built-in table is well formed and opens to the same as parsed") {
    const auto parsed = WordVectors::parse(ideary::meaning::word_vector_bytes());
    REQUIRE(parsed);
    const WordVectors table = WordVectors::built_in();
    CHECK(table.size() == parsed->size());
    CHECK(table.checksum() == parsed->checksum());
    CHECK(table.size() > 10000);
    check_readable(table);
}

TEST_CASE("word vectors: the built-in table has words of the trade and no numbers or stop words") {
    const WordVectors table = WordVectors::built_in();
    for (const char *stem :
         {"python", "sql", "rust", "iot", "k8s", "c++", "ci/cd", "access", "r"}) {
        CAPTURE(stem);
        CHECK(table.find(stem));
    }
    for (const char *stem : {"the", "2024", "3.13", "python's", "@property", "", "zzz"}) {
        CAPTURE(stem);
        CHECK(!table.find(stem));
    }
}

TEST_CASE("word vectors: spelling variants have the same vector") {
    const WordVectors table = WordVectors::built_in();
    CHECK(nearness(table, "licens", "licenc") == doctest::Approx(1).epsilon(0.02));
    CHECK(nearness(table, "behavior", "behaviour") == doctest::Approx(1).epsilon(0.02));
}

TEST_CASE("word vectors: words of one subject are nearer than words drawn at random") {
    const WordVectors table = WordVectors::built_in();
    const std::vector<std::pair<const char *, const char *>> pairs{
        {"kubernet", "k8s"},   {"postgr", "databas"},  {"auth", "login"},  {"async", "coroutin"},
        {"teach", "student"},  {"game", "play"},       {"music", "audio"}, {"profil", "bottleneck"},
        {"burnout", "mental"}, {"licens", "copyright"}};
    std::mt19937 random(1);
    double of_random = 0;
    for (const auto &[left, right] : pairs) {
        CAPTURE(left);
        CHECK(nearness(table, left, right) > 0.6);
        const std::string other(table.stem(random() % table.size()));
        of_random += nearness(table, left, other.c_str()) / static_cast<double>(pairs.size());
    }
    CHECK(of_random < 0.3);
}

TEST_CASE("word vectors: a row has its components, scale and stem") {
    std::vector<Row> rows = few;
    rows[1].scale = 0x1400; // 2⁻¹⁰
    rows[2].scale = 0x0001; // the least binary16, 2⁻²⁴
    const std::string bytes = table_bytes(rows);
    const auto table = WordVectors::parse(bytes);
    REQUIRE(table);
    REQUIRE(table->size() == 3);
    CHECK(table->stem(1) == "bee");
    CHECK(table->components(1)[1] == -128);
    CHECK(table->components(2)[63] == 5);
    CHECK(table->scale(0) == 1.0F);
    CHECK(table->scale(1) == std::ldexp(1.0F, -10));
    CHECK(table->scale(2) == std::ldexp(1.0F, -24));
    CHECK(table->find("bees") == 2);
    for (const char *other : {"", "a", "anu", "be", "beesx", "zoo"}) {
        CHECK(!table->find(other));
    }
    const auto empty = WordVectors::parse(table_bytes({}));
    REQUIRE(empty);
    CHECK(!empty->find("ant"));
}

TEST_CASE("word vectors: a table that is not well formed is rejected") {
    CHECK(!WordVectors::parse(""));
    CHECK(!WordVectors::parse("IDEAVEC1"));
    const std::string bytes = table_bytes(few);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK(!WordVectors::parse(bytes.substr(0, size)));
        if (size > 20) {
            CHECK(!WordVectors::parse(with_checksum(bytes.substr(0, size))));
        }
    }
    CHECK(!WordVectors::parse(with_checksum(bytes + "x")));
    CHECK(!WordVectors::parse(table_bytes({row("bee", 0), row("ant", 0)})));
    CHECK(!WordVectors::parse(table_bytes({row("ant", 0), row("ant", 0)})));
    CHECK(!WordVectors::parse(table_bytes({row("", 0)})));
    for (const std::uint16_t scale : {0x0000, 0x7C00, 0x7E00, 0x8001, 0xBC00}) {
        CAPTURE(scale);
        std::vector<Row> rows = few;
        rows[0].scale = scale;
        CHECK(!WordVectors::parse(table_bytes(rows)));
    }
    std::string other = bytes;
    CHECK(!WordVectors::parse(with_checksum(other.replace(16, 4, number_bytes(32, 4)))));
    other = bytes;
    CHECK(!WordVectors::parse(with_checksum(other.replace(12, 4, number_bytes(0xFFFFFFFF, 4)))));
}

TEST_CASE("word vectors: any change of a byte is seen by the checksum") {
    const std::string bytes = table_bytes(few);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        CAPTURE(at);
        CHECK(!WordVectors::parse(damaged));
    }
}

TEST_CASE("word vectors: random bytes with a fitting checksum are rejected or readable") {
    std::mt19937 random(7);
    const std::string bytes = table_bytes(few);
    std::size_t accepted = 0;
    for (int run = 0; run < 20000; ++run) {
        std::string changed = bytes;
        for (std::size_t edits = random() % 4 + 1; edits > 0; --edits) {
            changed[random() % changed.size()] = static_cast<char>(random());
        }
        changed.resize(changed.size() - (random() % 8 == 0 ? random() % changed.size() : 0));
        if (changed.size() > 12) {
            changed = with_checksum(changed);
        }
        // A buffer of exactly this size: a sanitizer sees what is read beyond it.
        const std::vector<char> exact(changed.begin(), changed.end());
        if (const auto table = WordVectors::parse({exact.data(), exact.size()})) {
            check_readable(*table);
            ++accepted;
        }
    }
    CHECK(accepted > 100);
}
