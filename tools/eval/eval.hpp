// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Queries, judgements and an index come in, what the ranking is worth goes out, query by query.
// It must not know how that is printed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <ideary/index.hpp>

#include "eval/eval_files.hpp"
#include "eval/eval_measures.hpp"

namespace ideary::tools {

/// How judgements name ideas: by id, or by what stands behind the slash, which is the id that a
/// record brought.
class IdeaNames {
  public:
    /// Looks for these names.
    IdeaNames(const Index &index, const std::set<std::string> &names);

    /// The id meant; nothing when several fit; the name itself when no idea has it.
    std::optional<std::string> id_of(const std::string &name) const;
    /// As the judgements name it; where they do not, as they name others of its source.
    std::string name_of(const std::string &id) const;
    const std::set<std::string> &unknown() const { return unknown_; }
    /// A name that fits several ideas, and two of these.
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

/// What may change a ranking.
struct EvalSetting {
    SearchOptions options; ///< limit is the depth
    bool all = false;
};

struct EvalHit {
    std::string id;
    double score = 0;
};

/// What a user gets who asks for that many hits, related ones with them.
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

/// Joins queries and judgements, in the order of the queries, and says what does not fit.
std::vector<EvalCase> eval_cases(const std::vector<EvalQuery> &queries,
                                 const Judgements &judgements, const IdeaNames &names,
                                 std::vector<Remark> &remarks);

} // namespace ideary::tools
