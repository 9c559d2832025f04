// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/json_output.hpp"
#include "session.hpp"

namespace ideary::tools {

int run_complete(const Arguments &arguments, Session &session) {
    const std::vector<Completion> found = session.open_index().complete(
        arguments.rest().front(), arguments.count("limit").value_or(10));
    if (session.format == Format::json) {
        session.out.line(completions_json(found));
    } else {
        for (const Completion &each : found) {
            session.out.line(terminal_safe(each.query));
        }
    }
    return found.empty() ? nothing_found_exit : 0;
}

} // namespace ideary::tools
