// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <vector>

#include "search/plan/rewritten_query.hpp"
#include "search/plan/word_grouper.hpp"

namespace ideary::search {

/// Rewrites the tree of a query: groups adjacent words, corrects misspelled ones, looks up
/// synonyms. Assigns no weights. One object per query.
class Rewriter {
  public:
    Rewriter(const SearchContext &context, const CompileOptions &options);
    RewrittenQuery run(const QueryNode &tree);

  private:
    /// What a child does in its group.
    enum class Part { must, option, filter, excluded };
    static Part part_of(const QueryNode &child, bool needs_all);
    static Role role_of(const QueryNode &child, Part part, Role role);

    RewrittenNode rewrite(const QueryNode &node, Role role);
    RewrittenNode rewrite_group(const QueryNode &group, Role role);
    RewrittenNode rewrite_words(WordGroup group, Role role);
    std::vector<RewrittenNode> rewrite_part(const QueryNode &group, Part part, Role role);
    struct GroupEntry;
    std::vector<GroupEntry> group_entries(const QueryNode &group, Part part, Role role);
    bool count_leaf(const QueryNode &node);

    QueryAnalyzer analyzer_;
    RewrittenQuery query_;
    WordGrouper grouper_;
    std::size_t leaves_ = 0;
};

} // namespace ideary::search
