// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Paths come in, one transaction goes out: which sources are new, changed, gone; split, named, and
// written. This room conducts the others and alone knows the file system of the sources. It must
// not know what an idea is, nor the form of an index on disk.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ideary/writer.hpp"
#include "ideas/ideas.hpp"
#include "index/reader/source_list.hpp"
#include "index/writer/staging.hpp"
#include "ingest/input.hpp"
#include "ingest/persons.hpp"
#include "ingest/remembered.hpp"
#include "ingest/slugs.hpp"
#include "ingest/walk.hpp"

namespace ideary::ingesting {

/// Tells how far a run is, at most every 50 ms.
class ProgressReporter {
  public:
    explicit ProgressReporter(const ProgressCallback &callback) : callback_(callback) {}
    void begin(std::string_view stage, std::uint64_t total);
    void add(std::uint64_t bytes, std::uint64_t ideas = 0);
    void set(std::uint64_t done, std::uint64_t total);

  private:
    void tell(bool now);
    const ProgressCallback &callback_;
    Progress progress_;
    std::chrono::steady_clock::time_point last_{};
};

/// One source of a run.
struct PendingSource {
    enum class State { unchanged, to_write, failed };
    State state = State::failed;
    Input input;
    std::string key;     ///< under which the index remembers it
    std::string path;    ///< printable
    std::string old_key; ///< under which it is remembered now; empty: it is new
    std::string hash, format, given_slug;
    std::uint64_t bytes = 0;
    bool records = false, exported = false, drop_persons = false;
    bool are_talks = false; ///< of records: one without a kind is a talk
    std::optional<SplitResult> split; ///< of a document, unless memory was short
    SlugClaim claim;
    std::string topics; ///< hash of its topic table
};

/// Reads and splits the sources of a run.
class SourceReader {
  public:
    SourceReader(const IngestOptions &options, ProgressReporter &ticker, IngestReport &report);

    /// Tells what the index holds: which sources may be unchanged, which numbers people have.
    void learn(const std::map<std::string, SourceEntry> &known);
    /// Scans the source and, unless it is unchanged, splits it. What cannot be read is in failed.
    PendingSource prepare(Input input);
    /// The same for a source as the index remembers it, which counts as changed.
    PendingSource prepare_again(const std::string &key, const SourceEntry &remembered);
    /// Calls take for each idea of a source in order, with its id; batch after every 256 records.
    /// Throws io when the source cannot be read any more.
    void each_idea(PendingSource &prepared, const std::function<void(Idea &)> &take,
                   const std::function<void()> &batch = {});
    /// A source of the run's own that is not to be written: why.
    void fail(PendingSource &prepared, const std::string &why);
    /// The outline of a document as text; nothing for records and what cannot be read.
    std::optional<std::string> outline(const PendingSource &prepared);
    /// Which rule took or refused each line; nothing for records.
    std::optional<std::string> explain(const PendingSource &prepared);

    const std::string &topics_hash() const { return topics_hash_; }
    /// Whether the topic table was given with the options.
    bool own_topics() const { return !options_.split.topics.empty(); }
    Anonymizer &persons() { return persons_; }
    /// What is said of a source, as it is remembered: without names where these are dropped.
    SourceOverrides remembered_said(const PendingSource &prepared,
                                    std::map<std::string, int> &used);

  private:
    std::string find_old_key(const PendingSource &prepared) const;
    void read_source(PendingSource &prepared, const SourceEntry *old);
    void take_scan(PendingSource &prepared, Scan scan);
    void read_document(PendingSource &prepared, std::string_view text);
    void split_again(PendingSource &prepared);
    bool is_unchanged(const PendingSource &prepared, const SourceEntry &old);
    bool first_is_exported(const PendingSource &prepared);
    void each_record(PendingSource &prepared, const std::function<void(Idea &)> &take,
                     const std::function<void()> &batch);

    const IngestOptions &options_;
    ProgressReporter &ticker_;
    IngestReport &report_;
    std::string topics_hash_;
    ideas::Topics topics_;
    Anonymizer persons_;
    const std::map<std::string, SourceEntry> *known_ = nullptr;
    std::unordered_multimap<std::string, std::string> keys_by_path_;
    std::uint64_t held_ = 0; ///< bytes of documents whose ideas are held in memory
};

/// Gives each prepared source its slug, with regard to what the index holds. Sources of the index
/// that must take another name are added to prepared. dropped: keys that are about to go.
void settle_slugs(std::vector<PendingSource> &prepared,
                  const std::map<std::string, SourceEntry> &known,
                  const std::vector<std::string> &dropped, SourceReader &preparer);

/// Reads what is remembered: key → source. Lines that cannot be understood are left out.
std::map<std::string, SourceEntry> read_known(const std::map<std::string, std::string> &lines);

/// Writes sources into an index, or only counts when there is none (dry run).
class Writer {
  public:
    Writer(index::Staging *staging, std::map<std::string, SourceEntry> &known,
           SourceReader &preparer, IngestReport &report);
    /// Takes a source out.
    void drop(const std::string &key);
    void write(std::vector<PendingSource> &prepared, ProgressReporter &ticker);
    bool changed() const { return changed_; }

  private:
    void remove_old(const PendingSource &prepared);
    void write_one(PendingSource &prepared, ProgressReporter &ticker);
    void forget_rules();

    index::Staging *staging_;
    std::map<std::string, SourceEntry> &known_;
    SourceReader &preparer_;
    IngestReport &report_;
    bool changed_ = false, forgot_ = false;
};

} // namespace ideary::ingesting
