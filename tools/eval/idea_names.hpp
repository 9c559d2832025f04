// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Joins queries, judgements and an index, and scores the ranking of each query.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "eval/files.hpp"
#include "eval/measures.hpp"

namespace ideary::tools {

/// Maps the names in judgements to ids. A name is an id, or the part of an id after the slash,
/// which is the id that a record brought.
class IdeaNames {
  public:
    /// Looks the names up in the index.
    IdeaNames(const Index &index, const std::set<std::string> &names);

    /// The id; nothing when the name is ambiguous; the name itself when no idea has it.
    std::optional<std::string> id_of(const std::string &name) const;
    /// The name in the judgements; for other ideas, a name of the form used for their source.
    std::string name_of(const std::string &id) const;
    const std::set<std::string> &unknown() const { return unknown_; }
    /// Ambiguous names, each with two ids that fit.
    const std::map<std::string, std::string> &ambiguous() const { return ambiguous_; }

  private:
    std::map<std::string, std::string> ids_;   ///< by name
    std::map<std::string, std::string> names_; ///< by id
    std::map<std::string, std::string> ambiguous_;
    std::set<std::string> unknown_;
    std::set<std::string> short_sources_; ///< slugs of sources whose ideas have short names
};

/// A query with at least one relevant idea.
struct EvalCase {
    EvalQuery query;
    Grades grades; ///< by id
};

/// The settings that change a ranking.
struct EvalSetting {
    SearchOptions options; ///< limit is the depth
    bool all = false;
};

struct EvalHit {
    std::string id;
    double score = 0;
};

/// The hits that `search` returns with this limit, related ideas included.
std::vector<EvalHit> eval_hits(const Index &index, const std::string &query,
                               const EvalSetting &setting);

struct EvalScore {
    Measures measures;
    std::size_t found = 0; ///< relevant ideas in the ranking
};
EvalScore score(const std::vector<std::string> &ranking, const Grades &grades);

struct EvalComparison {
    std::string with;
    std::vector<Measures> theirs; ///< in the order of the cases
};

struct EvalReport {
    std::vector<EvalCase> cases;
    std::vector<EvalScore> scores; ///< in the same order
    std::optional<EvalComparison> comparison;
    std::vector<Remark> remarks;
};

/// Joins queries and judgements in the order of the queries. Adds remarks on what does not match.
std::vector<EvalCase> eval_cases(const std::vector<EvalQuery> &queries,
                                 const Judgements &judgements, const IdeaNames &names,
                                 std::vector<Remark> &remarks);

} // namespace ideary::tools
