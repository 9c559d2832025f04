// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/lock.hpp"

#include <cerrno>
#include <chrono>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include "ideary/error.hpp"

namespace ideary::index {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds pause{20};

bool set_lock(int fd, short type) {
    struct flock whole {};
    whole.l_type = type;
    whole.l_whence = SEEK_SET;
    return ::fcntl(fd, F_OFD_SETLK, &whole) == 0;
}

/// The holder, as it wrote itself down; empty if that cannot be read.
std::string holder(int fd) {
    char text[32] = {};
    const ssize_t count = ::pread(fd, text, sizeof text - 1, 0);
    const std::string_view line(text, count > 0 ? static_cast<std::size_t>(count) : 0);
    const std::string_view digits = line.substr(0, line.find_first_not_of("0123456789"));
    return digits.empty() ? "" : " (process " + std::string(digits) + ")";
}

void write_holder(int fd) {
    const std::string line = std::to_string(::getpid()) + "\n";
    // Only for the message above: nothing depends on it.
    if (::ftruncate(fd, 0) == 0) {
        [[maybe_unused]] const ssize_t written = ::pwrite(fd, line.data(), line.size(), 0);
    }
}

} // namespace

Lock::Lock(const std::string &folder, double timeout_s) {
    const std::string path = folder + "/lock";
    fd_ = Fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666));
    if (!fd_) {
        throw_errno("cannot write", path, errno);
    }
    const auto end = Clock::now() + std::chrono::duration<double>(timeout_s > 0 ? timeout_s : 0);
    while (!set_lock(fd_.get(), F_WRLCK)) {
        if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
            throw_errno("cannot lock", path, errno);
        }
        if (Clock::now() >= end) {
            throw Error(ErrorKind::locked, "the index at " + folder +
                                               " is locked by another writer" + holder(fd_.get()));
        }
        std::this_thread::sleep_for(pause);
    }
    write_holder(fd_.get());
}

bool is_locked(const std::string &folder) {
    const std::string path = folder + "/lock";
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return fd && ::fcntl(fd.get(), F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

Lock::~Lock() {
    set_lock(fd_.get(), F_UNLCK);
}

} // namespace ideary::index
