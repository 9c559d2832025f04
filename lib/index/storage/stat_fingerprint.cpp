// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/storage/stat_fingerprint.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include "index/storage/files.hpp"

namespace ideary::index {

std::uint64_t stat_fingerprint(const std::string &folder) {
    std::string text;
    for (const std::string &name : names_in(folder)) {
        struct stat info {};
        if (::lstat((folder + "/" + name).c_str(), &info) != 0) {
            throw_missing(folder + "/" + name);
        }
        text += fmt::format("{}/{} {} {}.{}\n", name, info.st_ino, info.st_size,
                            info.st_ctim.tv_sec, info.st_ctim.tv_nsec);
    }
    return std::max<std::uint64_t>(1, XXH3_64bits(text.data(), text.size()));
}

} // namespace ideary::index
