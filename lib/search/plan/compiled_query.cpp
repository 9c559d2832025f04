// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/compiled_query.hpp"

#include <algorithm>
#include <map>

#include "index/analysis/terms.hpp"
#include "query/groups.hpp"
#include "query/parser.hpp"
#include "search/context/weights.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

namespace {

/// Whether nothing in a node has a weight: values, and what is excluded.
bool is_restriction(const QueryNode &node) {
    if (node.must_not || node.kind == Kind::value || node.kind == Kind::range) {
        return true;
    }
    if (node.kind == Kind::prefix) {
        QueryNode start = node;
        start.must = false;
        return query::is_filter(start);
    }
    return !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(), is_restriction);
}

} // namespace

Plan make_plan(const QueryNode &tree, const SearchContext &scene, const PlanOptions &options) {
    return Planner(scene, options).run(tree);
}

Plan Planner::run(const QueryNode &tree) {
    plan_.clause = node(tree, Role::any);
    plan_.restriction = restriction(tree);
    std::sort(plan_.replaced.begin(), plan_.replaced.end(),
              [](const Replacement &a, const Replacement &b) { return a.offset < b.offset; });
    return std::move(plan_);
}

void Planner::remark(const QueryNode &node, const char *text) {
    Remark remark;
    remark.text = text;
    remark.offset = node.offset;
    remark.length = node.length;
    plan_.remarks.push_back(std::move(remark));
}

Planner::Field Planner::field_of(const QueryNode &node) {
    return node.field.empty() ? std::nullopt : schema::find_field(node.field);
}

/// Whether one more word may be sought.
bool Planner::count_leaf(const QueryNode &node) {
    if (++leaves_ == max_leaves + 1) {
        remark(node, "This query repeats its words in too many groups; the rest was left out.");
    }
    return leaves_ <= max_leaves;
}

/// Words of a group.
ScoredQuery Planner::span(const WordSpan &span, Role role) {
    for (const TypedWord &word : span.words) {
        if (!count_leaf(*word.node)) {
            return {};
        }
    }
    return span_query(span, role);
}

ScoredQuery Planner::node(const QueryNode &node, Role role) {
    if (node.children.empty() && !count_leaf(node)) {
        return {};
    }
    switch (node.kind) {
    case Kind::everything:
        return everything();
    case Kind::nothing:
        return {};
    case Kind::word:
        return span_query(spans({&node}, role).front(), role);
    case Kind::phrase:
        return phrase(node, role);
    case Kind::prefix:
        return prefix(node, role);
    case Kind::fuzzy:
        return fuzzy(node, role);
    case Kind::near:
        return near(node, role);
    case Kind::value:
        return value(node);
    case Kind::range:
        return range(node);
    case Kind::any:
    case Kind::all:
    case Kind::query:
        return group(node, role);
    }
    return {};
}

/// What a child of a group is asked to do.
enum class Planner::Part { must, option, filter, excluded };

Planner::Part Planner::part(const QueryNode &child, bool all) {
    if (child.must_not) {
        return Part::excluded;
    }
    if (child.must || all) {
        return is_restriction(child) ? Part::filter : Part::must;
    }
    return Part::option;
}

/// What is sought together, and how often it was typed.
struct Planner::Item {
    WordSpan span; ///< words; without words: a node
    const QueryNode *node = nullptr;
    Role role = Role::any;
    int count = 1;
    bool stop = false;
};

/// The children that do one part, in order; words beside each other are looked at together.
std::vector<Planner::Item> Planner::items(const QueryNode &group, Part wanted, Role role) {
    const bool all = group.kind == Kind::all;
    std::vector<Item> items;
    std::map<std::string, std::size_t> places;
    const auto take = [&](const std::string &key, Item item) {
        const auto [at, is_new] = places.try_emplace(key, items.size());
        if (is_new) {
            items.push_back(std::move(item));
        } else {
            ++items[at->second].count;
        }
    };
    std::vector<const QueryNode *> run;
    const auto take_run = [&] {
        if (run.empty()) {
            return;
        }
        const Role own = role_of(*run.front(), wanted, role);
        for (WordSpan &span : spans(run, own)) {
            const std::string key = span.key;
            const bool stop = span.stop;
            take(key, {std::move(span), nullptr, own, 1, stop});
        }
        run.clear();
    };
    for (const QueryNode &child : group.children) {
        if (part(child, all) != wanted) {
            continue;
        }
        const Role own = role_of(child, wanted, role);
        if (!is_free(child, own) || (!run.empty() && run.back()->field != child.field)) {
            take_run();
        }
        if (is_free(child, own)) {
            run.push_back(&child);
        } else {
            take(query::canonical(child) + " ", {{}, &child, own, 1, is_stop_word(child)});
        }
    }
    take_run();
    return items;
}

/// What a child that does one part is to its group.
Role Planner::role_of(const QueryNode &child, Part part, Role role) {
    if (part == Part::excluded) {
        return Role::exclude;
    }
    if (part == Part::must && child.must && role != Role::exclude) {
        return Role::must;
    }
    return part == Part::must && role == Role::any ? Role::each : role;
}

/// The queries of the children that do one part. What was typed several times is sought once, and
/// counts as often as it was typed.
std::vector<ScoredQuery> Planner::parts(const QueryNode &group, Part wanted, Role role) {
    const std::vector<Item> all = items(group, wanted, role);
    const bool may_drop =
        wanted == Part::option &&
        !std::all_of(all.begin(), all.end(), [](const Item &item) { return item.stop; });
    std::vector<ScoredQuery> queries;
    for (const Item &item : all) {
        if (may_drop && item.stop) {
            continue;
        }
        const ScoredQuery query =
            item.node != nullptr ? node(*item.node, item.role) : span(item.span, item.role);
        queries.push_back(item.count > 1 ? scaled(query, item.count) : query);
    }
    return queries;
}

/// Words that must match, then those that may; values only choose, they score nothing.
ScoredQuery Planner::group(const QueryNode &node, Role role) {
    const std::vector<ScoredQuery> musts = parts(node, Part::must, role);
    const std::vector<ScoredQuery> options = parts(node, Part::option, role);
    const std::vector<ScoredQuery> filters = parts(node, Part::filter, role);
    const std::vector<ScoredQuery> excluded = parts(node, Part::excluded, role);
    ScoredQuery query = everything();
    if (!musts.empty()) {
        query = combined(ScoredQuery::Kind::all, musts);
        if (!options.empty() && role != Role::exclude) { // else it changes nothing
            query = combined(ScoredQuery::Kind::maybe,
                             {query, combined(ScoredQuery::Kind::any, options)});
        }
    } else if (!options.empty()) {
        query = combined(ScoredQuery::Kind::any, options);
    }
    if (!filters.empty()) {
        query =
            combined(ScoredQuery::Kind::filter, {query, combined(ScoredQuery::Kind::all, filters)});
    }
    return combined(ScoredQuery::Kind::without,
                    {query, combined(ScoredQuery::Kind::any, excluded)});
}

/// The part of a query that related ideas have to obey as well.
ScoredQuery Planner::restriction(const QueryNode &tree) {
    QueryNode rest;
    rest.kind = Kind::query;
    if (tree.kind == Kind::query || tree.kind == Kind::all) {
        for (const QueryNode &child : tree.children) {
            if ((child.must || child.must_not || tree.kind == Kind::all) && is_restriction(child)) {
                rest.children.push_back(child);
                rest.children.back().must = !child.must_not;
            }
        }
    }
    // What it says to the user was said when the whole was planned.
    const Plan said = plan_;
    ScoredQuery query = group(rest, Role::exclude);
    plan_ = said;
    return query;
}

} // namespace ideary::search
