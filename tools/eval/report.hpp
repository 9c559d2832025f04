// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Prints an evaluation as text, JSON or CSV.
#pragma once

#include <string>
#include <vector>

#include "eval/idea_names.hpp"
#include "terminal/style.hpp"

namespace ideary::tools {

/// Values that all report formats share.
std::vector<Measures> measures_of(const EvalReport &report);
std::vector<double> column(const std::vector<Measures> &list, const MeasureRow &row);
std::size_t sum_relevant(const EvalReport &report);
std::size_t sum_found(const EvalReport &report);

struct KindRow {
    std::string kind;
    std::vector<Measures> ours, theirs;
};
/// In the order of their first query.
std::vector<KindRow> kinds_of(const EvalReport &report);

struct EvalTables {
    bool by_kind = false;
    bool per_query = false;
};

std::string eval_text(const EvalReport &report, const EvalTables &tables, const Style &style);
/// One JSON object with everything.
std::string eval_json(const EvalReport &report);
/// A JSON object for each query.
std::vector<std::string> eval_json_lines(const EvalReport &report);
/// The head and a row for each query.
std::vector<std::string> eval_csv(const EvalReport &report);

} // namespace ideary::tools
