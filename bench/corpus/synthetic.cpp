// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/synthetic.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace ideary::bench {
namespace {

constexpr int first_year = 2006;
constexpr std::uint32_t years = 20;
constexpr std::uint64_t most_topics = 200;
constexpr std::uint64_t most_authors = 20000;

std::uint64_t scaled(std::uint64_t ideas, std::uint64_t least, std::uint64_t most) {
    return std::clamp(ideas / 50, least, most);
}

/// Draws different values from a skewed distribution.
std::vector<std::string> draw(const ZipfSampler &values, std::uint32_t count, Random &random,
                              std::string (*name)(std::uint32_t)) {
    std::vector<std::string> result;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string value = name(values.draw(random));
        if (std::find(result.begin(), result.end(), value) == result.end()) {
            result.push_back(std::move(value));
        }
    }
    return result;
}

std::string topic_name(std::uint32_t number) {
    return "Field of " + made_up_name(number);
}

} // namespace

std::string made_up_name(std::uint32_t number) {
    constexpr std::array<const char *, 16> syllables{"ba", "de", "fi", "go", "hu", "ka",
                                                     "le", "mi", "no", "pu", "ra", "se",
                                                     "ti", "vo", "wu", "za"};
    number = (number * 0x9E375U) & 0xFFFFFU; // a permutation in which neighbours share no syllables
    std::string first, second;
    for (int i = 0; i < 3; ++i, number /= 16) {
        first += syllables.at(number % 16);
    }
    for (int i = 0; i < 2; ++i, number /= 16) {
        second += syllables.at(number % 16);
    }
    const auto capital = [](std::string &word) {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    };
    capital(first);
    capital(second);
    return first + " " + second + "man";
}

Synthetic::Synthetic(const Model &model, std::uint64_t ideas, std::uint64_t seed)
    : model_(model), ideas_(ideas), seed_(seed),
      topics_(scaled(ideas, 10, most_topics), ZipfSampler::Shape::harmonic),
      authors_(scaled(ideas, 20, most_authors), ZipfSampler::Shape::root) {}

SyntheticIdea Synthetic::idea(std::uint64_t number) const {
    Random random(Random(seed_ * 0x100000001B3U + number).next());
    SyntheticIdea result;
    result.id = "idea-" + std::to_string(number);
    result.title = model_.text(random.between(4, 10), random);
    if (random.below(5) > 0) {
        result.body = model_.text(random.between(10, 85), random);
    }
    result.year = first_year + static_cast<int>(random.below(years));
    result.topics = draw(topics_, random.between(1, 3), random, topic_name);
    result.authors = draw(authors_, random.between(1, 2), random, made_up_name);
    return result;
}

void Synthetic::write(const std::string &path) const {
    std::ofstream file(path, std::ios::binary);
    for (std::uint64_t number = 1; number <= ideas_; ++number) {
        const SyntheticIdea made = idea(number);
        const nlohmann::json line{{"id", made.id},         {"title", made.title},
                                  {"text", made.body},     {"year", made.year},
                                  {"topics", made.topics}, {"authors", made.authors}};
        file << line.dump() << '\n';
    }
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path);
    }
}

} // namespace ideary::bench
