// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Parses what a person typed into a tree and remarks; it never fails. README.md in this folder
// defines the grammar; a test runs its examples. The parser knows nothing of an index or of
// ranking.
#pragma once

#include <string_view>
#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

struct Parsed {
    QueryNode tree;
    std::vector<Remark> remarks; ///< in the order of their places
};

/// Never throws on any text. all: adjacent words must each match.
Parsed parse(std::string_view text, bool all);
/// The same without the limit of bytes: a canonical form can be longer than what was typed.
Parsed parse_whole(std::string_view text, bool all);

/// The tree in the query language.
std::string canonical(const QueryNode &tree);
/// The tree, one node a line.
std::string outline(const QueryNode &tree);

} // namespace ideary::query
