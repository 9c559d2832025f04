// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <fmt/format.h>

#include "output/text_output.hpp"
#include "output/values.hpp"

namespace ideary::tools {

namespace {

/// The values that --offset and --limit leave.
void cut(Facet &facet, const Arguments &arguments) {
    const std::size_t from = std::min(arguments.count("offset").value_or(0), facet.values.size());
    const std::size_t room = facet.values.size() - from;
    const std::size_t size = std::min(arguments.count("limit").value_or(room), room);
    std::vector<FacetValue> &values = facet.values;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(from + size), values.end());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(from));
}

void print(const Facet &facet, Session &session) {
    switch (session.format) {
    case Format::json:
        session.out.line(facet_json(facet));
        return;
    case Format::csv:
        session.out.line("value,count");
        break;
    case Format::text:
        session.out.write(facet_text(facet, session.style, false));
        return;
    default:
        break;
    }
    for (const FacetValue &value : facet.values) {
        session.out.line(session.format == Format::csv
                             ? csv_row({value.value, std::to_string(value.count)})
                             : facet_value_json(value));
    }
}

} // namespace

int run_facets(const Arguments &arguments, Session &session) {
    const std::string field = facet_field(arguments.rest().front());
    const Query query = query_of(arguments, 1);
    SearchOptions options = ranking_of(arguments);
    options.facet_limit = 0;
    Facet facet = session.open_index().facet(field, query, options);
    session.note(query.remarks());
    const bool found = !facet.values.empty();
    cut(facet, arguments);
    print(facet, session);
    if (!found) {
        session.out.flush();
        session.note(fmt::format("no idea that fits has a value of {}", field));
    }
    return found ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
