// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "process.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <time.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ideary::fault {
namespace {

int memory_file(const std::string &content) {
    const int fd = ::memfd_create("ideary-fault", MFD_CLOEXEC);
    if (fd < 0 ||
        ::write(fd, content.data(), content.size()) != static_cast<ssize_t>(content.size())) {
        throw std::runtime_error("cannot buffer the output of a program");
    }
    ::lseek(fd, 0, SEEK_SET);
    return fd;
}

std::string content_of(int fd) {
    std::string text;
    char buffer[1 << 16];
    ssize_t count = 0;
    // pread: the file offset is shared with the program, which may still write.
    while ((count = ::pread(fd, buffer, sizeof buffer, static_cast<off_t>(text.size()))) > 0) {
        text.append(buffer, static_cast<std::size_t>(count));
    }
    return text;
}

[[noreturn]] void exec_command(const Command &command) {
    std::vector<char *> words;
    for (const std::string &word : command.words) {
        words.push_back(const_cast<char *>(word.c_str()));
    }
    words.push_back(nullptr);
    for (const auto &[name, value] : command.environment) {
        ::setenv(name.c_str(), value.c_str(), 1);
    }
    if ((!command.folder.empty() && ::chdir(command.folder.c_str()) != 0) ||
        (command.in_child && !command.in_child())) {
        ::_exit(99);
    }
    ::execv(words[0], words.data());
    ::_exit(98);
}

} // namespace

double now_s() {
    struct timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void sleep_s(double seconds) {
    if (seconds > 0) {
        ::usleep(static_cast<useconds_t>(seconds * 1e6));
    }
}

Process::Process(const Command &command) : begun_(now_s()) {
    const int in = command.input_fd >= 0 ? ::fcntl(command.input_fd, F_DUPFD_CLOEXEC, 3)
                                         : memory_file(command.input);
    out_ = memory_file("");
    err_ = memory_file("");
    id_ = ::fork();
    if (id_ < 0) {
        throw std::runtime_error("cannot start a process");
    }
    if (id_ == 0) {
        ::dup2(in, 0);
        ::dup2(out_, 1);
        ::dup2(err_, 2);
        exec_command(command);
    }
    ::close(in);
}

Process::~Process() {
    if (!ended_) {
        kill(SIGKILL);
        int status = 0;
        ::waitpid(id_, &status, 0);
    }
    ::close(out_);
    ::close(err_);
}

void Process::kill(int signal) const {
    if (!ended_) {
        ::kill(id_, signal);
    }
}

std::string Process::printed() const {
    return content_of(out_);
}

void Process::take(int status) {
    ended_ = true;
    result_.seconds = now_s() - begun_;
    result_.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result_.out = content_of(out_);
    result_.err = content_of(err_);
}

bool Process::running() {
    int status = 0;
    if (!ended_ && ::waitpid(id_, &status, WNOHANG) == id_) {
        take(status);
    }
    return !ended_;
}

ProcessResult Process::wait(double seconds) {
    const double end = now_s() + seconds;
    for (double pause = 0.0002; running(); pause = pause < 0.005 ? pause * 1.5 : pause) {
        if (now_s() >= end) {
            result_.late = true;
            kill(SIGKILL);
            int status = 0;
            ::waitpid(id_, &status, 0);
            take(status);
            break;
        }
        sleep_s(pause);
    }
    return result_;
}

Pipe::Pipe() {
    if (::pipe2(ends_, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
}

Pipe::~Pipe() {
    ::close(ends_[0]);
    close();
}

void Pipe::write(const std::string &text) const {
    [[maybe_unused]] const ssize_t count = ::write(ends_[1], text.data(), text.size());
}

void Pipe::close() {
    ::close(ends_[1]);
    ends_[1] = -1;
}

ProcessResult run(const Command &command, double seconds) {
    return Process(command).wait(seconds);
}

} // namespace ideary::fault
