// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "eval/files.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>

namespace ideary::tools {

namespace {

using Json = nlohmann::json;
using Columns = std::vector<std::string>;

struct Line {
    std::string_view text;
    int number;
};

std::vector<Line> lines_of(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    std::vector<Line> lines;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.find_first_not_of(" \t") != std::string_view::npos) {
            lines.push_back({line, number});
        }
    }
    return lines;
}

std::vector<Line> without_comments(std::vector<Line> lines) {
    std::erase_if(lines, [](const Line &line) { return line.text.starts_with('#'); });
    return lines;
}

void add_remark(EvalFile &file, const Line &line, std::string_view sentence) {
    Remark remark;
    remark.text = sentence;
    remark.path = file.path;
    remark.line = line.number;
    file.remarks.push_back(std::move(remark));
}

Columns split(std::string_view line, std::string_view separators) {
    Columns columns;
    std::size_t at = line.find_first_not_of(separators);
    while (at != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(separators, at), line.size());
        std::string_view column = line.substr(at, end - at);
        column.remove_prefix(std::min(column.find_first_not_of(' '), column.size()));
        columns.emplace_back(column.substr(0, column.find_last_not_of(' ') + 1));
        at = line.find_first_not_of(separators, end);
    }
    return columns;
}

/// Splits at tabs if that yields enough columns, since ids may contain spaces; else at whitespace.
Columns columns_of(std::string_view line, std::size_t min_columns) {
    Columns columns = split(line, "\t");
    return columns.size() >= min_columns ? columns : split(line, " \t");
}

template <typename Number> std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole ? std::optional<Number>(value) : std::nullopt;
}

/// The first of the members that is a string or an integer.
std::string member(const Json &object, std::initializer_list<const char *> names) {
    for (const char *name : names) {
        const auto found = object.find(name);
        if (found != object.end() && found->is_string()) {
            return found->get<std::string>();
        }
        if (found != object.end() && found->is_number_integer()) {
            return found->dump();
        }
    }
    return {};
}

std::optional<EvalQuery> json_query(const Line &line) {
    const Json object = Json::parse(line.text, nullptr, false);
    if (!object.is_object()) {
        return std::nullopt;
    }
    EvalQuery query = {member(object, {"id", "_id", "query_id", "query-id", "qid", "num"}),
                       member(object, {"text", "query", "title"})};
    return query.id.empty() || query.text.empty() ? std::nullopt
                                                  : std::optional<EvalQuery>(std::move(query));
}

std::optional<EvalQuery> tabbed_query(const Line &line) {
    const std::size_t tab = line.text.find('\t');
    if (tab == 0 || tab == std::string_view::npos || tab + 1 == line.text.size()) {
        return std::nullopt;
    }
    return EvalQuery{std::string(line.text.substr(0, tab)), std::string(line.text.substr(tab + 1))};
}

std::vector<EvalQuery> numbered(const std::vector<Line> &lines) {
    std::vector<EvalQuery> queries;
    for (const Line &line : lines) {
        queries.push_back({std::to_string(queries.size() + 1), std::string(line.text)});
    }
    return queries;
}

} // namespace

std::vector<EvalQuery> read_queries(EvalFile &file) {
    const std::vector<Line> all = lines_of(file.text);
    const bool json = !all.empty() && all.front().text.starts_with('{');
    const std::vector<Line> lines = json ? all : without_comments(all);
    const bool tabs = std::any_of(lines.begin(), lines.end(), [](const Line &line) {
        return line.text.find('\t') != std::string_view::npos;
    });
    if (!json && !tabs) {
        return numbered(lines);
    }
    std::vector<EvalQuery> queries;
    std::set<std::string> seen;
    for (const Line &line : lines) {
        std::optional<EvalQuery> query = json ? json_query(line) : tabbed_query(line);
        if (!query) {
            add_remark(file, line,
                       json ? "no object with id and text: left out"
                            : "no id, tab and query: left out");
        } else if (!seen.insert(query->id).second) {
            add_remark(file, line, "duplicate query id, ignored");
        } else {
            queries.push_back(std::move(*query));
        }
    }
    return queries;
}

Judgements read_judgements(EvalFile &file) {
    Judgements judgements;
    bool first = true;
    for (const Line &line : without_comments(lines_of(file.text))) {
        const Columns columns = columns_of(line.text, 3);
        const bool fits = columns.size() == 3 || columns.size() == 4;
        const std::optional<int> grade = fits ? number<int>(columns.back()) : std::nullopt;
        if (grade) {
            const std::string &idea = columns[columns.size() - 2];
            int &kept = judgements[columns.front()].try_emplace(idea, *grade).first->second;
            kept = std::max(kept, *grade);
        } else if (!first || !fits) {
            add_remark(file, line, "no judgement, which is a query, an idea and a grade: left out");
        }
        first = false;
    }
    return judgements;
}

Rankings read_run(EvalFile &file) {
    struct Place {
        double score;
        std::size_t rank;
        std::string idea;
    };
    std::map<std::string, std::vector<Place>> places;
    for (const Line &line : without_comments(lines_of(file.text))) {
        const Columns columns = columns_of(line.text, 6);
        const bool fits = columns.size() == 6;
        const auto rank = fits ? number<std::size_t>(columns[3]) : std::nullopt;
        const auto score = fits ? number<double>(columns[4]) : std::nullopt;
        if (rank && score) {
            places[columns[0]].push_back({*score, *rank, columns[2]});
        } else {
            add_remark(file, line, "not the six columns of a TREC run: left out");
        }
    }
    Rankings rankings;
    for (auto &[query, list] : places) {
        std::stable_sort(list.begin(), list.end(), [](const Place &a, const Place &b) {
            return a.score != b.score ? a.score > b.score : a.rank < b.rank;
        });
        for (Place &place : list) {
            rankings[query].push_back(std::move(place.idea));
        }
    }
    return rankings;
}

} // namespace ideary::tools
