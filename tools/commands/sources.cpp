// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>
#include <ideary/json.hpp>
#include <ideary/sources.hpp>
#include <map>
#include <set>

#include "command_context.hpp"
#include "output/numbers.hpp"
#include "output/source_path.hpp"
#include "output/table.hpp"
#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

/// A source, and what its matching ideas say.
struct Row {
    SourceInfo source;
    std::uint64_t ideas = 0; ///< that match
    std::set<std::string> authors;
    std::set<std::string> years;
};

/// The sources with matching ideas; all sources when there is neither a query nor a filter.
std::vector<Row> rows_of(const Index &index, const std::string &index_path, const Query &query,
                         const std::vector<Filter> &filters) {
    std::map<std::string, Row> by_path;
    index.each(query, filters, [&](const Idea &idea) {
        Row &row = by_path[idea.source.path];
        ++row.ideas;
        row.authors.insert(idea.authors.begin(), idea.authors.end());
        if (idea.year) {
            row.years.insert(std::to_string(*idea.year));
        }
    });
    const bool is_restricted = !filters.empty() || query.tree().kind != QueryNode::Kind::everything;
    std::vector<Row> rows;
    for (SourceInfo &source : sources(index_path)) {
        Row row = std::move(by_path[source.path]);
        if (row.ideas > 0 || !is_restricted) {
            row.source = std::move(source);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string joined(const std::set<std::string> &values, std::string_view separator) {
    return fmt::format("{}", fmt::join(values, separator));
}

std::string row_json(const Row &row) {
    const auto list = [](const std::set<std::string> &values, bool quote) {
        std::string out;
        for (const std::string &value : values) {
            out += (out.empty() ? "" : ",") + (quote ? json_string(value) : value);
        }
        return "[" + out + "]";
    };
    const auto text = [](const std::string &value) {
        return value.empty() ? "null" : json_string(value);
    };
    return fmt::format(
        "{{\"path\":{},\"file\":{},\"title\":{},\"authors\":{},\"years\":{},"
        "\"ideas\":{},\"bytes\":{},\"state\":\"{}\",\"slug\":{},\"url\":{}}}",
        json_string(row.source.path), text(row.source.file), json_string(row.source.title),
        list(row.authors, true), list(row.years, false), row.ideas, row.source.bytes,
        source_state_name(row.source.state), json_string(row.source.slug), text(row.source.url));
}

std::string source_text(const Row &row, const Style &style) {
    constexpr std::size_t indent = 4;
    constexpr std::size_t max_years = 3; ///< listed; of more, the first and the last
    const SourceInfo &source = row.source;
    std::string facts = amount(row.ideas, "idea");
    if (source.state != SourceState::unchanged) {
        facts += fmt::format(" · {}", source_state_name(source.state));
    }
    const bool is_odd = source.state != SourceState::unchanged;
    const Cell right = cell(facts, style.width / 2, style, is_odd ? Paint::match : Paint::dim);
    const Place place{source.path, "", "", 0};
    const Cell path{style.link_to_file(source.file, style.paint(Paint::title, source_path(place))),
                    display_width(terminal_safe(source_path(place)))};
    std::string out = two_sides(0, path, right, style);
    std::string line = source.title;
    const std::string years = row.years.size() > max_years
                                  ? *row.years.begin() + "–" + *row.years.rbegin()
                                  : joined(row.years, ", ");
    for (const std::string &part : {joined(row.authors, ", "), years}) {
        line.append(line.empty() || part.empty() ? "" : " · ").append(part);
    }
    return line.empty()
               ? out
               : out + two_sides(indent, cell(line, style.width - indent, style), {}, style);
}

std::vector<std::string> table_cells(const Row &row) {
    return {row.source.path,
            row.source.title,
            joined(row.authors, "; "),
            joined(row.years, "; "),
            std::to_string(row.ideas),
            std::to_string(row.source.bytes),
            source_state_name(row.source.state),
            row.source.slug,
            row.source.url,
            row.source.file};
}

void print_table(const std::vector<Row> &rows, Separator separator, CommandContext &context) {
    context.out.line(table_row(
        {"path", "title", "authors", "years", "ideas", "bytes", "state", "slug", "url", "file"},
        separator));
    for (const Row &row : rows) {
        context.out.line(table_row(table_cells(row), separator));
    }
}

void print(const std::vector<Row> &rows, CommandContext &context) {
    std::vector<std::string> objects;
    switch (context.format) {
    case Format::json:
        for (const Row &row : rows) {
            objects.push_back(row_json(row));
        }
        context.out.line(fmt::format("{{\"schema_version\":{},\"sources\":[{}]}}",
                                     json_schema_version, fmt::join(objects, ",")));
        return;
    case Format::csv:
    case Format::tsv:
        print_table(rows, context.format == Format::csv ? Separator::comma : Separator::tab,
                    context);
        return;
    default:
        break;
    }
    for (const Row &row : rows) {
        const Place place{row.source.path, "", "", 1};
        if (context.format == Format::jsonl) {
            context.out.line(row_json(row));
        } else if (context.format == Format::path) {
            context.out.line(
                terminal_safe(fmt::format("{}: {}", path_and_line(place), row.source.title)));
        } else {
            context.out.write(source_text(row, context.style));
        }
    }
}

/// "18 sources (17 unchanged, 1 gone) · 438 ideas"
std::string summary(const std::vector<Row> &rows) {
    std::map<SourceState, std::uint64_t> states;
    std::uint64_t ideas = 0;
    for (const Row &row : rows) {
        ++states[row.source.state];
        ideas += row.ideas;
    }
    std::string details;
    for (const auto &[state, count] : states) {
        details += fmt::format("{}{} {}", details.empty() ? "" : ", ", grouped(count),
                               source_state_name(state));
    }
    return fmt::format("{}{} · {}", amount(rows.size(), "source"),
                       details.empty() ? "" : " (" + details + ")", amount(ideas, "idea"));
}

} // namespace

int run_sources(const Arguments &arguments, CommandContext &context) {
    const Query query = query_of(arguments);
    const std::vector<Filter> filters = filters_of(arguments);
    const Index index = context.open_index();
    std::vector<Row> rows = rows_of(index, context.index_path(), query, filters);
    context.warn(query.remarks());
    context.warn(filter_remarks(index, filters));
    const std::string total = summary(rows);
    const bool found = !rows.empty();
    const std::size_t offset = std::min(arguments.count("offset").value_or(0), rows.size());
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(offset));
    rows.resize(std::min(rows.size(), arguments.limit("limit").value_or(rows.size())));
    context.out.use_pager(context.format == Format::text && !arguments.has("no-pager"));
    print(rows, context);
    context.out.finish();
    context.warn(total);
    return found ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
