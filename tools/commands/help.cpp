// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "help/help.hpp"

#include "command_context.hpp"
#include "help/manual.hpp"

namespace ideary::tools {

namespace {

std::string manual_of(const std::string &name) {
    if (name.empty()) {
        return manual();
    }
    return name == "query" ? query_manual()
                           : command_manual(Arguments::parse({name, "--help"}).command());
}

} // namespace

int run_help(const Arguments &arguments, CommandContext &context) {
    const std::string name = arguments.positionals().empty() ? "" : arguments.positionals().front();
    if (arguments.has("man")) {
        context.out.write(manual_of(name));
        return 0;
    }
    context.out.use_pager(!arguments.has("no-pager"));
    if (name == "query") {
        context.out.write(query_help(context.style));
    } else {
        // As `ideary NAME --help`, with the same error for an unknown command.
        const Arguments topic = name.empty() ? arguments : Arguments::parse({name, "--help"});
        context.out.write(help_text(topic, context.style));
    }
    return 0;
}

} // namespace ideary::tools
