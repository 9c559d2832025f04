// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "commands/query_lines.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <unistd.h>

namespace ideary::tools {

namespace {
constexpr std::size_t block_size = 1 << 16;
constexpr std::size_t max_line_size = 1 << 16;
} // namespace

QueryLines::QueryLines(const std::string &path)
    : path_(path == "-" ? "standard input" : path),
      descriptor_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
        throw Error(errno == ENOENT ? ErrorKind::missing_input : ErrorKind::io,
                    fmt::format("cannot read {}: {}", path_, std::strerror(errno)),
                    "Check the path");
    }
}

QueryLines::~QueryLines() {
    if (descriptor_ != STDIN_FILENO) {
        close(descriptor_);
    }
}

bool QueryLines::fill() {
    block_.resize(block_size);
    at_ = 0;
    ssize_t got = -1;
    do {
        got = read(descriptor_, block_.data(), block_.size());
    } while (got < 0 && errno == EINTR);
    block_.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) {
        throw Error(ErrorKind::io, fmt::format("cannot read {}: {}", path_, std::strerror(errno)),
                    "Check what it is");
    }
    return got > 0;
}

std::optional<std::string> QueryLines::next() {
    std::string line;
    bool any = false;
    while (at_ < block_.size() || fill()) {
        any = true;
        const std::size_t end = std::min(block_.find('\n', at_), block_.size());
        line.append(block_, at_, std::min(end - at_, max_line_size - line.size()));
        at_ = end;
        if (end < block_.size()) {
            ++at_;
            break;
        }
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return any ? std::optional<std::string>(line) : std::nullopt;
}

bool QueryLines::has_more_at_hand() const {
    return block_.find('\n', at_) != std::string::npos;
}

} // namespace ideary::tools
