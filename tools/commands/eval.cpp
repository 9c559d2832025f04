// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <limits>

#include "commands/ingest_options.hpp"
#include "eval/report.hpp"

namespace ideary::tools {

namespace {

EvalFile read_file(const Arguments &arguments, std::string_view option) {
    const std::string path = arguments.text(option);
    if (path.empty()) {
        throw Error(ErrorKind::usage, fmt::format("eval needs --{} FILE", option),
                    "See: ideary eval --help");
    }
    return {path, file_text(path)};
}

EvalSetting setting_of(const Arguments &arguments) {
    EvalSetting setting{ranking_of(arguments), arguments.has("all")};
    setting.options.expand = arguments.has("expand");
    setting.options.limit = arguments.count("depth").value_or(1);
    return setting;
}

/// Parses the value of --compare: options of eval, with or without hyphens.
Arguments baseline_arguments(const std::string &typed, const Arguments &arguments) {
    std::vector<std::string> words = {"eval", "--depth", arguments.text("depth")};
    std::size_t at = typed.find_first_not_of(' ');
    while (at != std::string::npos) {
        const std::size_t end = std::min(typed.find(' ', at), typed.size());
        const std::string word = typed.substr(at, end - at);
        if (word != "default") {
            words.push_back(word.starts_with("--") ? word : "--" + word);
        }
        at = typed.find_first_not_of(' ', end);
    }
    Arguments baseline = Arguments::parse(words);
    for (const std::string_view option : {"queries", "qrels", "run", "compare", "compare-run"}) {
        if (baseline.has(option)) {
            throw Error(ErrorKind::usage,
                        fmt::format("--{} does not change a ranking: it means nothing in --compare",
                                    option),
                        "See: ideary eval --help");
        }
    }
    return baseline;
}

using Runs = std::vector<std::vector<EvalHit>>; ///< in the order of the cases

Runs search_all(const Index &index, const std::vector<EvalCase> &cases,
                const EvalSetting &setting) {
    Runs runs;
    for (const EvalCase &each : cases) {
        runs.push_back(eval_hits(index, each.query.text, setting));
    }
    return runs;
}

std::vector<EvalScore> scores_of(const std::vector<EvalCase> &cases, const Runs &runs) {
    std::vector<EvalScore> scores;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        std::vector<std::string> ranking;
        for (const EvalHit &hit : runs[i]) {
            ranking.push_back(hit.id);
        }
        scores.push_back(score(ranking, cases[i].grades));
    }
    return scores;
}

std::vector<Measures> measures_of(const std::vector<EvalScore> &scores) {
    std::vector<Measures> list;
    for (const EvalScore &each : scores) {
        list.push_back(each.measures);
    }
    return list;
}

/// Scores the rankings of a run file, which may name ideas differently than the judgements.
std::vector<Measures> judge(const Rankings &run, const std::vector<EvalCase> &cases,
                            const Index &index) {
    std::set<std::string> used;
    for (const auto &[query, ranking] : run) {
        used.insert(ranking.begin(), ranking.end());
    }
    const IdeaNames names(index, used);
    std::vector<Measures> list;
    for (const EvalCase &each : cases) {
        std::vector<std::string> ranking;
        const auto found = run.find(each.query.id);
        if (found != run.end()) {
            for (const std::string &name : found->second) {
                ranking.push_back(names.id_of(name).value_or(name));
            }
        }
        list.push_back(measure(ranking, each.grades));
    }
    return list;
}

/// The six columns of TREC. Baseline tools order by the score alone, as a 32-bit number, so each
/// score is kept below the one before it.
std::string run_text(const EvalReport &report, const Runs &runs, const IdeaNames &names) {
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        float last = std::numeric_limits<float>::infinity();
        for (std::size_t rank = 0; rank < runs[i].size(); ++rank) {
            const EvalHit &hit = runs[i][rank];
            last = std::min(static_cast<float>(hit.score), std::nextafter(last, -1e9F));
            text += fmt::format("{}\tQ0\t{}\t{}\t{:.9g}\tideary\n", report.cases[i].query.id,
                                names.name_of(hit.id), rank + 1, last);
        }
    }
    return text;
}

void write_file(const std::string &path, const std::string &text) {
    std::FILE *file = std::fopen(path.c_str(), "we");
    bool written = file != nullptr;
    if (written) {
        written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        written = std::fclose(file) == 0 && written;
    }
    if (!written) {
        throw Error(ErrorKind::cannot_write,
                    fmt::format("cannot write {}: {}", path, std::strerror(errno)));
    }
}

std::set<std::string> names_in(const Judgements &judgements) {
    std::set<std::string> names;
    for (const auto &[query, grades] : judgements) {
        for (const auto &[name, grade] : grades) {
            names.insert(name);
        }
    }
    return names;
}

void print(const EvalReport &report, const EvalTables &tables, CommandContext &context) {
    switch (context.format) {
    case Format::json:
        context.out.line(eval_json(report));
        return;
    case Format::text:
        context.out.write(eval_text(report, tables, context.style));
        return;
    default:
        break;
    }
    for (const std::string &line :
         context.format == Format::csv ? eval_csv(report) : eval_json_lines(report)) {
        context.out.line(line);
    }
}

/// What the ranking is compared with. Read and checked before the first search.
struct Baseline {
    std::optional<Arguments> arguments;
    std::optional<Rankings> run;
};

Baseline read_baseline(const Arguments &arguments, std::vector<Remark> &remarks) {
    Baseline baseline;
    if (arguments.has("compare") && arguments.has("compare-run")) {
        throw Error(ErrorKind::usage, "--compare and --compare-run are two things to compare with",
                    "Leave out one");
    }
    if (arguments.has("compare")) {
        baseline.arguments = baseline_arguments(arguments.text("compare"), arguments);
    }
    if (arguments.has("compare-run")) {
        EvalFile file = read_file(arguments, "compare-run");
        baseline.run = read_run(file);
        remarks.insert(remarks.end(), file.remarks.begin(), file.remarks.end());
    }
    return baseline;
}

/// The baseline may have its own --index.
Runs search_baseline(const Baseline &baseline, const Index &index,
                     const std::vector<EvalCase> &cases) {
    const EvalSetting setting = setting_of(*baseline.arguments);
    if (baseline.arguments->text("index").empty()) {
        return search_all(index, cases, setting);
    }
    return search_all(CommandContext(*baseline.arguments).open_index(), cases, setting);
}

} // namespace

int run_eval(const Arguments &arguments, CommandContext &context) {
    EvalFile queries = read_file(arguments, "queries"), qrels = read_file(arguments, "qrels");
    EvalReport report;
    const std::vector<EvalQuery> asked = read_queries(queries);
    const Judgements judgements = read_judgements(qrels);
    report.remarks = queries.remarks;
    report.remarks.insert(report.remarks.end(), qrels.remarks.begin(), qrels.remarks.end());
    const Baseline baseline = read_baseline(arguments, report.remarks);
    const Index index = context.open_index();
    const IdeaNames names(index, names_in(judgements));
    report.cases = eval_cases(asked, judgements, names, report.remarks);
    if (context.format != Format::json) {
        context.warn(report.remarks);
    }
    if (report.cases.empty()) {
        throw Error(
            ErrorKind::bad_input,
            fmt::format("no query of {} has a relevant idea in {}", queries.path, qrels.path),
            "Both name a query by the same id; a relevant idea has a grade of 1 or more");
    }
    const Runs runs = search_all(index, report.cases, setting_of(arguments));
    report.scores = scores_of(report.cases, runs);
    if (arguments.has("run")) {
        write_file(arguments.text("run"), run_text(report, runs, names));
    }
    if (baseline.arguments) {
        const Runs theirs = search_baseline(baseline, index, report.cases);
        report.comparison = {arguments.text("compare"),
                             measures_of(scores_of(report.cases, theirs))};
    } else if (baseline.run) {
        report.comparison = {arguments.text("compare-run"),
                             judge(*baseline.run, report.cases, index)};
    }
    print(report, {arguments.has("by-kind"), arguments.has("per-query")}, context);
    return 0;
}

} // namespace ideary::tools
