// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <cmath>
#include <fmt/format.h>
#include <ideary/json.hpp>

#include "eval/report.hpp"
#include "output/table.hpp"

namespace ideary::tools {

namespace {

double rounded(double value) {
    constexpr double unit = 1e6;
    return std::round(value * unit) / unit;
}

/// A number as a JSON value or a CSV cell.
std::string number(double value) {
    return fmt::format("{}", rounded(value));
}

/// "ndcg_at_10":0.5,"map":0.5,...
std::string measure_members(const Measures &measures) {
    std::string out;
    for (const MeasureRow &row : measure_table) {
        out += fmt::format("{}\"{}\":{}", out.empty() ? "" : ",", row.member,
                           number(measures.*row.value));
    }
    return out;
}

std::string object_or_null(const Measures *measures) {
    return measures == nullptr ? "null" : fmt::format("{{{}}}", measure_members(*measures));
}

std::string query_json(const EvalReport &report, std::size_t at) {
    const EvalCase &each = report.cases[at];
    return fmt::format(
        "{{\"id\":{},\"kind\":{},\"query\":{},\"relevant\":{},\"found\":{},{},\"other\":{}}}",
        json_string(each.query.id), json_string(kind_of_query(each.query.id)),
        json_string(each.query.text), relevant(each.grades), report.scores[at].found,
        measure_members(report.scores[at].measures),
        object_or_null(report.comparison ? &report.comparison->theirs[at] : nullptr));
}

std::string kind_json(const KindRow &row, bool compared) {
    const Measures other = mean(row.theirs);
    return fmt::format("{{\"kind\":{},\"queries\":{},{},\"other\":{}}}", json_string(row.kind),
                       row.ours.size(), measure_members(mean(row.ours)),
                       object_or_null(compared ? &other : nullptr));
}

std::string comparison_json(const EvalReport &report) {
    if (!report.comparison) {
        return "null";
    }
    const std::vector<Measures> ours = measures_of(report);
    const Measures other = mean(report.comparison->theirs);
    std::string out = fmt::format("{{\"with\":{}", json_string(report.comparison->with));
    for (const MeasureRow &row : measure_table) {
        const Difference difference =
            compare(column(ours, row), column(report.comparison->theirs, row));
        out += fmt::format(
            ",\"{}\":{{\"other\":{},\"difference\":{},\"p\":{},\"better\":{},\"worse\":{}}}",
            row.member, number(other.*row.value), number(difference.mean), number(difference.p),
            difference.better, difference.worse);
    }
    return out + "}";
}

} // namespace

std::string eval_json(const EvalReport &report) {
    std::vector<std::string> kinds, remarks;
    for (const KindRow &row : kinds_of(report)) {
        kinds.push_back(kind_json(row, report.comparison.has_value()));
    }
    for (const Remark &remark : report.remarks) {
        remarks.push_back(to_json(remark));
    }
    return fmt::format("{{\"schema_version\":{},\"queries\":{},\"relevant\":{},\"found\":{},{},"
                       "\"kinds\":[{}],\"comparison\":{},\"per_query\":[{}],\"remarks\":[{}]}}",
                       json_schema_version, report.cases.size(), sum_relevant(report),
                       sum_found(report), measure_members(mean(measures_of(report))),
                       fmt::join(kinds, ","), comparison_json(report),
                       fmt::join(eval_json_lines(report), ","), fmt::join(remarks, ","));
}

std::vector<std::string> eval_json_lines(const EvalReport &report) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        lines.push_back(query_json(report, i));
    }
    return lines;
}

std::vector<std::string> eval_csv(const EvalReport &report) {
    std::vector<std::string> head = {"id", "kind", "query", "relevant", "found"};
    for (const MeasureRow &row : measure_table) {
        head.emplace_back(row.member);
    }
    head.emplace_back("other_ndcg_at_10");
    std::vector<std::string> lines = {table_row(head, Separator::comma)};
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        const EvalCase &each = report.cases[i];
        std::vector<std::string> row = {each.query.id, kind_of_query(each.query.id),
                                        each.query.text, std::to_string(relevant(each.grades)),
                                        std::to_string(report.scores[i].found)};
        for (const MeasureRow &measure : measure_table) {
            row.push_back(fmt::format("{:.6f}", report.scores[i].measures.*measure.value));
        }
        row.push_back(report.comparison ? fmt::format("{:.6f}", report.comparison->theirs[i].ndcg10)
                                        : "");
        lines.push_back(table_row(row, Separator::comma));
    }
    return lines;
}

} // namespace ideary::tools
