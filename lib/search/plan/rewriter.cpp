// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/rewriter.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "query/groups.hpp"
#include "query/parser.hpp"
#include "search/context/weights.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

namespace {

/// Whether a node does not score: values and exclusions.
bool is_restriction(const QueryNode &node) {
    if (node.must_not || node.kind == Kind::value || node.kind == Kind::range) {
        return true;
    }
    if (node.kind == Kind::prefix) {
        QueryNode prefix = node;
        prefix.must = false;
        return query::is_filter(prefix);
    }
    return !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(), is_restriction);
}

} // namespace

Rewriter::Rewriter(const SearchContext &context, const CompileOptions &options)
    : analyzer_(context, options), grouper_(analyzer_, query_) {}

RewrittenQuery Rewriter::run(const QueryNode &tree) {
    query_.root = rewrite(tree, Role::any);
    std::sort(query_.corrections.begin(), query_.corrections.end(),
              [](const SpellingCorrection &a, const SpellingCorrection &b) {
                  return a.node_offset < b.node_offset;
              });
    return std::move(query_);
}

bool Rewriter::count_leaf(const QueryNode &node) {
    if (++leaves_ == max_leaves + 1) {
        Remark remark;
        remark.text = "This query repeats its words in too many groups; the rest was left out.";
        remark.offset = node.offset;
        remark.length = node.length;
        query_.remarks.push_back(std::move(remark));
    }
    return leaves_ <= max_leaves;
}

RewrittenNode Rewriter::rewrite(const QueryNode &node, Role role) {
    if (node.children.empty() && !count_leaf(node)) {
        return {};
    }
    RewrittenNode result;
    result.role = role;
    if (node.kind == Kind::any || node.kind == Kind::all || node.kind == Kind::query) {
        return rewrite_group(node, role);
    }
    if (node.kind == Kind::word) {
        result.kind = RewrittenNode::Kind::words;
        result.words = std::move(grouper_.group_words({&node}, role).front());
    } else {
        result.kind = RewrittenNode::Kind::leaf;
        result.node = &node;
    }
    return result;
}

RewrittenNode Rewriter::rewrite_words(WordGroup group, Role role) {
    for (const TypedText &text : group.texts) {
        if (!count_leaf(*text.node)) {
            return {};
        }
    }
    RewrittenNode result;
    result.kind = RewrittenNode::Kind::words;
    result.role = role;
    result.words = std::move(group);
    return result;
}

RewrittenNode Rewriter::rewrite_group(const QueryNode &group, Role role) {
    RewrittenNode result;
    result.kind = RewrittenNode::Kind::group;
    result.role = role;
    result.musts = rewrite_part(group, Part::must, role);
    result.options = rewrite_part(group, Part::option, role);
    result.filters = rewrite_part(group, Part::filter, role);
    result.excluded = rewrite_part(group, Part::excluded, role);
    return result;
}

Rewriter::Part Rewriter::part_of(const QueryNode &child, bool needs_all) {
    if (child.must_not) {
        return Part::excluded;
    }
    if (child.must || needs_all) {
        return is_restriction(child) ? Part::filter : Part::must;
    }
    return Part::option;
}

Role Rewriter::role_of(const QueryNode &child, Part part, Role role) {
    if (part == Part::excluded) {
        return Role::exclude;
    }
    if (part == Part::must && child.must && role != Role::exclude) {
        return Role::must;
    }
    return part == Part::must && role == Role::any ? Role::each : role;
}

struct Rewriter::GroupEntry {
    WordGroup words;
    const QueryNode *node = nullptr; ///< null: the words
    Role role = Role::any;
    int count = 1;
    bool is_stop = false;
};

/// The distinct children that do one part, in order; adjacent words are grouped.
std::vector<Rewriter::GroupEntry> Rewriter::group_entries(const QueryNode &group, Part part,
                                                          Role role) {
    const bool needs_all = group.kind == Kind::all;
    std::vector<GroupEntry> entries;
    std::map<std::string, std::size_t> by_key;
    const auto add = [&](const std::string &key, GroupEntry entry) {
        const auto [at, is_new] = by_key.try_emplace(key, entries.size());
        if (is_new) {
            entries.push_back(std::move(entry));
        } else {
            ++entries[at->second].count;
        }
    };
    std::vector<const QueryNode *> adjacent_words;
    const auto add_words = [&] {
        if (adjacent_words.empty()) {
            return;
        }
        const Role own = role_of(*adjacent_words.front(), part, role);
        for (WordGroup &words : grouper_.group_words(adjacent_words, own)) {
            const std::string key = words.key;
            const bool is_stop = words.is_stop;
            add(key, {std::move(words), nullptr, own, 1, is_stop});
        }
        adjacent_words.clear();
    };
    for (const QueryNode &child : group.children) {
        if (part_of(child, needs_all) != part) {
            continue;
        }
        const Role own = role_of(child, part, role);
        const bool is_free = grouper_.allows_rewriting(child, own);
        if (!is_free || (!adjacent_words.empty() && adjacent_words.back()->field != child.field)) {
            add_words();
        }
        if (is_free) {
            adjacent_words.push_back(&child);
        } else {
            const bool is_stop = analyzer_.is_stop_word(child);
            add(query::canonical(child) + " ", {{}, &child, own, 1, is_stop});
        }
    }
    add_words();
    return entries;
}

/// Optional stop words are dropped unless there is nothing else. What was typed several times is
/// searched once, and counts as often as it was typed.
std::vector<RewrittenNode> Rewriter::rewrite_part(const QueryNode &group, Part part, Role role) {
    std::vector<GroupEntry> entries = group_entries(group, part, role);
    const bool drops_stop_words =
        part == Part::option && !std::all_of(entries.begin(), entries.end(),
                                             [](const GroupEntry &each) { return each.is_stop; });
    std::vector<RewrittenNode> nodes;
    for (GroupEntry &entry : entries) {
        if (drops_stop_words && entry.is_stop) {
            continue;
        }
        nodes.push_back(entry.node != nullptr ? rewrite(*entry.node, entry.role)
                                              : rewrite_words(std::move(entry.words), entry.role));
        nodes.back().count = entry.count;
    }
    return nodes;
}

} // namespace ideary::search
