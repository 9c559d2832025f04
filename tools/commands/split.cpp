// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/writer.hpp>

#include "commands/ingest_options.hpp"
#include "output/idea_printer.hpp"
#include "output/numbers.hpp"

namespace ideary::tools {

namespace {

int print_outlines(const Arguments &arguments, CommandContext &context) {
    std::size_t count = 0;
    const auto print = [&](const std::string &path, const std::string &outline) {
        context.out.write(fmt::format("{}{}\n", count++ == 0 ? "" : "\n",
                                      context.style.paint(Paint::heading, path)));
        context.out.write(terminal_safe(outline, true));
        if (!outline.empty() && outline.back() != '\n') {
            context.out.write("\n");
        }
    };
    const auto &read = arguments.has("explain") ? explain_paths : outline_paths;
    const IngestReport report = read(arguments.positionals(), ingest_options(arguments), print,
                                     standard_input(arguments, context));
    context.out.finish();
    return report_sources(report, context);
}

} // namespace

int run_split(const Arguments &arguments, CommandContext &context) {
    if (arguments.has("outline") || arguments.has("explain")) {
        return print_outlines(arguments, context);
    }
    context.out.use_pager(context.format == Format::text && !arguments.has("no-pager"));
    IdeaPrinter printer(context, arguments, IdeaForm::plain);
    const auto print = [&](const SplitResult &result) {
        for (const Idea &idea : result.ideas) {
            printer.add(idea);
        }
    };
    const IngestReport report = split_paths(arguments.positionals(), ingest_options(arguments),
                                            print, standard_input(arguments, context));
    const std::size_t ideas =
        printer.finish(context.format == Format::json ? report.remarks : std::vector<Remark>{});
    context.out.finish();
    const int code = report_sources(report, context);
    context.warn(amount(ideas, "idea"));
    return code;
}

} // namespace ideary::tools
