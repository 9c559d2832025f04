// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <csignal>
#include <exception>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <new>
#include <string_view>
#include <unistd.h>

#include "arguments.hpp"
#include "command_context.hpp"
#include "help/help.hpp"
#include "terminal/interrupt.hpp"

namespace {

using namespace ideary;
using namespace ideary::tools;

int report(const Error &error) {
    print_error(fmt::format("ideary: {}. {}", error.what(), error.hint()));
    return error.exit_code();
}

int run(const std::vector<std::string> &words) {
    const Arguments arguments = Arguments::parse(words);
    CommandContext context(arguments);
    int code = 0;
    if (arguments.has("version")) {
        context.out.write(version_text());
    } else if (arguments.has("help")) {
        context.out.write(help_text(arguments, context.style));
    } else {
        code = arguments.command().run(arguments, context);
    }
    context.out.finish();
    return code;
}

/// A destructor of Xapian may throw when the disk is full. The published index is intact.
[[noreturn]] void on_terminate() {
    print_error("ideary: writing failed. The index is as it was before; check the free space, then "
                "try again");
    _exit(Error::row(ErrorKind::io).exit_code);
}

/// SIGBUS: a mapped file became shorter than its mapping.
extern "C" void ideary_on_lost_page(int) {
    constexpr std::string_view why =
        "ideary: a file was cut short or could not be read while it was in use. Look at the index "
        "with: ideary check\n";
    [[maybe_unused]] const ssize_t count = write(STDERR_FILENO, why.data(), why.size());
    _exit(74);
}

} // namespace

int main(int argc, char **argv) {
    std::set_terminate(on_terminate);
    std::signal(SIGBUS, ideary_on_lost_page);
    reserve_standard_streams();
    watch_interrupts();
    try {
        return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    } catch (const ClosedPipe &) {
        return 0;
    } catch (const Interrupted &) {
        print_error("ideary: interrupted, nothing was changed");
        return interrupted_exit;
    } catch (const Error &error) {
        return interrupted() ? interrupted_exit : report(error);
    } catch (const std::bad_alloc &) {
        return report(Error(ErrorKind::io, "memory ran out", "Try again with less at once"));
    } catch (const std::exception &error) {
        return report(Error(ErrorKind::internal, error.what()));
    }
}
