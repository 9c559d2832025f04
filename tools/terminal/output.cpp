// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/output.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/text.hpp>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "environment.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t buffer_size = 1 << 16;
constexpr int not_found_exit = 127; ///< of a shell whose command does not exist

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw ClosedPipe();
        } else if (errno != EINTR) {
            throw Error(ErrorKind::io,
                        fmt::format("cannot write to standard output: {}", std::strerror(errno)),
                        "Check where it leads, and the free space there");
        }
    }
}

bool is_on_path(const std::string &program) {
    const std::string path = environment("PATH");
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        if (access((path.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/// $IDEARY_PAGER, $PAGER or less, as the first that is set; "" or cat means no pager.
std::string pager_command() {
    for (const char *name : {"IDEARY_PAGER", "PAGER"}) {
        if (std::getenv(name) != nullptr) {
            const std::string command = environment(name);
            return command == "cat" ? "" : command;
        }
    }
    return is_on_path("less") ? "less" : "";
}

std::size_t terminal_rows() {
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

} // namespace

Output::~Output() {
    end_pager();
}

void Output::use_pager(bool wanted) {
    if (!wanted || isatty(STDOUT_FILENO) != 1 || environment("TERM") == "dumb") {
        return;
    }
    const std::size_t rows = terminal_rows();
    if (rows > 1) {
        pager_ = pager_command();
        rows_left_ = rows - 1; // one for the prompt
    }
}

void Output::write(std::string_view text) {
    buffer_ += text;
    if (!pager_.empty() && process_ == 0) {
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        if (lines <= rows_left_) {
            rows_left_ -= lines;
            return;
        }
        start_pager();
    }
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void Output::line(std::string_view text) {
    write(text);
    write("\n");
}

void Output::flush() {
    const std::string ready = std::move(buffer_);
    buffer_.clear();
    write_all(descriptor_, ready);
}

void Output::finish() {
    pager_.clear(); // what is left is shorter than the terminal
    try {
        flush();
    } catch (const ClosedPipe &) {
        if (process_ == 0) {
            throw;
        }
    }
    if (end_pager() == not_found_exit) {
        throw Error(ErrorKind::usage, "the pager cannot be started",
                    "Check IDEARY_PAGER and PAGER, or use --no-pager");
    }
}

void Output::start_pager() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        pager_.clear();
        return;
    }
    process_ = fork();
    if (process_ == 0) {
        dup2(ends[0], STDIN_FILENO);
        std::signal(SIGPIPE, SIG_DFL);
        setenv("LESS", "FRX", 0);
        execl("/bin/sh", "sh", "-c", pager_.c_str(), static_cast<char *>(nullptr));
        _exit(not_found_exit);
    }
    close(ends[0]);
    if (process_ < 0) {
        close(ends[1]);
        process_ = 0;
        pager_.clear();
        return;
    }
    descriptor_ = ends[1];
    std::signal(SIGINT, SIG_IGN); // Ctrl-C is for the pager
}

/// Returns the exit code of the pager; 0 when none was started.
int Output::end_pager() {
    if (process_ == 0) {
        return 0;
    }
    close(descriptor_);
    descriptor_ = STDOUT_FILENO;
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

void print_error(std::string_view text) {
    const std::string line = terminal_safe(text) + "\n";
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

bool stderr_is_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

void reserve_standard_streams() {
    for (int descriptor = 0; descriptor < 3; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            // Opened in the wrong direction, so that its use fails as for a closed descriptor.
            [[maybe_unused]] const int held =
                open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

} // namespace ideary::tools
