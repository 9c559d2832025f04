// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ideary/export.hpp"

namespace ideary {

/// How the file of a source compares with the bytes that were ingested.
enum class SourceState {
    unchanged,
    changed,
    gone,       ///< there is no such file
    unreadable, ///< the file cannot be read
};
/// "unchanged", "changed" and so on.
IDEARY_API const char *source_state_name(SourceState state);

/// A source of an index.
struct SourceInfo {
    std::string path; ///< as given to ingest; of standard input, its name
    std::string file; ///< absolute path; "" for standard input, which the index keeps
    std::string title;
    std::string url;
    std::string slug;        ///< first half of the ids of its ideas
    std::uint64_t ideas = 0; ///< when it was ingested
    std::uint64_t bytes = 0; ///< of the source
    SourceState state = SourceState::unchanged;
};

/// The sources of the index at index_path, ordered by path. Reads all their files to compare them.
/// Throws Error (missing_input, io).
IDEARY_API std::vector<SourceInfo> sources(const std::string &index_path);

} // namespace ideary
