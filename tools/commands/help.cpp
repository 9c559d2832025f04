// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/help.hpp"
#include "output/manual.hpp"

#include <ideary/error.hpp>

#include "session.hpp"

namespace ideary::tools {

int run_help(const Arguments &arguments, Session &session) {
    const bool query = !arguments.rest().empty() && arguments.rest().front() == "query";
    if (arguments.has("man")) {
        if (!arguments.rest().empty() && !query) {
            throw Error(ErrorKind::usage, "there is one manual page of all commands",
                        "Leave out " + arguments.rest().front());
        }
        session.out.write(query ? query_manual() : manual());
    } else if (arguments.rest().empty()) {
        session.out.write(help_text(arguments, session.style));
    } else if (query) {
        session.out.write(query_help(session.style));
    } else {
        // What `ideary NAME --help` prints, and the same suggestion where there is no such command.
        session.out.write(
            help_text(Arguments::parse({arguments.rest().front(), "--help"}), session.style));
    }
    return 0;
}

} // namespace ideary::tools
