// SPDX-License-Identifier: GPL-2.0-or-later
#include "help.hpp"

#include <ideary/error.hpp>

#include "session.hpp"

namespace ideary::tools {

int run_help(const Arguments &arguments, Session &session) {
    if (arguments.rest().empty()) {
        session.out.write(help_text(arguments, session.style));
    } else if (arguments.rest().front() == "query") {
        session.out.write(query_help(session.style));
    } else {
        // What `ideary NAME --help` prints, and the same suggestion where there is no such command.
        session.out.write(
            help_text(Arguments::parse({arguments.rest().front(), "--help"}), session.style));
    }
    return 0;
}

} // namespace ideary::tools
