// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/filters.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "query/groups.hpp"

namespace ideary::query {
namespace {

const std::string &first_field(const QueryNode &node) {
    return node.children.empty() ? node.field : first_field(node.children.front());
}

/// Whether OR makes an item an alternative to the item before or after it.
bool is_alternative(const std::vector<GroupItem> &items, std::size_t i) {
    const bool before = i > 0 && items[i].joined_by_or && !items[i - 1].is_flagged();
    const bool behind =
        i + 1 < items.size() && items[i + 1].joined_by_or && !items[i + 1].is_flagged();
    return before || behind;
}

} // namespace

std::vector<QueryNode> restrict(std::vector<GroupItem> items, bool &cut) {
    std::vector<QueryNode> nodes;
    std::vector<std::size_t> filters; // their places in nodes
    std::vector<bool> restricts;
    for (std::size_t i = 0; i < items.size(); ++i) {
        restricts.push_back(is_filter(items[i].node) && !is_alternative(items, i));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        GroupItem &item = items[i];
        const bool filter = restricts[i];
        const auto same = std::find_if(filters.begin(), filters.end(), [&](std::size_t place) {
            return first_field(nodes[place]) == first_field(item.node);
        });
        if (filter && same != filters.end()) {
            std::vector<QueryNode> both;
            both.push_back(std::move(nodes[*same]));
            both.push_back(std::move(item.node));
            nodes[*same] = make_any(std::move(both), cut);
            continue;
        }
        if (filter) {
            filters.push_back(nodes.size());
        }
        nodes.push_back(std::move(item.node));
    }
    if (nodes.size() > 1) {
        for (const std::size_t place : filters) {
            nodes[place].must = true;
        }
    }
    return nodes;
}

} // namespace ideary::query
