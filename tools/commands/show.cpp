// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>

#include "output/text_output.hpp"

namespace ideary::tools {

int run_show(const Arguments &arguments, CommandContext &context) {
    const std::string &id = arguments.positionals().front();
    const std::optional<Idea> idea = context.open_index().show(id);
    if (!idea) {
        print_error(fmt::format("ideary: there is no idea {} in {}. Find ids with: ideary search "
                                "--format ids QUERY",
                                id, context.index_path()));
        return nothing_found_exit;
    }
    switch (context.format) {
    case Format::text:
        context.out.write(idea_text(*idea, context.style));
        break;
    case Format::json:
        context.out.line(show_json(*idea));
        break;
    case Format::jsonl:
        context.out.line(idea_json(*idea, IdeaForm::shown));
        break;
    case Format::csv:
        context.out.line(idea_csv_head());
        context.out.line(idea_csv(*idea));
        break;
    case Format::ids:
        context.out.line(terminal_safe(idea->id));
        break;
    }
    return 0;
}

} // namespace ideary::tools
