// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <memory>
#include <set>

#include "ideary/error.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "index/reader/source_list.hpp"
#include "ingest/changes.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/resolve_slugs.hpp"
#include "ingest/source_writer.hpp"
#include "ingest/synonyms.hpp"

namespace ideary::ingesting {
namespace {

/// The source list of an index and what is lost of it.
struct Memory {
    std::map<std::string, SourceEntry> known;
    std::vector<index::SourceLoss> losses;
};

Memory memory_of(const std::string &index_path) {
    index::SourceList list = index::read_source_list(index_path);
    Memory memory{parse_entries(list.sources), std::move(list.losses)};
    for (const auto &[key, line] : list.sources) {
        if (memory.known.count(key) == 0) {
            const auto number = list.numbers.find(key);
            memory.losses.push_back(
                {index_path + "/sources.jsonl", number == list.numbers.end() ? 0 : number->second,
                 "what it says of the source " + printable_path(key) + " cannot be understood",
                 index::archived_input(key)});
        }
    }
    if (memory.known.empty() && memory.losses.empty()) {
        throw Error(ErrorKind::missing_input,
                    "no index at " + printable_path(index_path) + " remembers any source",
                    "Make one with: ideary ingest PATH...");
    }
    return memory;
}

void name_losses(const std::vector<index::SourceLoss> &losses, IngestReport &report) {
    for (const index::SourceLoss &loss : losses) {
        Remark remark;
        remark.path = printable_path(loss.file);
        remark.path += loss.line != 0 ? ":" + std::to_string(loss.line) : std::string();
        remark.text = loss.why;
        report.failed.push_back(remark.path);
        report.remarks.push_back(std::move(remark));
    }
}

/// Keeps archives of sources that are given up, under another name.
void set_aside(const Memory &memory, const std::vector<PendingSource> &pending,
               index::IndexWriter &staging, IngestReport &report) {
    const auto keep = [&](const std::string &path, const std::string &kept) {
        const std::string place = kept.empty() ? std::string() : staging.set_aside_input(kept);
        if (!place.empty()) {
            Remark remark;
            remark.path = path;
            remark.text = "what was kept of it stays at " + printable_path(place) +
                          "; zcat gives it to: ideary ingest --name NAME -";
            report.remarks.push_back(std::move(remark));
        }
    };
    for (const index::SourceLoss &loss : memory.losses) {
        keep(printable_path(loss.file), loss.kept);
    }
    for (const PendingSource &one : pending) {
        if (one.state == PendingSource::State::failed) {
            keep(one.path, one.input.archive);
        }
    }
}

/// Reads a source as it was ingested. Archived input must have the recorded hash, because the
/// original is not available.
PendingSource read_again(const std::string &key, const SourceEntry &entry,
                         const std::string &index_path, SourceReader &reader) {
    SourceEntry whole = entry;
    if (entry.is_stdin) {
        whole.archive = index::archived_input(key);
        whole.file = index_path + "/" + whole.archive;
    }
    PendingSource pending = reader.reread(key, whole);
    pending.old_key.clear();
    pending.candidate.level = entry.level;
    const bool is_other = !entry.hash.empty() && pending.hash != entry.hash;
    if (entry.is_stdin && pending.state != PendingSource::State::failed && is_other) {
        reader.fail(pending, "what is kept of it at " + whole.archive +
                                 " is not what came by standard input");
    }
    return pending;
}

/// A custom topic table must be given again: the index does not store it.
void refuse_other_topics(const std::map<std::string, SourceEntry> &known,
                         const SourceReader &reader, IngestReport &report) {
    const auto other = std::find_if(known.begin(), known.end(), [&](const auto &entry) {
        return entry.second.own_topics && entry.second.topics != reader.topics_hash();
    });
    if (other != known.end()) {
        Remark remark;
        remark.path = other->second.path;
        remark.text = "this source was filed by another topic table; give that with --topics, or "
                      "add --force to file all by this one";
        report.failed.push_back(remark.path);
        report.remarks.push_back(std::move(remark));
    }
}

/// The synonym table of the index; empty if it cannot be read.
std::string stored_synonyms(const std::string &index_path) {
    try {
        const index::SnapshotManager snapshots(index_path, Verify::quick);
        const auto generation = snapshots.acquire();
        const auto lease = generation->lease();
        return generation->synonyms(*lease);
    } catch (const Error &) {
        return {};
    }
}

std::uint64_t ideas_of(const std::map<std::string, SourceEntry> &known) {
    std::uint64_t count = 0;
    for (const auto &[key, entry] : known) {
        count += entry.ideas;
    }
    return count;
}

} // namespace

void require_sources(const std::string &index_path) {
    (void)memory_of(index_path);
}

IngestReport rebuild_index(const std::string &index_path, const IngestOptions &options,
                           const ProgressCallback &callback) {
    Memory memory = memory_of(index_path);
    const std::string kept_synonyms = stored_synonyms(index_path);
    std::unique_ptr<index::IndexWriter> staging;
    if (!options.dry_run) {
        staging = std::make_unique<index::IndexWriter>(index_path, seconds_of(options.lock_timeout),
                                                       true);
        memory = memory_of(index_path); // another run may have written before it let go
    }
    const auto &known = memory.known;
    IngestReport report;
    name_losses(memory.losses, report);
    ProgressReporter progress(callback);
    SourceReader reader(options, progress, report);
    for (const auto &[key, entry] : known) {
        reader.persons().learn(entry.persons);
    }
    refuse_other_topics(known, reader, report);
    const std::string synonyms = wanted_synonyms(options, kept_synonyms);
    std::vector<PendingSource> pending;
    progress.begin("reading", 0);
    for (const auto &[key, entry] : known) {
        pending.push_back(read_again(key, entry, index_path, reader));
    }
    std::map<std::string, SourceEntry> made;
    resolve_slugs(pending, made, {}, reader);
    if (options.dry_run || (!report.failed.empty() && !options.force)) {
        report.ideas_total = ideas_of(known); // the index stays as it is
        return report;
    }
    SourceWriter writer(staging.get(), made, reader, report);
    writer.write(pending, progress);
    staging->put_synonyms(synonyms);
    set_aside(memory, pending, *staging, report);
    progress.begin("publishing", 0);
    const index::Published published = staging->publish(
        [&](std::uint64_t done, std::uint64_t total) { progress.set(done, total); });
    report.generation = published.generation;
    report.ideas_total = published.ideas;
    return report;
}

} // namespace ideary::ingesting
