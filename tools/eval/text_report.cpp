// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>
#include <ideary/text.hpp>

#include "eval/report.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t extremes = 5; ///< queries listed in each direction

/// Avoids the output "-0.0000".
double signless_zero(double value) {
    constexpr double invisible = 0.00005;
    return value > -invisible && value < invisible ? 0 : value;
}

std::string cells(const Measures &measures) {
    std::string line;
    for (const MeasureRow &row : measure_table) {
        line += fmt::format("  {:>{}.4f}", measures.*row.value,
                            std::max<std::size_t>(row.name.size(), 6));
    }
    return line;
}

std::string headings() {
    std::string line;
    for (const MeasureRow &row : measure_table) {
        line += fmt::format("  {:>6}", row.name);
    }
    return line;
}

std::string padded(std::string_view text, std::size_t width) {
    const std::string safe = terminal_safe(text);
    const std::size_t taken = display_width(safe);
    return safe + std::string(taken < width ? width - taken : 0, ' ');
}

std::string summary(const EvalReport &report) {
    std::string text =
        fmt::format("{:<10}  {:>6}\n{:<10}  {:>6}\n{:<10}  {:>6}\n", "queries", report.cases.size(),
                    "relevant", sum_relevant(report), "found", sum_found(report));
    const Measures means = mean(measures_of(report));
    for (const MeasureRow &row : measure_table) {
        text += fmt::format("{:<10}  {:>6.4f}\n", row.name, means.*row.value);
    }
    return text;
}

std::string kind_table(const EvalReport &report, const Style &style) {
    const std::vector<KindRow> rows = kinds_of(report);
    std::size_t width = 4;
    for (const KindRow &row : rows) {
        width = std::max(width, display_width(terminal_safe(row.kind)));
    }
    const std::string more = report.comparison ? "   other" : "";
    std::string text =
        style.paint(Paint::heading, padded("kind", width) + "  queries" + headings() + more) + "\n";
    for (const KindRow &row : rows) {
        text += padded(row.kind.empty() ? "-" : row.kind, width) +
                fmt::format("  {:>7}", row.ours.size()) + cells(mean(row.ours));
        text += report.comparison ? fmt::format("  {:>6.4f}\n", mean(row.theirs).ndcg10) : "\n";
    }
    return text;
}

std::string query_table(const EvalReport &report, const Style &style) {
    std::size_t width = 5;
    for (const EvalCase &each : report.cases) {
        width = std::max(width, display_width(terminal_safe(each.query.id)));
    }
    const std::string more = report.comparison ? "   other" : "";
    const std::string head =
        padded("query", width) + "  relevant  found" + headings() + more + "  text";
    std::string text = style.paint(Paint::heading, head) + "\n";
    const std::size_t taken = display_width(head) - 4;
    const std::size_t room = style.width > taken + 20 ? style.width - taken : 20;
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        const EvalCase &each = report.cases[i];
        const EvalScore &score = report.scores[i];
        text += padded(each.query.id, width) +
                fmt::format("  {:>8}  {:>5}", relevant(each.grades), score.found) +
                cells(score.measures);
        if (report.comparison) {
            text += fmt::format("  {:>6.4f}", report.comparison->theirs[i].ndcg10);
        }
        text += "  " + fit_width(terminal_safe(each.query.text), room) + "\n";
    }
    return text;
}

/// The queries whose nDCG@10 differs most, in one direction.
std::string extreme_lines(const EvalReport &report, double sign) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < report.cases.size(); ++i) {
        const double difference =
            report.scores[i].measures.ndcg10 - report.comparison->theirs[i].ndcg10;
        if (difference * sign > 1e-9) {
            order.emplace_back(-difference * sign, i);
        }
    }
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), extremes));
    std::string text;
    for (const auto &[difference, i] : order) {
        const EvalQuery &query = report.cases[i].query;
        text += fmt::format("  {:+.4f}  {}  {}\n", -difference * sign, terminal_safe(query.id),
                            terminal_safe(query.text));
    }
    return text;
}

std::string comparison_text(const EvalReport &report, const Style &style) {
    const std::vector<Measures> ours = measures_of(report);
    const std::vector<Measures> &theirs = report.comparison->theirs;
    const std::string title = "compared with " + terminal_safe(report.comparison->with);
    std::string text = style.paint(Paint::heading, title) + "\n";
    text += fmt::format("{:<10}  {:>6}  {:>6}  {:>10}  {:>6}  {:>6}  {:>5}\n", "", "this", "other",
                        "difference", "p", "better", "worse");
    const Measures means = mean(ours), other = mean(theirs);
    for (const MeasureRow &row : measure_table) {
        const Difference difference = compare(column(ours, row), column(theirs, row));
        const std::string p =
            difference.p < 0.0001 ? "<.0001" : fmt::format("{:.4f}", difference.p);
        text += fmt::format("{:<10}  {:.4f}  {:.4f}  {:>+10.4f}  {:>6}  {:>6}  {:>5}\n", row.name,
                            means.*row.value, other.*row.value, signless_zero(difference.mean), p,
                            difference.better, difference.worse);
    }
    const std::string won = extreme_lines(report, 1), lost = extreme_lines(report, -1);
    text += won.empty() ? "" : "won most, by nDCG@10:\n" + won;
    text += lost.empty() ? "" : "lost most, by nDCG@10:\n" + lost;
    return text;
}

} // namespace

std::string eval_text(const EvalReport &report, const EvalTables &tables, const Style &style) {
    std::string text = tables.per_query ? query_table(report, style) + "\n" : "";
    text += tables.by_kind ? kind_table(report, style) + "\n" : "";
    text += summary(report);
    return text + (report.comparison ? "\n" + comparison_text(report, style) : "");
}

} // namespace ideary::tools
