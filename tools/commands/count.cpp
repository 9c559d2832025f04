// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "command_context.hpp"

namespace ideary::tools {

int run_count(const Arguments &arguments, CommandContext &context) {
    const Query query = query_of(arguments);
    SearchOptions options = ranking_of(arguments);
    options.limit = 0;
    options.ids_only = true; // without related ideas
    const Results results = context.open_index().search(query, options);
    if (results.did_you_mean) {
        context.warn("searched for: " + *results.did_you_mean);
    }
    context.warn(results.remarks);
    context.out.line(std::to_string(results.total));
    return results.total > 0 ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
