// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/verify.hpp"

#include <fmt/format.h>

#include "ideary/error.hpp"
#include "index/storage/crc32c.hpp"
#include "index/storage/files.hpp"

namespace ideary::index {
namespace {

[[noreturn]] void damaged(const std::string &path, const std::string &what) {
    throw Error(ErrorKind::io, path + " is damaged: " + what);
}

/// What `by_size` still reads wholly: some milliseconds on any machine.
constexpr std::uint64_t small_enough_to_read = 8 << 20;

bool reads_all(const Manifest &manifest, Verify verify) {
    std::uint64_t bytes = 0;
    for (const ManifestFile &file : manifest.files) {
        bytes += file.size;
    }
    return verify == Verify::full || (verify == Verify::by_size && bytes <= small_enough_to_read);
}

} // namespace

void verify_file(const std::string &folder, const ManifestFile &file, bool read_all) {
    const std::string path = folder + "/" + file.name;
    const auto size = file_size(path);
    if (!size) {
        throw_missing(path);
    }
    if (*size != file.size) {
        damaged(path, fmt::format("it has {} bytes instead of {}", *size, file.size));
    }
    if (read_all && crc32c_of_file(path) != file.crc) {
        damaged(path, "its CRC does not fit");
    }
}

void verify_files(const std::string &folder, const Manifest &manifest, Verify verify) {
    const bool read_all = reads_all(manifest, verify);
    for (const ManifestFile &file : manifest.files) {
        verify_file(folder, file, read_all);
    }
}

} // namespace ideary::index
