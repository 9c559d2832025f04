// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "command_context.hpp"
#include <ideary/json.hpp>

namespace ideary::tools {

int run_complete(const Arguments &arguments, CommandContext &context) {
    const std::vector<Completion> found = context.open_index().complete(
        arguments.positionals().front(), arguments.count("limit").value_or(10));
    if (context.format == Format::json) {
        context.out.line(to_json(found));
    } else {
        for (const Completion &each : found) {
            context.out.line(terminal_safe(each.query));
        }
    }
    return found.empty() ? nothing_found_exit : 0;
}

} // namespace ideary::tools
