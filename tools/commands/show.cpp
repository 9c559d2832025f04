// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>

#include "output/text_output.hpp"

namespace ideary::tools {

int run_show(const Arguments &arguments, Session &session) {
    const std::string &id = arguments.rest().front();
    const std::optional<Idea> idea = session.open_index().show(id);
    if (!idea) {
        complain(fmt::format("ideary: there is no idea {} in {}. Find ids with: ideary search "
                             "--format ids QUERY",
                             id, session.index_path()));
        return nothing_found_exit;
    }
    switch (session.format) {
    case Format::text:
        session.out.write(idea_text(*idea, session.style));
        break;
    case Format::json:
        session.out.line(show_json(*idea));
        break;
    case Format::jsonl:
        session.out.line(idea_json(*idea, IdeaForm::shown));
        break;
    case Format::csv:
        session.out.line(idea_csv_head());
        session.out.line(idea_csv(*idea));
        break;
    case Format::ids:
        session.out.line(terminal_safe(idea->id));
        break;
    }
    return 0;
}

} // namespace ideary::tools
