// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/writer.hpp>

#include "output/text_output.hpp"
#include "commands/ingest_options.hpp"

namespace ideary::tools {

namespace {

int print_outlines(const Arguments &arguments, Session &session) {
    std::size_t count = 0;
    const auto print = [&](const std::string &path, const std::string &outline) {
        session.out.write(fmt::format("{}{}\n", count++ == 0 ? "" : "\n",
                                      session.style.paint(Paint::heading, path)));
        session.out.write(terminal_safe(outline, true));
        if (!outline.empty() && outline.back() != '\n') {
            session.out.write("\n");
        }
    };
    const IngestReport report = outline_paths(arguments.rest(), reading_options(arguments), print,
                                              standard_input(arguments, session));
    session.out.flush();
    return tell_of_sources(report, session);
}

} // namespace

int run_split(const Arguments &arguments, Session &session) {
    if (arguments.has("outline")) {
        return print_outlines(arguments, session);
    }
    Listing listing(session, arguments, IdeaForm::split);
    const auto print = [&](const SplitResult &result) {
        for (const Idea &idea : result.ideas) {
            listing.add(idea);
        }
    };
    const IngestReport report = split_paths(arguments.rest(), reading_options(arguments), print,
                                            standard_input(arguments, session));
    const std::size_t ideas =
        listing.finish(session.format == Format::json ? report.remarks : std::vector<Remark>{});
    session.out.flush();
    const int code = tell_of_sources(report, session);
    session.note(amount(ideas, "idea"));
    return code;
}

} // namespace ideary::tools
