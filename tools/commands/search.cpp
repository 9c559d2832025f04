// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/field.hpp>

#include "commands/query_lines.hpp"
#include "option_values.hpp"
#include "output/idea_printer.hpp"
#include "output/numbers.hpp"
#include "output/results_text.hpp"

namespace ideary::tools {

namespace {

constexpr std::string_view usual_facets[] = {"topic", "year", "author"};
constexpr std::size_t max_hits = 10000; ///< of --limit all

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
    options.limit = arguments.limit("limit").value_or(max_hits);
    options.offset = arguments.count("offset").value_or(0);
    options.sort = sort_of(arguments.text("sort"));
    options.facets = facets_of(arguments);
    options.facet_limit = arguments.count("facet-limit").value_or(options.facet_limit);
    options.explain = arguments.has("explain");
    return options;
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
        context.out.line(to_json(index.search(Query::parse(*line, all), options)));
        if (!lines.has_more_at_hand()) {
            context.out.flush(); // an interactive client waits for the answer
        }
    }
    return 0;
}

/// Text output counts kinds for the footer and all values of each facet for its heading.
Results search_for_text(const Index &index, const Query &query, SearchOptions options,
                        const Style &style, ResultCounts &counts) {
    const bool asked =
        std::find(options.facets.begin(), options.facets.end(), "kind") != options.facets.end();
    const bool filtered = std::any_of(options.filters.begin(), options.filters.end(),
                                      [](const Filter &filter) { return filter.field == "kind"; });
    if (!asked) {
        options.facets.emplace_back("kind");
    }
    options.facet_limit = 0;
    options.snippet_length = std::max<std::size_t>(style.width, 20) - 6;
    Results results = index.search(query, options);
    if (!filtered) { // else its counts would include the other kinds
        counts.kinds = results.facets.back().values;
        for (const Facet &facet : results.facets) {
            counts.kinds = facet.field == "kind" ? facet.values : counts.kinds;
        }
    }
    if (!asked) {
        results.facets.pop_back();
    }
    return results;
}

/// The number of ideas with all words; nothing for a query of one word.
std::optional<std::uint64_t> count_with_all(const Index &index, const Query &query,
                                            SearchOptions options) {
    if (query.tree().kind != QueryNode::Kind::query || query.tree().children.size() < 2) {
        return std::nullopt;
    }
    options.limit = 0;
    options.ids_only = true; // without related ideas
    options.facets.clear();
    return index.search(Query::parse(query.text(), true), options).total;
}

/// Remarks on words that look like options or fields but are neither.
void warn_of_lookalikes(const std::string &query, const CommandContext &context) {
    std::vector<std::string> names;
    for (const Field &field : fields()) {
        names.emplace_back(field.name);
        names.emplace_back(field.alias.empty() ? field.name : field.alias);
    }
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = std::min(query.find(' ', at), query.size());
        const std::string word = query.substr(at, end - at);
        at = end + 1;
        const bool is_letter =
            word.size() == 2 && word[0] == '-' && word[1] >= 'a' && word[1] <= 'z';
        if (is_letter) {
            context.warn(fmt::format("remark: {} was read as \"without {}\"; options have two "
                                     "dashes: --limit 5",
                                     word, word[1]));
        }
        const std::string name = word.substr(0, word.find(':'));
        const bool has_value = name.size() + 1 < word.size() && word[name.size() + 1] != '/' &&
                               word[name.size() + 1] != ':';
        const std::string near = has_value ? closest(name, names) : "";
        if (!near.empty() && near != name) {
            context.warn(fmt::format("remark: {}: is not a field; did you mean {}:?", name, near));
        }
    }
}

void warn_before(const Results &results, const SearchOptions &options, const Arguments &arguments,
                 const CommandContext &context) {
    if (context.format == Format::json) {
        return; // the JSON has them
    }
    warn_of_lookalikes(results.query, context);
    if (results.did_you_mean) {
        context.warn(fmt::format("searched for: {}", *results.did_you_mean));
    }
    context.warn(results.remarks);
    if (!arguments.limit("limit") && results.total > options.offset + max_hits) {
        context.warn(fmt::format("remark: --limit all prints at most {} hits; ideary export prints "
                                 "all ideas",
                                 grouped(max_hits)));
    }
}

/// The hint for an empty answer.
std::string nothing_found(const SearchOptions &options) {
    return options.filters.empty()
               ? "nothing found. Try fewer or other words; see: ideary help query"
               : "nothing found. Try fewer words or filters; list values with: ideary facets " +
                     options.filters.front().field;
}

void print_lines(const Results &results, const Arguments &arguments, CommandContext &context) {
    const std::optional<IdeaTable> table = start_table(context, arguments);
    for (const Hit &hit : results.hits) {
        switch (context.format) {
        case Format::jsonl:
            context.out.line(to_json(hit));
            break;
        case Format::path:
            context.out.line(path_line(hit.idea));
            break;
        case Format::ids:
            context.out.line(terminal_safe(hit.idea.id));
            break;
        default:
            context.out.line(table->row(hit.idea, &hit));
        }
    }
}

/// Hits of the search with their bodies, where a column needs them.
void add_bodies(const Index &index, const Arguments &arguments, Results &results) {
    if ((',' + arguments.text("columns") + ',').find(",body,") == std::string::npos) {
        return;
    }
    for (Hit &hit : results.hits) {
        if (const std::optional<Idea> idea = index.show(hit.idea.id)) {
            hit.idea.body = idea->body;
        }
    }
}

} // namespace

int run_search(const Arguments &arguments, CommandContext &context) {
    if (arguments.has("queries")) {
        return answer_lines(arguments, context);
    }
    const Query query = query_of(arguments);
    const SearchOptions options = options_of(arguments);
    const Index index = context.open_index();
    const bool as_text = context.format == Format::text;
    ResultCounts counts;
    Results results = as_text ? search_for_text(index, query, options, context.style, counts)
                              : index.search(query, options);
    const bool is_page = as_text && !arguments.has("long") && !arguments.has("explain");
    if (is_page || arguments.has("fold")) {
        fold_hits(results);
    }
    warn_before(results, options, arguments, context);
    if (as_text) {
        counts.with_all_words = count_with_all(index, query, options);
        context.out.use_pager(!arguments.has("no-pager"));
        context.out.write(
            results_text(results, options.facet_limit, arguments.has("long"), context.style));
    } else if (context.format == Format::json) {
        context.out.line(to_json(results));
    } else {
        add_bodies(index, arguments, results);
        print_lines(results, arguments, context);
    }
    context.out.finish();
    if (results.total == 0 && results.hits.empty()) {
        context.warn(nothing_found(options));
    } else if (as_text) {
        context.warn(footer(results, counts, options.offset));
    }
    return results.total > 0 ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
