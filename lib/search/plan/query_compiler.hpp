// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/plan/compiled_query.hpp"
#include "search/plan/synonym_compiler.hpp"

namespace ideary::search {

/// Compiles a rewritten query into terms with boosts. One object per query.
class QueryCompiler {
  public:
    QueryCompiler(const SearchContext &context, const CompileOptions &options);
    CompiledQuery run(RewrittenQuery query);

  private:
    ScoredQuery node(const RewrittenNode &node);
    ScoredQuery leaf(const QueryNode &node, Role role);
    ScoredQuery group(const RewrittenNode &group);
    std::vector<ScoredQuery> nodes(const std::vector<RewrittenNode> &nodes);
    ScoredQuery value(const QueryNode &node) const;
    ScoredQuery prefix(const QueryNode &node, Role role);
    ScoredQuery fuzzy(const QueryNode &node, Role role);
    std::size_t expansion_limit(const QueryNode &node);
    void remark(const QueryNode &node, const char *text);

    QueryAnalyzer analyzer_;
    std::vector<Remark> remarks_;
    PhraseCompiler phrases_;
    WordCompiler words_;
    SynonymCompiler synonyms_;
    std::size_t expansions_ = 0;
};

/// Rewrites and compiles the tree of a query.
CompiledQuery compile(const QueryNode &tree, const SearchContext &context,
                      const CompileOptions &options);

} // namespace ideary::search
