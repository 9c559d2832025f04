// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

/// An item of a group, and whether OR precedes it.
struct GroupItem {
    QueryNode node;
    bool joined_by_or = false;

    bool is_flagged() const { return node.must || node.must_not; }
};

/// Values and ranges beside words, without OR, become filters: `author:x orm` finds what x says
/// about orm. Several of one field are alternatives, as with the options of the same names.
std::vector<QueryNode> restrict(std::vector<GroupItem> items, bool &cut);

} // namespace ideary::query
