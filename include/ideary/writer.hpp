// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/export.hpp"
#include "ideary/idea.hpp"
#include "ideary/split.hpp"

namespace ideary {

struct IngestOptions {
    SplitOptions split;
    std::vector<std::string> include, exclude; ///< globs on paths below a given directory
    std::string stdin_name; ///< for the path "-"; empty: named by its content
    std::string synonyms; ///< the synonym table as YAML text; empty: the one the index has been
                          ///< given, else the built-in one
    std::string synonyms_path; ///< what errors call that table
    bool dry_run = false;
    bool prune = false;
    bool force = false; ///< prune may drop more than half of the index, and what was in a given
                        ///< folder that is empty now; rebuild may lose what cannot be read
    bool drop_persons = false; ///< authors become person-1 …; no curator, no URL
    double lock_timeout_s = 10;
};

/// How far a run is. total is 0 where unknown.
struct Progress {
    std::string_view stage; ///< "reading", "writing", "publishing"
    std::uint64_t bytes_done = 0, bytes_total = 0;
    std::uint64_t ideas = 0;
};

/// What a run did. Paths stand in the order given.
struct IngestReport {
    std::uint64_t sources_new = 0, sources_changed = 0, sources_unchanged = 0, sources_removed = 0;
    std::uint64_t ideas_added = 0, ideas_removed = 0, ideas_total = 0;
    std::uint64_t generation = 0;         ///< 0 when nothing was published
    std::vector<std::string> failed;      ///< sources that could not be read, as given
    std::vector<std::string> removed;     ///< paths of sources taken out
    std::vector<Remark> remarks;
};

using ProgressCallback = std::function<void(const Progress &)>;
/// Reads standard input for the path "-": fills the buffer, gives the bytes read, 0 at the end.
using InputCallback = std::function<std::size_t(char *buffer, std::size_t size)>;

/// Reads sources into the index at index_path, which is made when missing. All or nothing: on an
/// Error the index is what it was before. Sources that cannot be read stand in failed; the others
/// go in. Throws missing_input when a path does not exist (nothing is written), locked,
/// cannot_write, io, incompatible.
IDEARY_API IngestReport ingest(const std::string &index_path, const std::vector<std::string> &paths,
                               const IngestOptions &options = {},
                               const ProgressCallback &progress = {},
                               const InputCallback &standard_input = {});

/// Makes the index anew from the sources it remembers, also one of a format that is not ours.
/// What can no longer be read, a line of its list of sources too, is in failed and the index stays
/// as it was, unless options.force; kept standard input of such sources is then set aside.
IDEARY_API IngestReport rebuild(const std::string &index_path, const IngestOptions &options = {},
                                const ProgressCallback &progress = {});

/// The built-in synonym table, as YAML text.
IDEARY_API std::string_view default_synonyms();

/// Takes sources out, named by path, URL or slug. A name that fits none is in failed, and then
/// nothing is taken out.
IDEARY_API IngestReport remove(const std::string &index_path,
                               const std::vector<std::string> &names,
                               const IngestOptions &options = {});

/// Splits what ingest would read, in order, and writes nothing. visit is called once a source
/// (a stream of records: once for each batch of its ideas).
IDEARY_API IngestReport split_paths(const std::vector<std::string> &paths,
                                    const IngestOptions &options,
                                    const std::function<void(const SplitResult &)> &visit,
                                    const InputCallback &standard_input = {});

/// The outline of each source that ingest would read, as text.
IDEARY_API IngestReport outline_paths(
    const std::vector<std::string> &paths, const IngestOptions &options,
    const std::function<void(const std::string &path, const std::string &outline)> &visit,
    const InputCallback &standard_input = {});

/// What the rules of splitting decided for each source that ingest would read (see explain()).
IDEARY_API IngestReport explain_paths(
    const std::vector<std::string> &paths, const IngestOptions &options,
    const std::function<void(const std::string &path, const std::string &decisions)> &visit,
    const InputCallback &standard_input = {});

} // namespace ideary
