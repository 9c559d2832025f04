// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a ranking is worth comes in, text for people or for programs goes out.
// It must not know how it was measured.
#pragma once

#include <string>
#include <vector>

#include "eval/eval.hpp"
#include "output/terminal.hpp"

namespace ideary::tools {

/// What reports count and list.
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
/// One object with everything.
std::string eval_json(const EvalReport &report);
/// An object for each query.
std::vector<std::string> eval_json_lines(const EvalReport &report);
/// A heading, and a row for each query.
std::vector<std::string> eval_csv(const EvalReport &report);

} // namespace ideary::tools
