// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Retrieval measures of one ranking, and a significance test for two of them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::tools {

/// The measures of one query, or their means. A grade of 1 or more is relevant.
struct Measures {
    /// Gain: the grade; discount: log2(rank + 1); ideal: the best order of all judged ideas. This
    /// is the definition of trec_eval.
    double ndcg10 = 0;
    double average_precision = 0; ///< over all ranks given; the mean over queries is MAP
    double reciprocal_rank = 0;   ///< of the first relevant idea; the mean is MRR
    double recall100 = 0;
};

/// A measure: its name in text, its name in JSON and CSV, and its member.
struct MeasureRow {
    std::string_view name, member;
    double Measures::*value;
};
inline constexpr MeasureRow measure_table[] = {
    {"nDCG@10", "ndcg_at_10", &Measures::ndcg10},
    {"MAP", "map", &Measures::average_precision},
    {"MRR", "mrr", &Measures::reciprocal_rank},
    {"recall@100", "recall_at_100", &Measures::recall100},
};

using Grades = std::map<std::string, int>;

/// An idea counts once, at its first rank.
Measures measure(const std::vector<std::string> &ranking, const Grades &grades);
std::size_t relevant(const Grades &grades);
Measures mean(const std::vector<Measures> &list);

/// The differences of two lists, query by query.
struct Difference {
    double mean = 0;
    double p = 1; ///< probability under chance of a mean at least as far from 0
    std::size_t better = 0, worse = 0;
};
/// Two-sided paired randomisation test with 100,000 random sign vectors from a fixed seed, or with
/// all sign vectors when these are fewer. The lists have equal length.
Difference compare(const std::vector<double> &ours, const std::vector<double> &theirs);

/// The part of a query's id before its number: `word` of `word-07`; may be empty.
std::string kind_of_query(std::string_view id);

} // namespace ideary::tools
