// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Writes ideas into an index: one transaction, published as an immutable generation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::index {

/// Longer ids are truncated: then two of them may be the same.
inline constexpr std::size_t max_id_bytes = 4096;

/// What one run wrote.
struct Published {
    std::uint64_t generation = 0;
    std::uint64_t ideas = 0;
};

/// Holds the lock of an index from construction to destruction. One object is one transaction:
/// readers see the old generation until publish() returns. Destroyed before, it leaves the index
/// unchanged and frees what it wrote.
class IndexWriter {
  public:
    /// Takes the lock (waiting up to lock_timeout_s seconds), finishes an interrupted publish,
    /// and rebuilds staging from the current generation if it is missing or damaged. Creates
    /// the index if there is none. rebuild: starts with no ideas, whatever is there. Throws
    /// locked, cannot_write, io, incompatible.
    IndexWriter(const std::string &path, double lock_timeout_s, bool fresh = false);
    ~IndexWriter();
    IndexWriter(const IndexWriter &) = delete;
    IndexWriter &operator=(const IndexWriter &) = delete;

    /// Announces how many bytes of text the run will add; call it before the first change.
    /// Throws cannot_write, naming path, need and free space, if the disk has too little.
    void reserve(std::uint64_t text_bytes);

    /// The source entries: key → one line of text, which ingest/ defines and this module does
    /// not read. Ordered by key.
    const std::map<std::string, std::string> &sources() const;
    /// Adds or replaces the entry of a source (a line without line feed).
    void put_source(const std::string &key, const std::string &line);
    /// Removes a source with its ideas. Returns how many ideas it had.
    std::uint64_t remove_source(const std::string &key);
    /// Removes the ideas of a source and keeps its entry. Returns how many.
    std::uint64_t remove_ideas(const std::string &key);
    /// Adds an idea of a source; true if it replaced one of the same id. Terms and texts beyond
    /// the limits are truncated, never an error.
    bool add(const Idea &idea, const std::string &source_key);
    /// The synonym table, a text that ingest/ writes and search/ reads; empty: none. Another
    /// table alone makes a new generation.
    std::string synonyms() const;
    void put_synonyms(const std::string &table);
    bool has(const std::string &id) const;
    std::uint64_t ideas() const;

    /// Where the input of a source is archived (gzip). The folder exists.
    std::string archived_input_path(const std::string &key) const;
    /// Where this run writes new archived input. publish() moves it to archived_input_path; a
    /// run that is not published leaves the old archive. Not for a rebuild, which keeps the
    /// archives.
    std::string new_input_path(const std::string &key) const;

    /// Keeps the archive of a source that is given up; publish() would remove it. kept: below
    /// the index folder. Returns the new path; empty if there is no such file.
    std::string set_aside_input(const std::string &kept);

    /// Commits, compacts, writes columns, MANIFEST, sources.jsonl and CURRENT durably, and
    /// removes old generations. The object cannot be used afterwards. Exceptions of progress
    /// are ignored.
    Published
    publish(const std::function<void(std::uint64_t done, std::uint64_t total)> &progress = {});

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::index
