// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
//
// Vectors of texts: of an idea when it is indexed, of a query when it is searched. English only:
// stems are those of the analyzer for English, without stop words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "meaning/vector.hpp"
#include "meaning/word_vectors.hpp"

namespace ideary::meaning {

/// A stem and how often a text holds it.
struct StemCount {
    std::string_view stem;
    std::uint32_t count = 1;
};

/// Bag of stems: each once, in any order.
using Stems = std::span<const StemCount>;

/// The texts of an idea; any may be empty.
struct IdeaStems {
    Stems title;
    Stems body;
    Stems section;
};

/// Direction of Σ (1 + ln count) × row over the stems that the table holds; zero if it holds none.
/// The same for any order of the stems.
Vector embed(const WordVectors &table, Stems stems);
/// Direction of the weighted sum of the unit vectors of an idea's texts: the title counts most.
Vector embed(const WordVectors &table, const IdeaStems &idea);

/// A stem of a query and its weight, its idf.
struct StemWeight {
    std::string_view stem;
    double weight = 0;
};
/// Share, 0 to 1, of the weight of a query that falls on stems the table holds; 0 without weight.
double known_share(const WordVectors &table, std::span<const StemWeight> stems);

/// Names the table and the rules above: vectors made under another name are not comparable.
std::string fingerprint(const WordVectors &table);

} // namespace ideary::meaning
