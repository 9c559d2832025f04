// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A ranking and the grades of ideas come in, numbers from 0 to 1 go out; and of two rankings,
// whether the difference is more than chance. It must not know where either comes from.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::tools {

/// Of one query, or means over several. A grade of 1 or more is relevant.
struct Measures {
    /// Gain is the grade, discount log2(rank + 1), over the best order of all judged ideas: the
    /// usual definition, that of trec_eval.
    double ndcg10 = 0;
    double average_precision = 0; ///< over all ranks given; the mean over queries is MAP
    double reciprocal_rank = 0;   ///< of the first relevant idea; the mean is MRR
    double recall100 = 0;
};

/// One row for each measure: its name for people, for programs, and where it stands.
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

/// An idea that stands in the ranking twice counts once.
Measures measure(const std::vector<std::string> &ranking, const Grades &grades);
std::size_t relevant(const Grades &grades);
Measures mean(const std::vector<Measures> &list);

/// How the first of two lists differs from the second, query by query.
struct Difference {
    double mean = 0;
    double p = 1; ///< how often chance alone makes a mean at least as far from 0
    std::size_t better = 0, worse = 0;
};
/// The paired randomisation test, two-sided: signs of the differences are drawn anew 100,000 times
/// (the same ones each run), or all tried out where that is less. The lists are of one size.
Difference compare(const std::vector<double> &ours, const std::vector<double> &theirs);

/// What stands before the number of a query's id: `word-07` is of kind `word`; empty where nothing.
std::string kind_of_query(std::string_view id);

} // namespace ideary::tools
