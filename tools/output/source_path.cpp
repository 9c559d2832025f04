// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/source_path.hpp"

#include <filesystem>
#include <system_error>

namespace ideary::tools {

namespace {

/// The current directory with a final slash; "" when it is `/` or unknown.
const std::string &directory_prefix() {
    static const std::string prefix = [] {
        std::error_code error;
        const std::string path = std::filesystem::current_path(error).string();
        return error || path == "/" ? std::string() : path + "/";
    }();
    return prefix;
}

} // namespace

std::string source_path(const Place &place) {
    const std::string &prefix = directory_prefix();
    return !prefix.empty() && place.path.starts_with(prefix) ? place.path.substr(prefix.size())
                                                             : place.path;
}

std::string path_and_line(const Place &place) {
    const std::string path = source_path(place);
    return place.line > 0 ? path + ":" + std::to_string(place.line) : path;
}

} // namespace ideary::tools
