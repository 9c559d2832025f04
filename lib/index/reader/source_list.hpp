// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The source list of an index, also of a damaged or incompatible one, and what is lost of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ideary::index {

/// Information of the source list that is lost.
struct SourceLoss {
    std::string file;     ///< of the index, where it stood
    std::size_t line = 0; ///< counted from 1; 0: no line is meant
    std::string why;      ///< what is wrong, as the end of a sentence about it
    std::string kept;     ///< an input that is kept for it, below the index folder; mostly none
};

struct SourceList {
    std::map<std::string, std::string>
        sources; ///< key → one line, as IndexWriter::put_source got it
    std::map<std::string, std::size_t> numbers; ///< key → its line in sources.jsonl, if from there
    std::vector<SourceLoss> losses;
    bool is_whole = false; ///< a database of the index says it: nothing is lost
};

/// Reads the source list from the current generation, else from staging, else from sources.jsonl.
/// Throws io when that file exists and may not be read.
SourceList read_source_list(const std::string &path);

/// The same without the losses: key → line.
std::map<std::string, std::string> read_sources(const std::string &path);

/// Where the input of a source is archived, below the index folder.
std::string archived_input(const std::string &key);

/// Whether the archived input of a source has the bytes that the current generation recorded; true
/// if that is unknown.
bool is_archived_as_written(const std::string &path, const std::string &key);

/// Text of sources.jsonl; nothing when it is not there. Throws io.
std::optional<std::string> read_sources_file(const std::string &folder);

} // namespace ideary::index
