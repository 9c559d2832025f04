// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Builds groups in normal form: no group of one, no group inside a group of its own kind, none
// deeper than the limit. The same meaning has the same tree, however many parentheses were typed.
#pragma once

#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

/// A group of alternatives: joined by OR or by nothing. cut: set if it was too deep.
QueryNode make_any(std::vector<QueryNode> children, bool &cut);
/// A group joined by AND.
QueryNode make_all(std::vector<QueryNode> children, bool &cut);

/// Whether a node without flags only filters ideas and does not score them.
bool is_filter(const QueryNode &node);

} // namespace ideary::query
