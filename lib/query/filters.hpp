// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <vector>

#include "ideary/query.hpp"

namespace ideary::query {

/// What stands in a group, and whether OR was typed before it.
struct GroupItem {
    QueryNode node;
    bool joined_by_or = false;

    bool is_flagged() const { return node.must || node.must_not; }
};

/// Values and ranges that stand beside words, without OR, restrict them: `author:x orm` is what x
/// says of orm. Several of one field are alternatives, as with the options of the same names.
std::vector<QueryNode> restrict(std::vector<GroupItem> items, bool &cut);

} // namespace ideary::query
