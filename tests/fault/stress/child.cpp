// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "child.hpp"

#include <csignal>
#include <exception>
#include <stdexcept>

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../process.hpp"

namespace ideary::fault {
namespace {

constexpr char end_mark = '\1'; ///< after the text of a child that finished

[[noreturn]] void work(const std::function<std::string()> &f, int out) {
    std::string text;
    try {
        text = f();
    } catch (const std::exception &error) {
        text = std::string("exception: ") + error.what();
    }
    text += end_mark;
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(out, text.data() + done, text.size() - done);
        if (count <= 0) {
            ::_exit(1);
        }
        done += static_cast<std::size_t>(count);
    }
    ::_exit(0);
}

/// Reads until the other end is closed. Returns false after a timeout.
bool read_all(int from, double until, std::string &text) {
    char buffer[1 << 14];
    for (;;) {
        struct pollfd waiting {
            from, POLLIN, 0
        };
        const double left = until - now_s();
        if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left * 1000) + 1) < 0) {
            return false;
        }
        if (waiting.revents == 0) {
            continue;
        }
        const ssize_t count = ::read(from, buffer, sizeof buffer);
        if (count <= 0) {
            return true;
        }
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

double seconds(const struct timeval &time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

ChildEnd in_child(const std::function<std::string()> &f, double limit_s) {
    int ends[2];
    if (::pipe(ends) != 0) {
        throw std::runtime_error("no pipe");
    }
    const ::pid_t child = ::fork();
    if (child < 0) {
        throw std::runtime_error("no process");
    }
    if (child == 0) {
        ::close(ends[0]);
        work(f, ends[1]);
    }
    ::close(ends[1]);
    ChildEnd end;
    end.late = !read_all(ends[0], now_s() + limit_s, end.text);
    if (end.late) {
        ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    struct rusage used {};
    ::wait4(child, &status, 0, &used);
    end.signal = WIFSIGNALED(status) && !end.late ? WTERMSIG(status) : 0;
    end.cpu_s = seconds(used.ru_utime) + seconds(used.ru_stime);
    end.complete = !end.text.empty() && end.text.back() == end_mark;
    if (end.complete) {
        end.text.pop_back();
    }
    return end;
}

} // namespace ideary::fault
