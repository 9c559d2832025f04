// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Nodes become groups in normal form: no group of one, no group inside a group of its own kind,
// never deeper than the limit. So the same meaning has the same tree, however many parentheses were
// typed.
#pragma once

#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

/// A group of what OR, or nothing but a blank, stands between. cut: set when it became too deep.
QueryNode make_any(std::vector<QueryNode> children, bool &cut);
/// A group of what AND stands between.
QueryNode make_all(std::vector<QueryNode> children, bool &cut);

/// Whether a node without flags only says which ideas are wanted, not how well they match.
bool is_filter(const QueryNode &node);

} // namespace ideary::query
