// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>

#include "option_values.hpp"
#include "output/text_output.hpp"

namespace ideary::tools {

namespace {

/// Applies --offset and --limit.
void apply_page(Facet &facet, const Arguments &arguments) {
    const std::size_t from = std::min(arguments.count("offset").value_or(0), facet.values.size());
    const std::size_t room = facet.values.size() - from;
    const std::size_t size = std::min(arguments.count("limit").value_or(room), room);
    std::vector<FacetValue> &values = facet.values;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(from + size), values.end());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(from));
}

void print(const Facet &facet, CommandContext &context) {
    switch (context.format) {
    case Format::json:
        context.out.line(facet_json(facet));
        return;
    case Format::csv:
        context.out.line("value,count");
        break;
    case Format::text:
        context.out.write(facet_text(facet, context.style, false));
        return;
    default:
        break;
    }
    for (const FacetValue &value : facet.values) {
        context.out.line(context.format == Format::csv
                             ? csv_row({value.value, std::to_string(value.count)})
                             : facet_value_json(value));
    }
}

} // namespace

int run_facets(const Arguments &arguments, CommandContext &context) {
    const std::string field = facet_field(arguments.positionals().front());
    const Query query = query_of(arguments, 1);
    SearchOptions options = ranking_of(arguments);
    options.facet_limit = 0;
    Facet facet = context.open_index().facet(field, query, options);
    context.warn(query.remarks());
    const bool found = !facet.values.empty();
    apply_page(facet, arguments);
    print(facet, context);
    if (!found) {
        context.out.flush();
        context.warn(fmt::format("no idea that fits has a value of {}", field));
    }
    return found ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
