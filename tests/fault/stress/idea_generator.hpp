// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Generates ideas and queries from a seed; the same seed gives the same output.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/index.hpp"

namespace ideary::fault {

/// A query and its options.
struct QueryCase {
    std::string text;
    bool all = false;
    SearchOptions options;
};

class IdeaGenerator {
  public:
    explicit IdeaGenerator(std::uint64_t seed) : random_(seed) {}
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    /// `count` words; some are more frequent than others.
    std::string words(std::size_t count);
    /// An idea with random values of all members.
    Idea idea(const std::string &id);
    /// A query of any kind, with random filters, facets and order.
    QueryCase query_case();

  private:
    std::string_view word();
    std::string clause();
    std::mt19937_64 random_;
};

/// `count` records in JSON Lines with different ids.
std::vector<std::string> generate_records(IdeaGenerator &generator, std::size_t count);
/// The lines, each followed by a line feed.
std::string to_lines(const std::vector<std::string> &lines);
std::string json_line(const Idea &idea);

enum class Detail {
    all,     ///< path and line of each idea, scores to the last bit
    content, ///< only what does not depend on files, lines and order; scores as float
};
/// The answer as text, without the time it took.
std::string describe(const Results &results, Detail detail = Detail::all);
std::string describe(const Idea &idea);
Results ask(const Index &index, const QueryCase &query);

} // namespace ideary::fault
