// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a person typed comes in; a tree and remarks go out, whatever was typed.
// The grammar stands in README.md beside this file, whose examples are run by a test.
// This room must not know how ideas are stored or ranked, nor which words an index holds.
#pragma once

#include <string_view>
#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

struct Parsed {
    QueryNode tree;
    std::vector<Remark> remarks; ///< in the order of their places
};

/// Never throws on any text. all: words that stand side by side must each match.
Parsed parse(std::string_view text, bool all);
/// The same without the limit of bytes: a canonical form can be longer than what was typed.
Parsed parse_whole(std::string_view text, bool all);

/// The tree in the query language.
std::string canonical(const QueryNode &tree);
/// The tree, one node a line.
std::string outline(const QueryNode &tree);

} // namespace ideary::query
