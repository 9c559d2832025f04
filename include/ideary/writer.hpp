// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
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
    std::string stdin_name;                    ///< for the path "-"; empty: named by its content
    std::string synonyms;      ///< the synonym table as YAML text; empty: the one that was given
                               ///< to the index before, else the built-in one
    std::string synonyms_path; ///< what errors call that table
    bool dry_run = false;
    bool prune = false; ///< drop sources below the given paths whose file no longer exists
    bool force = false; ///< prune may drop more than half of the index, and what was in a given
                        ///< folder that is empty now; rebuild may lose what cannot be read
    bool drop_persons = false; ///< authors become person-1 …; no curator, no URL
    std::chrono::milliseconds lock_timeout{10'000}; ///< how long to wait for another writer
};

/// How far a run is. total is 0 where unknown.
struct Progress {
    std::string_view stage; ///< "reading", "writing", "publishing"
    std::uint64_t bytes_done = 0, bytes_total = 0;
    std::uint64_t ideas = 0;
};

/// What a run did. Paths are in the order given.
struct IngestReport {
    std::uint64_t sources_new = 0, sources_changed = 0, sources_unchanged = 0, sources_removed = 0;
    std::uint64_t ideas_added = 0, ideas_removed = 0, ideas_total = 0;
    std::uint64_t generation = 0;     ///< 0 when nothing was published
    std::vector<std::string> failed;  ///< sources and ids that could not be read or found
    std::vector<std::string> removed; ///< paths of sources taken out
    std::vector<Remark> remarks;
    bool cancelled = false; ///< the progress callback returned false; the index is unchanged
};

/// Called at the start of each stage and at most every 50 ms within it. Returning false cancels the
/// run, as an exception does; both leave the index as it was. After the commit it is too late: the
/// result is ignored.
using ProgressCallback = std::function<bool(const Progress &)>;
/// Reads standard input for the path "-": fills the buffer, returns the bytes read, 0 at the end.
using InputCallback = std::function<std::size_t(char *buffer, std::size_t size)>;

/// The named source that ideas from memory belong to. Their ids are `<slug of name>/<own id>`, or
/// `<slug of name>/<title slug>` for an idea without an id. The other members describe the source;
/// ideas that leave event, year or language unset take them from here.
struct SourceRef {
    std::string name; ///< not empty; `source.path` of its ideas
    std::string title, url, event;
    std::optional<int> year;
    std::string language; ///< two-letter code where there is one
};

/// Collects changes of one index and applies them in one transaction. Nothing is locked, read or
/// written before commit(); a Writer that is destroyed without it changes nothing. Ideas that were
/// added from memory are kept in the index, so that rebuild() restores them; prune never drops
/// them. Not safe to share between threads.
class IDEARY_API Writer {
  public:
    /// The index at path is created by commit() where there is none.
    explicit Writer(std::filesystem::path path, IngestOptions options = {});
    Writer(Writer &&) noexcept;
    Writer &operator=(Writer &&) noexcept;
    ~Writer();

    /// Adds an idea to a named source; one of the same id is replaced, and equal content changes
    /// nothing. Without an id, ideas of the same title are the same idea.
    void add(const Idea &idea, const SourceRef &source);
    /// Removes an idea of a named source. An id that no named source has is in the report's failed.
    void remove(const std::string &id);
    /// Replaces all ideas of a named source. Without ideas the source is removed.
    void replace_source(const SourceRef &source, std::vector<Idea> ideas);
    /// Adds a document from memory, replacing the one of that name. The name's suffix hints at the
    /// format. Equals ingesting the bytes by standard input with stdin_name.
    void add_document(std::string bytes, std::string name);
    /// Removes a source, named by path, URL or slug. Where one name fits no source, it is in the
    /// report's failed and commit() changes nothing.
    void remove_source(std::string name);
    /// Reads files and folders; "-" is standard input. Those that cannot be read are in the
    /// report's failed and keep what the index has of them; the others go in.
    void ingest(const std::vector<std::string> &paths, InputCallback standard_input = {});
    /// Builds the index from scratch out of the sources it remembers, also one of another format.
    /// What can no longer be read is in the report's failed and the index stays as it was, unless
    /// options.force. Cannot be combined with other changes.
    void rebuild();

    /// Applies all changes and forgets them. All or nothing: on an Error, an exception of the
    /// callback or a cancellation the index is what it was before. Throws missing_input when a path
    /// does not exist, bad_input when two sources would share ids, usage, locked, cannot_write, io,
    /// incompatible.
    IngestReport commit(const ProgressCallback &progress = {});

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Writer::ingest and commit in one call.
IDEARY_API IngestReport ingest(const std::filesystem::path &index_path,
                               const std::vector<std::string> &paths,
                               const IngestOptions &options = {},
                               const ProgressCallback &progress = {},
                               const InputCallback &standard_input = {});

/// Writer::rebuild and commit in one call.
IDEARY_API IngestReport rebuild(const std::filesystem::path &index_path,
                                const IngestOptions &options = {},
                                const ProgressCallback &progress = {});

/// Writer::remove_source for each name and commit in one call.
IDEARY_API IngestReport remove_sources(const std::filesystem::path &index_path,
                                       const std::vector<std::string> &names,
                                       const IngestOptions &options = {});

/// The built-in synonym table, as YAML text.
IDEARY_API std::string_view default_synonyms();

/// Splits what ingest would read, in order, and writes nothing. visit is called once for each
/// source (for a stream of records: once for each batch of its ideas).
IDEARY_API IngestReport split_paths(const std::vector<std::string> &paths,
                                    const IngestOptions &options,
                                    const std::function<void(const SplitResult &)> &visit,
                                    const InputCallback &standard_input = {});

/// The outline of each source that ingest would read, as text.
IDEARY_API IngestReport
outline_paths(const std::vector<std::string> &paths, const IngestOptions &options,
              const std::function<void(const std::string &path, const std::string &outline)> &visit,
              const InputCallback &standard_input = {});

/// What the rules of splitting decided for each source that ingest would read (see explain()).
IDEARY_API IngestReport explain_paths(
    const std::vector<std::string> &paths, const IngestOptions &options,
    const std::function<void(const std::string &path, const std::string &decisions)> &visit,
    const InputCallback &standard_input = {});

} // namespace ideary
