// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ideary/split.hpp"
#include "ideary/writer.hpp"
#include "ideas/ideas.hpp"
#include "ingest/anonymizer.hpp"
#include "ingest/input.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/slugs.hpp"
#include "ingest/source_entry.hpp"

namespace ideary::ingesting {

/// One source of a run.
struct PendingSource {
    enum class State { unchanged, to_write, failed };
    State state = State::failed;
    Input input;
    std::string key;     ///< under which the index remembers it
    std::string path;    ///< printable
    std::string old_key; ///< under which the index has it now; empty: new
    std::string hash, format, given_slug;
    std::uint64_t bytes = 0;
    bool records = false, exported = false, drop_persons = false;
    bool are_talks = false; ///< of records: one without a kind is a talk
    std::optional<SplitResult> split; ///< of a document, unless memory was short
    SlugCandidate candidate;
    std::string topics; ///< hash of its topic table
};

/// Reads and splits the sources of a run.
class SourceReader {
  public:
    SourceReader(const IngestOptions &options, ProgressReporter &progress, IngestReport &report);

    /// Sets the sources of the index: they may be unchanged, and their authors have numbers.
    void set_known_sources(const std::map<std::string, SourceEntry> &known);
    /// Scans a source and, unless it is unchanged, splits it. Unreadable sources are added to
    /// the report.
    PendingSource read(Input input);
    /// Reads an indexed source again, as changed.
    PendingSource reread(const std::string &key, const SourceEntry &entry);
    /// Calls take for each idea of a source in order, with its id; batch after every 256 records.
    /// Throws io when the source cannot be read any more.
    void each_idea(PendingSource &pending, const std::function<void(Idea &)> &take,
                   const std::function<void()> &batch = {});
    /// Marks a source as failed.
    void fail(PendingSource &pending, const std::string &why);
    /// The outline of a document as text; nothing for records and what cannot be read.
    std::optional<std::string> outline(const PendingSource &pending);
    /// Which rule took or refused each line; nothing for records.
    std::optional<std::string> explain(const PendingSource &pending);

    const std::string &topics_hash() const { return topics_hash_; }
    /// Whether the topic table was given with the options.
    bool own_topics() const { return !options_.split.topics.empty(); }
    Anonymizer &persons() { return persons_; }
    /// The overrides as they are stored: masked, and without names if these are dropped.
    SourceOverrides stored_overrides(const PendingSource &pending,
                                     std::map<std::string, int> &used);

  private:
    using Known = std::map<std::string, SourceEntry>;
    std::string find_moved(const PendingSource &pending) const;
    /// The entry of a file that moved here, if there is one; sets old_key.
    const SourceEntry *take_over(PendingSource &pending);
    void read_source(PendingSource &pending, const SourceEntry *old);
    void take_scan(PendingSource &pending, Scan scan);
    void read_document(PendingSource &pending, std::string_view text);
    void split_again(PendingSource &pending);
    bool is_unchanged(const PendingSource &pending, const SourceEntry &old);
    bool first_is_exported(const PendingSource &pending);
    void each_record(PendingSource &pending, const std::function<void(Idea &)> &take,
                     const std::function<void()> &batch);

    const IngestOptions &options_;
    ProgressReporter &progress_;
    IngestReport &report_;
    std::string topics_hash_;
    ideas::Topics topics_;
    Anonymizer persons_;
    const std::map<std::string, SourceEntry> *known_ = nullptr;
    std::unordered_multimap<std::string, std::string> keys_by_hash_; ///< of sources with a file
    std::set<std::string> taken_over_;                               ///< keys
    std::uint64_t held_ = 0; ///< bytes of documents whose ideas are in memory
};

} // namespace ideary::ingesting
