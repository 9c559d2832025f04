// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <memory>
#include <set>

#include "ideary/error.hpp"
#include "index/reader/source_list.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/resolve_slugs.hpp"
#include "ingest/source_writer.hpp"
#include "ingest/synonyms.hpp"

namespace ideary {
namespace {

using namespace ingesting;

/// What an index remembers, and what of that it can no longer tell.
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

/// What was kept of sources that are given up stays, under another name.
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
            keep(one.path, one.input.kept);
        }
    }
}

/// A source as it was ingested. Standard input is read where the index keeps it, and must be what
/// came then: nobody has it a second time to see the difference.
PendingSource prepare(const std::string &key, const SourceEntry &entry,
                      const std::string &index_path, SourceReader &reader) {
    SourceEntry whole = entry;
    if (entry.is_stdin) {
        whole.kept = index::archived_input(key);
        whole.file = index_path + "/" + whole.kept;
    }
    PendingSource pending = reader.reread(key, whole);
    pending.old_key.clear();
    pending.candidate.level = entry.level;
    const bool is_other = !entry.hash.empty() && pending.hash != entry.hash;
    if (entry.is_stdin && pending.state != PendingSource::State::failed && is_other) {
        reader.fail(pending,
                    "what is kept of it at " + whole.kept + " is not what came by standard input");
    }
    return pending;
}

/// A topic table that was given once must be given again: the index does not keep it.
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

std::uint64_t ideas_of(const std::map<std::string, SourceEntry> &known) {
    std::uint64_t count = 0;
    for (const auto &[key, entry] : known) {
        count += entry.ideas;
    }
    return count;
}

/// Whether a name given to remove means that source.
bool is_meant(const std::string &name, const SourceEntry &source) {
    if (name.empty()) { // many a source has no URL
        return false;
    }
    if (name == source.path || name == source.url || name == source.slug) {
        return true;
    }
    return !source.is_stdin &&
           (printable_path(normal_path(name)) == source.path || absolute_path(name) == source.file);
}

} // namespace

IngestReport rebuild(const std::string &index_path, const IngestOptions &options,
                     const ProgressCallback &callback) {
    Memory memory = memory_of(index_path);
    std::unique_ptr<index::IndexWriter> staging;
    if (!options.dry_run) {
        staging = std::make_unique<index::IndexWriter>(index_path, options.lock_timeout_s, true);
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
    const std::string synonyms = wanted_synonyms(options, {});
    std::vector<PendingSource> pending;
    progress.begin("reading", 0);
    for (const auto &[key, entry] : known) {
        pending.push_back(prepare(key, entry, index_path, reader));
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

IngestReport remove(const std::string &index_path, const std::vector<std::string> &names,
                    const IngestOptions &options) {
    memory_of(index_path); // there is something to remove
    IngestReport report;
    const ProgressCallback no_progress;
    ProgressReporter progress(no_progress);
    SourceReader reader(options, progress, report);
    std::unique_ptr<index::IndexWriter> staging;
    if (!options.dry_run) {
        staging = std::make_unique<index::IndexWriter>(index_path, options.lock_timeout_s);
    }
    auto known = parse_entries(staging ? staging->sources() : index::read_sources(index_path));
    SourceWriter writer(staging.get(), known, reader, report);
    std::set<std::string> meant; // found before anything is dropped: two names may mean one source
    for (const std::string &name : names) {
        bool found = false;
        for (const auto &[key, entry] : known) {
            if (is_meant(name, entry)) {
                meant.insert(key);
                found = true;
            }
        }
        if (!found) {
            Remark remark;
            remark.path = printable_path(name);
            remark.text = "no source has this path, URL or slug";
            report.remarks.push_back(std::move(remark));
            report.failed.push_back(printable_path(name));
        }
    }
    if (report.failed.empty()) {
        std::for_each(meant.begin(), meant.end(), [&](const auto &key) { writer.drop(key); });
    }
    report.ideas_total = ideas_of(known);
    if (staging && writer.changed()) {
        const index::Published published = staging->publish();
        report.generation = published.generation;
        report.ideas_total = published.ideas;
    }
    return report;
}

} // namespace ideary
