// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "eval/report.hpp"

#include <algorithm>
#include <numeric>

namespace ideary::tools {

std::vector<Measures> measures_of(const EvalReport &report) {
    std::vector<Measures> list;
    for (const EvalScore &each : report.scores) {
        list.push_back(each.measures);
    }
    return list;
}

std::vector<double> column(const std::vector<Measures> &list, const MeasureRow &row) {
    std::vector<double> values;
    for (const Measures &each : list) {
        values.push_back(each.*row.value);
    }
    return values;
}

std::vector<KindRow> kinds_of(const EvalReport &report) {
    std::vector<KindRow> rows;
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        const std::string kind = kind_of_query(report.cases[i].query.id);
        auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const KindRow &each) { return each.kind == kind; });
        if (row == rows.end()) {
            row = rows.insert(row, KindRow{kind, {}, {}});
        }
        row->ours.push_back(report.scores[i].measures);
        if (report.comparison) {
            row->theirs.push_back(report.comparison->theirs[i]);
        }
    }
    return rows;
}

std::size_t sum_relevant(const EvalReport &report) {
    return std::accumulate(
        report.cases.begin(), report.cases.end(), std::size_t{0},
        [](std::size_t sum, const EvalCase &each) { return sum + relevant(each.grades); });
}

std::size_t sum_found(const EvalReport &report) {
    return std::accumulate(report.scores.begin(), report.scores.end(), std::size_t{0},
                           [](std::size_t sum, const EvalScore &each) { return sum + each.found; });
}

} // namespace ideary::tools
