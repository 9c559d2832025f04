// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/json.hpp>

#include "command_context.hpp"
#include "option_values.hpp"
#include "output/facet_text.hpp"
#include "output/table.hpp"

namespace ideary::tools {

namespace {

void print_table(const Facet &facet, Separator separator, CommandContext &context) {
    context.out.line(table_row({"value", "count"}, separator));
    for (const FacetValue &value : facet.values) {
        context.out.line(table_row({value.value, std::to_string(value.count)}, separator));
    }
}

void print(const FacetPage &page, CommandContext &context) {
    switch (context.format) {
    case Format::json:
        context.out.line(to_json(page.facet));
        break;
    case Format::jsonl:
        for (const FacetValue &value : page.facet.values) {
            context.out.line(to_json(value));
        }
        break;
    case Format::csv:
        print_table(page.facet, Separator::comma, context);
        break;
    case Format::tsv:
        print_table(page.facet, Separator::tab, context);
        break;
    default:
        context.out.write(page.facet.values.empty() ? "" : facets_text({page}, context.style));
    }
}

} // namespace

int run_facets(const Arguments &arguments, CommandContext &context) {
    const std::string field = facet_field(arguments.positionals().front());
    const Query query = query_of(arguments, 1);
    SearchOptions options = ranking_of(arguments);
    options.facet_limit = 0;
    const Index index = context.open_index();
    Facet facet = index.facet(field, query, options);
    context.warn(query.remarks());
    context.warn(filter_remarks(index, options.filters));
    const std::optional<std::size_t> limit = arguments.limit("limit");
    const FacetPage page =
        facet_page(std::move(facet), arguments.count("offset").value_or(0), limit);
    context.out.use_pager(context.format == Format::text && !arguments.has("no-pager"));
    print(page, context);
    context.out.finish();
    if (page.values == 0) {
        context.warn(fmt::format("no matching idea has a value of {}", field));
    }
    return page.values > 0 ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
