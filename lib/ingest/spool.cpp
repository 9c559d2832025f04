// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/spool.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "index/storage/files.hpp"
#include "ingest/hash.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::size_t piece = 256 * 1024;

void fail(const std::string &path, int error) {
    index::throw_errno("cannot write", path, error);
}

/// As many bytes as fit, unless the input ends before.
std::size_t fill(const InputCallback &standard_input, std::vector<char> &buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const std::size_t count = standard_input(buffer.data() + filled, buffer.size() - filled);
        if (count == 0) {
            break;
        }
        filled += count;
    }
    return filled;
}

} // namespace

Spool spool(const InputCallback &standard_input, const std::string &path) {
    Spool result;
    Hasher hasher;
    std::vector<char> buffer(piece);
    std::size_t filled = fill(standard_input, buffer);
    result.compressed_by_us = !(filled >= 2 && buffer[0] == '\x1F' && buffer[1] == '\x8B');
    // Level 2 packs text nearly as well as the default, three times as fast; T writes as it comes.
    gzFile file = gzopen(path.c_str(), result.compressed_by_us ? "wb2e" : "wbTe");
    if (file == nullptr) {
        fail(path, errno);
    }
    for (; filled != 0; filled = fill(standard_input, buffer)) {
        hasher.add(buffer.data(), filled);
        result.bytes += filled;
        if (gzwrite(file, buffer.data(), static_cast<unsigned>(filled)) == 0) {
            const int error = errno;
            gzclose_w(file);
            fail(path, error);
        }
    }
    errno = 0;
    if (gzclose_w(file) != Z_OK) {
        fail(path, errno == 0 ? EIO : errno);
    }
    result.hash = hasher.text();
    return result;
}

TemporaryFile::TemporaryFile() {
    // Not TMPDIR: the library does not read the environment.
    std::string path = P_tmpdir "/ideary-XXXXXX";
    fd_ = index::Fd(::mkostemp(path.data(), O_CLOEXEC));
    if (!fd_) {
        fail(path, errno);
    }
    ::unlink(path.c_str());
    path_ = "/proc/self/fd/" + std::to_string(fd_.get());
}

} // namespace ideary::ingesting
