// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/space.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>

#include <sys/statvfs.h>

#include "ideary/error.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

/// Bytes of staging and the next generation for each byte of text: measured 13 to 14 for talks,
/// over 40 for titles alone.
constexpr std::uint64_t by_text = 10;
/// Peak size of a generation during the publish, relative to its final size: measured 1.7 to 1.9.
constexpr std::uint64_t while_made = 2;

std::string mib(std::uint64_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

} // namespace

std::uint64_t free_space(const std::string &path) {
    std::string there = path;
    while (!is_folder(there) && there != "." && there != parent_of(there)) {
        there = parent_of(there);
    }
    struct statvfs info {};
    if (::statvfs(there.c_str(), &info) != 0) {
        throw_errno("cannot see the free space of", there, errno);
    }
    if (info.f_blocks == 0) { // such as /proc: space is not the problem there
        return std::numeric_limits<std::uint64_t>::max();
    }
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

void need_space(const std::string &path, std::uint64_t bytes) {
    const std::uint64_t free = free_space(path);
    if (free < bytes) {
        throw Error(ErrorKind::cannot_write,
                    "too little space for the index at " + path + ": it needs " +
                        mib(bytes + (1 << 20)) + ", " + mib(free) + " are free",
                    "Make room there, or name another place with --index");
    }
}

std::uint64_t room_for_run(std::uint64_t text, std::uint64_t generation) {
    return by_text * text + while_made * generation + headroom;
}

std::uint64_t room_to_publish(const Written &written) {
    const std::uint64_t all = while_made * written.staging;
    const std::uint64_t grown = written.staging - std::min(written.before, written.staging);
    const std::uint64_t more = while_made * (written.generation + grown) + by_text * written.text;
    return (written.generation == 0 ? all : std::min(all, more)) + headroom;
}

} // namespace ideary::index
