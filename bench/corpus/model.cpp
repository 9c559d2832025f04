// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "corpus/model.hpp"

#include <algorithm>
#include <cmath>

#include <ideary/writer.hpp>

namespace ideary::bench {
namespace {

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t';
}

} // namespace

ZipfSampler::ZipfSampler(std::size_t size, Shape shape) {
    double sum = 0;
    for (std::size_t k = 1; k <= size; ++k) {
        const auto rank = static_cast<double>(k);
        sum += 1.0 / (shape == Shape::harmonic ? rank : std::sqrt(rank));
        sums_.push_back(sum);
    }
}

std::uint32_t ZipfSampler::draw(Random &random) const {
    const double at = random.fraction() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end() - 1, at);
    return static_cast<std::uint32_t>(found - sums_.begin());
}

std::uint32_t Model::number(std::string_view word) {
    const auto [at, is_new] =
        numbers_.emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
    if (is_new) {
        words_.emplace_back(word);
        followers_.emplace_back();
    }
    return at->second;
}

void Model::learn(std::string_view text) {
    std::uint32_t before = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && is_blank(text[at])) {
            ++at;
        }
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) {
            ++end;
        }
        if (end > at) {
            const std::uint32_t word = number(text.substr(at, end - at));
            followers_[before].push_back(word);
            before = word;
        }
        at = end;
    }
    if (before != 0) {
        followers_[before].push_back(0);
    }
}

std::string Model::text(std::size_t words, Random &random) const {
    std::string result;
    if (followers_[0].empty()) {
        return result;
    }
    std::uint32_t word = 0;
    for (std::size_t made = 0; made < words;) {
        const auto &followers = followers_[word];
        word = followers[random.below(followers.size())];
        if (word != 0) {
            result += made++ > 0 ? " " : "";
            result += words_[word];
        }
    }
    return result;
}

Model model_of(const std::vector<std::string> &paths) {
    Model model;
    split_paths(paths, IngestOptions{}, [&](const SplitResult &result) {
        for (const Idea &idea : result.ideas) {
            model.learn(idea.title);
            model.learn(idea.body);
        }
    });
    return model;
}

} // namespace ideary::bench
