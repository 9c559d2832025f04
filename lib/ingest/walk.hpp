// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Paths to inputs, each with the overrides of its sidecar and of the options. Reads folders and
// sidecars only.
#pragma once

#include <string>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "ideary/writer.hpp"

namespace ideary::ingesting {

/// One source to read.
struct Input {
    std::string path; ///< as given, lexically normal, as bytes; of standard input, its name
    std::string file; ///< absolute path to read; of standard input, where it is spooled
    bool is_stdin = false;
    bool compressed_by_us = false; ///< of standard input: we packed it ourselves
    bool is_named = false;         ///< standard input: the records of a named source
    std::string archive;       ///< standard input: where the index archives it, below its folder
    SourceOverrides overrides; ///< sidecar, and options over it
};

struct Walked {
    std::vector<Input> inputs; ///< in the order given, a folder's by name; each file once
    std::vector<Remark> remarks;
    std::vector<std::string> failed;  ///< folders that could not be read, as given
    std::vector<std::string> missing; ///< given paths that do not exist, as given
    std::vector<std::string> given;   ///< absolute forms of all given paths but `-`
    std::vector<std::string> unread;  ///< absolute paths of folders that could not be read
    std::vector<std::string> empty;   ///< given folders without any file, lexically normal
    bool standard_input = false;      ///< `-` was given: its Input has path "-" and no file yet
};

/// Throws missing_input when a given path is empty.
Walked walk(const std::vector<std::string> &paths, const IngestOptions &options);

/// Absolute and lexically normal, without a slash at the end.
std::string absolute_path(const std::string &path);
/// Lexically normal, without a slash at the end.
std::string normal_path(const std::string &path);
/// Whether path is folder or below it; both absolute.
bool is_below(const std::string &path, const std::string &folder);

} // namespace ideary::ingesting
