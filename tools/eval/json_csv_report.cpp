// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <cmath>
#include <fmt/format.h>

#include "eval/report.hpp"
#include "output/json.hpp"
#include "output/json_output.hpp"

namespace ideary::tools {

namespace {

double rounded(double value) {
    constexpr double unit = 1e6;
    return std::round(value * unit) / unit;
}

void write_measures(JsonWriter &json, const Measures &measures) {
    for (const MeasureRow &row : measure_table) {
        json.key(row.member).number(rounded(measures.*row.value));
    }
}

void write_or_null(JsonWriter &json, const Measures *measures) {
    if (measures == nullptr) {
        json.null();
        return;
    }
    json.open('{');
    write_measures(json, *measures);
    json.close('}');
}

std::string query_json(const EvalReport &report, std::size_t at) {
    const EvalCase &each = report.cases[at];
    JsonWriter json;
    json.open('{').member("id", each.query.id).member("kind", kind_of_query(each.query.id));
    json.member("query", each.query.text).key("relevant").integer(relevant(each.grades));
    json.key("found").integer(report.scores[at].found);
    write_measures(json, report.scores[at].measures);
    json.key("other");
    write_or_null(json, report.comparison ? &report.comparison->theirs[at] : nullptr);
    return json.close('}').text();
}

void write_kinds(JsonWriter &json, const EvalReport &report) {
    json.key("kinds").open('[');
    for (const KindRow &row : kinds_of(report)) {
        json.open('{').member("kind", row.kind).key("queries").integer(row.ours.size());
        write_measures(json, mean(row.ours));
        const Measures other = mean(row.theirs);
        json.key("other");
        write_or_null(json, report.comparison ? &other : nullptr);
        json.close('}');
    }
    json.close(']');
}

void write_comparison(JsonWriter &json, const EvalReport &report) {
    json.key("comparison");
    if (!report.comparison) {
        json.null();
        return;
    }
    const std::vector<Measures> ours = measures_of(report);
    const Measures other = mean(report.comparison->theirs);
    json.open('{').member("with", report.comparison->with);
    for (const MeasureRow &row : measure_table) {
        const Difference difference =
            compare(column(ours, row), column(report.comparison->theirs, row));
        json.key(row.member).open('{').key("other").number(rounded(other.*row.value));
        json.key("difference").number(rounded(difference.mean));
        json.key("p").number(rounded(difference.p)).key("better").integer(difference.better);
        json.key("worse").integer(difference.worse).close('}');
    }
    json.close('}');
}

} // namespace

std::string eval_json(const EvalReport &report) {
    JsonWriter json;
    json.open('{').key("schema_version").integer(schema_version);
    json.key("queries").integer(report.cases.size());
    json.key("relevant").integer(sum_relevant(report)).key("found").integer(sum_found(report));
    write_measures(json, mean(measures_of(report)));
    write_kinds(json, report);
    write_comparison(json, report);
    json.key("per_query").open('[');
    for (const std::string &line : eval_json_lines(report)) {
        json.raw(line);
    }
    json.close(']').key("remarks").open('[');
    for (const Remark &remark : report.remarks) {
        json.raw(remark_json(remark));
    }
    return json.close(']').close('}').text();
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
    std::vector<std::string> lines = {csv_row(head)};
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
        lines.push_back(csv_row(row));
    }
    return lines;
}

} // namespace ideary::tools
