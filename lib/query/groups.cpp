// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/groups.hpp"

#include <algorithm>
#include <iterator>

#include "query/limits.hpp"
#include "schema/fields.hpp"

namespace ideary::query {
namespace {

using Kind = QueryNode::Kind;

bool is_flagged(const QueryNode &node) {
    return node.must || node.must_not;
}

std::size_t height(const QueryNode &node) {
    std::size_t highest = 0;
    for (const QueryNode &child : node.children) {
        highest = std::max(highest, height(child));
    }
    return node.children.empty() ? 0 : highest + 1;
}

/// Takes the children of groups of the same kind into this group; of groups that would make it too
/// deep as well, except that an excluded one is left out: its children alone would exclude more.
std::vector<QueryNode> join(std::vector<QueryNode> children, Kind kind, bool &cut) {
    if (children.size() == 1) {
        return children; // no group comes around it
    }
    std::vector<QueryNode> joined;
    for (QueryNode &child : children) {
        const bool same = child.kind == kind && !is_flagged(child);
        const bool deep = height(child) >= max_depth;
        cut = cut || (deep && !same);
        // A group of nothing is one whose children were all dropped.
        if (child.kind == Kind::nothing || (deep && child.must_not)) {
            continue;
        }
        if (!same && !deep) {
            joined.push_back(std::move(child));
            continue;
        }
        for (QueryNode &inner : child.children) {
            // What a group that was too deep held may be a group of this kind.
            const bool again = inner.kind == kind && !is_flagged(inner);
            if (again) {
                std::move(inner.children.begin(), inner.children.end(), std::back_inserter(joined));
            } else {
                joined.push_back(std::move(inner));
            }
        }
    }
    return joined;
}

QueryNode make(std::vector<QueryNode> children, Kind kind) {
    if (children.size() == 1) {
        return std::move(children.front());
    }
    QueryNode group;
    group.kind = children.empty() ? Kind::nothing : kind;
    if (!children.empty()) {
        const QueryNode &last = children.back();
        group.offset = children.front().offset;
        group.length = std::max(last.offset + last.length, group.offset) - group.offset;
    }
    group.children = std::move(children);
    return group;
}

} // namespace

bool is_filter(const QueryNode &node) {
    if (node.must || node.must_not) {
        return false;
    }
    if (node.kind == Kind::any || node.kind == Kind::all) {
        return std::all_of(node.children.begin(), node.children.end(), is_filter);
    }
    const bool start = node.kind == Kind::prefix && !node.field.empty() &&
                       !schema::row(*schema::find_field(node.field)).value_prefix.empty();
    return start || node.kind == Kind::value || node.kind == Kind::range;
}

QueryNode make_any(std::vector<QueryNode> children, bool &cut) {
    children = join(std::move(children), Kind::any, cut);
    const bool flagged = std::any_of(children.begin(), children.end(), is_flagged);
    return make(std::move(children), flagged ? Kind::query : Kind::any);
}

QueryNode make_all(std::vector<QueryNode> children, bool &cut) {
    return make(join(std::move(children), Kind::all, cut), Kind::all);
}

} // namespace ideary::query
