// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "eval/measures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <set>

namespace ideary::tools {

namespace {

constexpr std::size_t gain_depth = 10;
constexpr std::size_t recall_depth = 100;
constexpr std::size_t draws = 100000;
constexpr std::size_t enumerable = 16; ///< up to this many differences, all sign vectors are tried

double gain(int grade, std::size_t rank) {
    return grade / std::log2(static_cast<double>(rank) + 1);
}

double best_gain(const Grades &grades) {
    std::vector<int> sorted;
    for (const auto &[idea, grade] : grades) {
        sorted.push_back(std::max(grade, 0));
    }
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    double sum = 0;
    for (std::size_t i = 0; i < std::min(gain_depth, sorted.size()); ++i) {
        sum += gain(sorted[i], i + 1);
    }
    return sum;
}

/// Random signs, 64 in a number, from splitmix64 (Steele, Lea and Flood, 2014).
class Signs {
  public:
    bool next() {
        if (left_ == 0) {
            bits_ = draw();
            left_ = 64;
        }
        --left_;
        const bool sign = (bits_ & 1U) != 0;
        bits_ >>= 1U;
        return sign;
    }

  private:
    std::uint64_t draw() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_ = 20070901;
    std::uint64_t bits_ = 0;
    int left_ = 0;
};

template <typename Sign>
bool as_far(const std::vector<double> &differences, double from, Sign sign) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        sum += sign(i) ? differences[i] : -differences[i];
    }
    return std::abs(sum) >= from;
}

double chance(const std::vector<double> &differences, double sum) {
    const double from = std::abs(sum) * (1 - 1e-12) - 1e-12; // tolerance for rounding
    if (differences.size() <= enumerable) {
        const std::size_t all = std::size_t{1} << differences.size();
        std::size_t far = 0;
        for (std::size_t signs = 0; signs < all; ++signs) {
            far += as_far(differences, from, [&](std::size_t i) { return (signs >> i & 1U) != 0; })
                       ? 1U
                       : 0U;
        }
        return static_cast<double>(far) / static_cast<double>(all);
    }
    Signs signs;
    std::size_t far = 1; // the observed signs are one of the draws
    for (std::size_t i = 0; i < draws; ++i) {
        far += as_far(differences, from, [&](std::size_t) { return signs.next(); }) ? 1U : 0U;
    }
    return static_cast<double>(far) / static_cast<double>(draws + 1);
}

} // namespace

std::size_t relevant(const Grades &grades) {
    return static_cast<std::size_t>(std::count_if(
        grades.begin(), grades.end(), [](const auto &entry) { return entry.second >= 1; }));
}

Measures measure(const std::vector<std::string> &ranking, const Grades &grades) {
    const std::size_t wanted = relevant(grades);
    Measures result;
    if (wanted == 0) {
        return result;
    }
    std::set<std::string> seen;
    std::size_t rank = 0, found = 0, early = 0;
    double precisions = 0, gains = 0;
    for (const std::string &idea : ranking) {
        if (!seen.insert(idea).second) {
            continue;
        }
        ++rank;
        const auto graded = grades.find(idea);
        if (graded == grades.end() || graded->second < 1) {
            continue;
        }
        ++found;
        precisions += static_cast<double>(found) / static_cast<double>(rank);
        gains += rank <= gain_depth ? gain(graded->second, rank) : 0;
        early += rank <= recall_depth ? 1U : 0U;
        result.reciprocal_rank =
            found == 1 ? 1 / static_cast<double>(rank) : result.reciprocal_rank;
    }
    result.ndcg10 = gains / best_gain(grades);
    result.average_precision = precisions / static_cast<double>(wanted);
    result.recall100 = static_cast<double>(early) / static_cast<double>(wanted);
    return result;
}

Measures mean(const std::vector<Measures> &list) {
    Measures result;
    for (const MeasureRow &row : measure_table) {
        double sum = 0;
        for (const Measures &each : list) {
            sum += each.*row.value;
        }
        result.*row.value = list.empty() ? 0 : sum / static_cast<double>(list.size());
    }
    return result;
}

Difference compare(const std::vector<double> &ours, const std::vector<double> &theirs) {
    std::vector<double> differences; // zeros change nothing
    Difference result;
    double sum = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double difference = ours[i] - theirs[i];
        if (std::abs(difference) > 1e-9) {
            differences.push_back(difference);
            sum += difference;
            ++(difference > 0 ? result.better : result.worse);
        }
    }
    if (!differences.empty()) {
        result.mean = sum / static_cast<double>(ours.size());
        result.p = chance(differences, sum);
    }
    return result;
}

std::string kind_of_query(std::string_view id) {
    const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
    while (!id.empty() && is_number(id.back())) {
        id.remove_suffix(1);
    }
    while (!id.empty() && (id.back() == '-' || id.back() == '_' || id.back() == '.')) {
        id.remove_suffix(1);
    }
    return std::string(id);
}

} // namespace ideary::tools
