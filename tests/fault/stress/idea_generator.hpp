// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Lists of ideas and queries made from a seed: the same seed, the same words.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/index.hpp"

namespace ideary::fault {

/// A query and what is chosen beside it.
struct Asked {
    std::string text;
    bool all = false;
    SearchOptions options;
};

class IdeaGenerator {
  public:
    explicit IdeaGenerator(std::uint64_t seed) : random_(seed) {}
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    /// A few words, common ones more often than rare ones.
    std::string words(std::size_t count);
    /// An idea that has a bit of everything, with that id.
    Idea idea(const std::string &id);
    /// A query of any kind, with filters, facets, an order.
    Asked asked();

  private:
    std::string_view word();
    std::string clause();
    std::mt19937_64 random_;
};

/// So many records in JSON Lines, with ids of their own.
std::vector<std::string> invented_records(IdeaGenerator &inventor, std::size_t count);
/// Lines with a line feed behind each.
std::string joined(const std::vector<std::string> &lines);
std::string json_line(const Idea &idea);

enum class Detail {
    all,     ///< path and line of each idea, scores to the last bit
    content, ///< what must not depend on files, lines and their order; scores as they are compared
};
/// What an answer says, but not the time it took.
std::string describe(const Results &results, Detail detail = Detail::all);
std::string describe(const Idea &idea);
Results ask(const Index &index, const Asked &asked);

} // namespace ideary::fault
