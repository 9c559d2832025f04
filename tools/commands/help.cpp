// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "help/help.hpp"
#include "help/manual.hpp"

#include <ideary/error.hpp>

#include "command_context.hpp"

namespace ideary::tools {

int run_help(const Arguments &arguments, CommandContext &context) {
    const bool query =
        !arguments.positionals().empty() && arguments.positionals().front() == "query";
    if (arguments.has("man")) {
        if (!arguments.positionals().empty() && !query) {
            throw Error(ErrorKind::usage, "there is one manual page of all commands",
                        "Leave out " + arguments.positionals().front());
        }
        context.out.write(query ? query_manual() : manual());
    } else if (arguments.positionals().empty()) {
        context.out.write(help_text(arguments, context.style));
    } else if (query) {
        context.out.write(query_help(context.style));
    } else {
        // As `ideary NAME --help`, with the same error for an unknown command.
        context.out.write(help_text(Arguments::parse({arguments.positionals().front(), "--help"}),
                                    context.style));
    }
    return 0;
}

} // namespace ideary::tools
