// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>
#include <ideary/error.hpp>

#include "commands/query_lines.hpp"
#include "option_values.hpp"
#include "output/text_output.hpp"

namespace ideary::tools {

namespace {

constexpr std::string_view usual_facets[] = {"topic", "year", "author"};

Sort sort_of(std::string_view name) {
    if (name == "year") {
        return Sort::year_ascending;
    }
    if (name == "-year") {
        return Sort::year_descending;
    }
    return name == "title" ? Sort::title : Sort::relevance;
}

std::vector<std::string> facets_of(const Arguments &arguments) {
    std::vector<std::string> names;
    const auto add = [&](const std::string &name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    };
    if (arguments.has("facets")) {
        std::for_each(std::begin(usual_facets), std::end(usual_facets),
                      [&](std::string_view name) { add(std::string(name)); });
    }
    for (const std::string &given : arguments.texts("facet")) {
        add(facet_field(given));
    }
    return names;
}

SearchOptions options_of(const Arguments &arguments) {
    SearchOptions options = ranking_of(arguments);
    options.expand = arguments.has("expand");
    options.limit = arguments.count("limit").value_or(options.limit);
    options.offset = arguments.count("offset").value_or(0);
    options.sort = sort_of(arguments.text("sort"));
    options.facets = facets_of(arguments);
    options.facet_limit = arguments.count("facet-limit").value_or(options.facet_limit);
    options.explain = arguments.has("explain");
    return options;
}

/// "12 ideas; 1 to 10; go on with --offset 10", or "3 ideas and 7 related ones".
std::string total_line(const Results &results, const SearchOptions &options) {
    std::string line = amount(results.total, "idea");
    const auto is_related = [&](const Hit &hit) {
        return results.related_from && hit.rank >= *results.related_from;
    };
    const auto related = std::count_if(results.hits.begin(), results.hits.end(), is_related);
    const auto shown =
        static_cast<std::uint64_t>(results.hits.size()) - static_cast<std::uint64_t>(related);
    if (related > 0) {
        line += fmt::format(" and {}", amount(static_cast<std::uint64_t>(related), "related one"));
    }
    if (shown > 0 && shown < results.total) {
        line += fmt::format("; {} to {}", options.offset + 1, options.offset + shown);
    }
    if (shown > 0 && options.offset + shown < results.total) {
        line += fmt::format("; go on with --offset {}", options.offset + shown);
    }
    return line;
}

void print_text(const Results &results, const SearchOptions &options, CommandContext &context) {
    if (results.explanation) {
        context.out.write(explanation_text(*results.explanation, context.style) + "\n");
    }
    for (const Hit &hit : results.hits) {
        if (hit.rank == results.related_from) {
            context.out.write(context.style.paint(Paint::heading, "Related:") + "\n\n");
        }
        context.out.write(hit_text(hit, context.style) +
                          contributions_text(hit.contributions, context.style) + "\n");
    }
    for (const Facet &facet : results.facets) {
        context.out.write(facet_text(facet, context.style, true) + "\n");
    }
    if (results.total > 0 || !results.hits.empty()) {
        context.out.line(total_line(results, options));
    }
}

void print(const Results &results, const SearchOptions &options, CommandContext &context) {
    switch (context.format) {
    case Format::text:
        print_text(results, options, context);
        return;
    case Format::json:
        context.out.line(results_json(results));
        return;
    case Format::csv:
        context.out.line(idea_csv_head());
        break;
    default:
        break;
    }
    for (const Hit &hit : results.hits) {
        context.out.line(context.format == Format::csv     ? idea_csv(hit.idea, &hit)
                         : context.format == Format::jsonl ? hit_json(hit)
                                                           : terminal_safe(hit.idea.id));
    }
}

/// Prints corrections and remarks before the hits.
void report_beside(const Results &results, const CommandContext &context) {
    if (context.format == Format::json) {
        return; // the JSON has them
    }
    if (results.did_you_mean) {
        context.warn(fmt::format("searched for: {}", *results.did_you_mean));
    }
    context.warn(results.remarks);
}

int answer_lines(const Arguments &arguments, CommandContext &context) {
    if (!arguments.positionals().empty()) {
        throw Error(ErrorKind::usage, "--queries takes no QUERY argument",
                    "Leave out " + arguments.positionals().front());
    }
    if (arguments.has("format") && context.format != Format::json &&
        context.format != Format::jsonl) {
        throw Error(ErrorKind::usage, "--queries prints only JSON", "Leave out --format");
    }
    const Index index = context.open_index();
    const SearchOptions options = options_of(arguments);
    const bool all = arguments.has("all");
    QueryLines lines(arguments.text("queries"));
    while (const std::optional<std::string> line = lines.next()) {
        context.out.line(results_json(index.search(Query::parse(*line, all), options)));
        if (!lines.has_more_at_hand()) {
            context.out.flush(); // an interactive client waits for the answer
        }
    }
    return 0;
}

/// The next step of somebody who found nothing.
std::string nothing_found(const Query &query, const SearchOptions &options) {
    if (options.filters.empty()) {
        return "nothing found. Try fewer or other words; see: ideary help query";
    }
    const Filter &filter = options.filters.front();
    const std::string values = "an option takes a whole value, and `ideary facets " + filter.field +
                               "` lists them; in a query, " + filter.field +
                               ":word finds values with that word";
    return query.tree().kind == QueryNode::Kind::everything
               ? "nothing found: " + values
               : "nothing found. Try fewer words or options: " + values;
}

} // namespace

int run_search(const Arguments &arguments, CommandContext &context) {
    if (arguments.has("queries")) {
        return answer_lines(arguments, context);
    }
    const Query query = query_of(arguments);
    const SearchOptions options = options_of(arguments);
    const Results results = context.open_index().search(query, options);
    report_beside(results, context);
    print(results, options, context);
    const bool found = results.total > 0 || !results.hits.empty();
    if (!found) {
        context.out.flush();
        context.warn(nothing_found(query, options));
    }
    return found ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
