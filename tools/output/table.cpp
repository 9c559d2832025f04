// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/text.hpp>
#include <numeric>

#include "option_values.hpp"

namespace ideary::tools {

namespace {

std::string joined(const std::vector<std::string> &values) {
    return fmt::format("{}", fmt::join(values, "; "));
}

std::string score_text(const Hit *hit) {
    return hit == nullptr ? "" : fmt::format("{}", std::round(hit->score * 1e6) / 1e6);
}

std::string line_text(const Idea &idea) {
    return idea.source.line > 0 ? std::to_string(idea.source.line) : "";
}

struct Column {
    std::string_view name;
    std::string (*value)(const Idea &idea, const Hit *hit);
};

constexpr std::size_t default_columns = 13; ///< the first rows of the table
constexpr Column column_table[] = {
    {"id", [](const Idea &idea, const Hit *) { return idea.id; }},
    {"title", [](const Idea &idea, const Hit *) { return idea.title; }},
    {"year",
     [](const Idea &idea, const Hit *) { return idea.year ? std::to_string(*idea.year) : ""; }},
    {"authors", [](const Idea &idea, const Hit *) { return joined(idea.authors); }},
    {"topics", [](const Idea &idea, const Hit *) { return joined(idea.topics); }},
    {"event", [](const Idea &idea, const Hit *) { return idea.event; }},
    {"kind", [](const Idea &idea, const Hit *) { return std::string(kind_name(idea.kind)); }},
    {"language", [](const Idea &idea, const Hit *) { return idea.language; }},
    {"section", [](const Idea &idea, const Hit *) { return joined(idea.section); }},
    {"source", [](const Idea &idea, const Hit *) { return idea.source.path; }},
    {"url", [](const Idea &idea, const Hit *) { return idea.source.url; }},
    {"line", [](const Idea &idea, const Hit *) { return line_text(idea); }},
    {"score", [](const Idea &, const Hit *hit) { return score_text(hit); }},
    {"rank",
     [](const Idea &, const Hit *hit) { return hit == nullptr ? "" : std::to_string(hit->rank); }},
    {"snippet",
     [](const Idea &, const Hit *hit) { return hit == nullptr ? "" : hit->snippet.text; }},
    {"body", [](const Idea &idea, const Hit *) { return idea.body; }},
    {"curator", [](const Idea &idea, const Hit *) { return idea.curator; }},
    {"source_title", [](const Idea &idea, const Hit *) { return idea.source.title; }},
};

std::size_t column_named(const std::string &name) {
    const auto row = std::find_if(std::begin(column_table), std::end(column_table),
                                  [&](const Column &column) { return column.name == name; });
    if (row != std::end(column_table)) {
        return static_cast<std::size_t>(row - std::begin(column_table));
    }
    const std::vector<std::string> names = column_names();
    const std::string near = suggestion(name, names);
    throw Error(ErrorKind::usage, fmt::format("there is no column {}", quoted(name)),
                near.empty() ? fmt::format("Choose from: {}", fmt::join(names, ", "))
                             : fmt::format("Did you mean {}?", near));
}

std::string csv_cell(std::string_view text) {
    std::string safe = terminal_safe(text, true);
    const bool formula =
        !safe.empty() && std::string_view("=+-@\t\r").find(safe[0]) != std::string_view::npos;
    // A tab counts too, though the safe text has a space in its place.
    if (formula || (!text.empty() && (text[0] == '\t' || text[0] == '\r'))) {
        safe.insert(0, 1, '\'');
    }
    if (safe.find_first_of(",\"\n") == std::string::npos) {
        return safe;
    }
    std::string out = "\"";
    for (const char c : safe) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out + "\"";
}

} // namespace

std::string table_row(const std::vector<std::string> &cells, Separator separator) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (separator == Separator::comma) {
            out.append(i == 0 ? "" : ",").append(csv_cell(cells[i]));
        } else {
            out.append(i == 0 ? "" : "\t").append(terminal_safe(cells[i]));
        }
    }
    return out;
}

IdeaTable::IdeaTable(std::string_view columns, Separator separator) : separator_(separator) {
    while (!columns.empty()) {
        const std::string name(columns.substr(0, columns.find(',')));
        columns.remove_prefix(std::min(name.size() + 1, columns.size()));
        columns_.push_back(column_named(name));
    }
    if (columns_.empty()) {
        columns_.resize(default_columns);
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
    }
}

std::string IdeaTable::head() const {
    std::vector<std::string> cells;
    for (const std::size_t column : columns_) {
        cells.emplace_back(column_table[column].name);
    }
    return table_row(cells, separator_);
}

std::string IdeaTable::row(const Idea &idea, const Hit *hit) const {
    std::vector<std::string> cells;
    for (const std::size_t column : columns_) {
        cells.push_back(column_table[column].value(idea, hit));
    }
    return table_row(cells, separator_);
}

std::vector<std::string> column_names() {
    std::vector<std::string> names;
    for (const Column &column : column_table) {
        names.emplace_back(column.name);
    }
    return names;
}

} // namespace ideary::tools
