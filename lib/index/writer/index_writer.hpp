// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ideas come in, an immutable generation on disk goes out. This room alone knows the form on disk.
// It must not know where ideas come from, nor how they are ranked.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::index {

/// What one run wrote.
struct Published {
    std::uint64_t generation = 0;
    std::uint64_t ideas = 0;
};

/// The writer's side of an index: holds the lock from construction to destruction. One object is
/// one transaction: until publish() returns readers see the old generation; destroyed before, it
/// leaves the index as it was, and gives back the room of what it wrote.
class IndexWriter {
  public:
    /// Takes the lock (waiting up to lock_timeout_s), finishes a publish that was cut off, mends
    /// staging from the current generation when it is missing or damaged. Makes the index when
    /// there is none. Throws locked, cannot_write, io, incompatible. fresh: begin with nothing,
    /// whatever is there (rebuild).
    IndexWriter(const std::string &path, double lock_timeout_s, bool fresh = false);
    ~IndexWriter();
    IndexWriter(const IndexWriter &) = delete;
    IndexWriter &operator=(const IndexWriter &) = delete;

    /// Tells how many bytes of text the run is about to add. Throws cannot_write, naming path, need
    /// and what is free, when the disk has too little room: to be called before the first change.
    void reserve(std::uint64_t text_bytes);

    /// What is remembered of each ingested source: key → one line of text (JSON of ingest/; this
    /// room does not read it). Ordered by key.
    const std::map<std::string, std::string> &sources() const;
    /// Remembers or replaces a source's line (without line feed).
    void put_source(const std::string &key, const std::string &line);
    /// Forgets a source and takes out all ideas that came with it. Gives how many.
    std::uint64_t remove_source(const std::string &key);
    /// Takes out the ideas that came with a source, keeps its line. Gives how many.
    std::uint64_t remove_ideas(const std::string &key);
    /// Adds one idea that came with the source of that key, replacing what has its id. A term or
    /// text beyond the limits is cut, never an error. True when an idea of that id was replaced.
    bool add(const Idea &idea, const std::string &source_key);
    /// The synonym table, a text of ingest/ that search/ reads; empty: none. A table that differs
    /// from what is there makes a new generation by itself.
    std::string synonyms() const;
    void put_synonyms(const std::string &table);
    bool has(const std::string &id) const;
    std::uint64_t ideas() const;

    /// Where standard input of a source is kept whole (gzip). The folder exists.
    std::string archived_input_path(const std::string &key) const;
    /// Where this run writes such input: publish() puts it in the place of kept_input_path; a run
    /// that is not published leaves what was kept before. Not for a fresh one: it only keeps what
    /// was kept.
    std::string new_input_path(const std::string &key) const;

    /// Keeps an input whose source is given up, though publish() removes what nothing remembers.
    /// kept: below the index folder. Gives where it lies then; nothing when no file is there.
    std::string set_aside_input(const std::string &kept);

    /// Commits, compacts, writes columns, MANIFEST, sources.jsonl and CURRENT, durably, and removes
    /// generations that nobody needs. The object is then at its end. It is too late then to stop
    /// it by an exception from progress.
    Published
    publish(const std::function<void(std::uint64_t done, std::uint64_t total)> &progress = {});

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::index
