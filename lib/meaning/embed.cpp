// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "meaning/embed.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace ideary::meaning {
namespace {

/// Changes when the rules of this file change: it stands in the fingerprint.
constexpr int rules_version = 1;
/// Weights of the texts of an idea (lib/meaning/README.md).
constexpr double title_weight = 1;
constexpr double body_weight = 0.5;
constexpr double section_weight = 0.3;
/// Weights of words are rounded to this part of 1: sums of integers are exact, in any order.
constexpr double fraction = 1 << 24;

using Sum = std::array<double, dimensions>;

void add_row(Sum &sum, std::span<const std::int8_t, dimensions> row, double weight) {
    for (std::size_t i = 0; i < dimensions; ++i) {
        sum[i] += row[i] * weight;
    }
}

Sum sum_of(const WordVectors &table, Stems stems) {
    Sum sum{};
    for (const StemCount &each : stems) {
        const auto row = table.find(each.stem);
        if (row && each.count > 0) {
            const double weight = (1 + std::log(each.count)) * table.scale(*row);
            add_row(sum, table.components(*row), std::round(weight * fraction));
        }
    }
    return sum;
}

/// Adds the unit vector of sum, weighted.
void add_unit(Sum &total, const Sum &sum, double weight) {
    double square = 0;
    for (const double component : sum) {
        square += component * component;
    }
    for (std::size_t i = 0; square > 0 && i < dimensions; ++i) {
        total[i] += weight * sum[i] / std::sqrt(square);
    }
}

} // namespace

Vector embed(const WordVectors &table, Stems stems) {
    return to_vector(sum_of(table, stems));
}

Vector embed(const WordVectors &table, const IdeaStems &idea) {
    Sum total{};
    add_unit(total, sum_of(table, idea.title), title_weight);
    add_unit(total, sum_of(table, idea.body), body_weight);
    add_unit(total, sum_of(table, idea.section), section_weight);
    return to_vector(total);
}

double known_share(const WordVectors &table, std::span<const StemWeight> stems) {
    double known = 0;
    double all = 0;
    for (const StemWeight &each : stems) {
        all += each.weight;
        known += table.find(each.stem) ? each.weight : 0;
    }
    return all > 0 ? known / all : 0;
}

std::string fingerprint(const WordVectors &table) {
    return fmt::format("vectors:{}-{:08x}", rules_version, table.checksum());
}

} // namespace ideary::meaning
