// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "ideary/writer.hpp"

namespace ideary::ingesting {

/// One change of ideas that come from memory.
struct IdeaChange {
    enum class Kind { add, remove, replace_all };
    Kind kind = Kind::add;
    SourceRef source;        ///< add, replace_all
    std::vector<Idea> ideas; ///< add: one
    std::string id;          ///< remove
};

/// A document given as bytes.
struct MemoryDocument {
    std::string name, bytes;
};

/// What one run is to do.
struct Changes {
    std::vector<std::string> paths;
    InputCallback standard_input;
    std::vector<MemoryDocument> documents;
    std::vector<IdeaChange> ideas; ///< in the order of the calls
    std::vector<std::string> removed_sources;
    bool rebuild = false;

    bool only_removes_sources() const {
        return paths.empty() && documents.empty() && ideas.empty() && !removed_sources.empty();
    }
};

/// Applies changes to the index in one transaction. Throws as Writer::commit.
IngestReport apply(const std::string &index_path, const Changes &changes,
                   const IngestOptions &options, const ProgressCallback &progress);

/// Builds the index from scratch out of what it remembers.
IngestReport rebuild_index(const std::string &index_path, const IngestOptions &options,
                           const ProgressCallback &progress);

inline double seconds_of(std::chrono::milliseconds time) {
    return std::chrono::duration<double>(time).count();
}

/// Throws missing_input unless the index remembers sources, or names some that are lost.
void require_sources(const std::string &index_path);

/// Thrown when the progress callback returns false. Never leaves the library.
struct Cancelled {};

} // namespace ideary::ingesting
