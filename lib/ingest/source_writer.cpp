// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/source_writer.hpp"

#include <algorithm>
#include <unordered_set>

#include "index/writer/index_writer.hpp"

namespace ideary::ingesting {
namespace {

std::uint64_t bytes_to_write(const std::vector<PendingSource> &pending) {
    std::uint64_t bytes = 0;
    for (const PendingSource &one : pending) {
        bytes += one.state == PendingSource::State::to_write ? one.bytes : 0;
    }
    return bytes;
}

/// Bytes of text that the index is about to receive. For records, which are read only while they
/// are written, the size of the stream.
std::uint64_t text_to_write(const std::vector<PendingSource> &pending) {
    std::uint64_t bytes = 0;
    for (const PendingSource &one : pending) {
        if (one.state == PendingSource::State::to_write && one.split) {
            for (const Idea &idea : one.split->ideas) {
                bytes += idea.title.size() + idea.body.size();
            }
        } else if (one.state == PendingSource::State::to_write && one.records) {
            bytes += one.bytes;
        }
    }
    return bytes;
}

} // namespace

SourceWriter::SourceWriter(index::IndexWriter *staging, std::map<std::string, SourceEntry> &known,
                           SourceReader &reader, IngestReport &report)
    : staging_(staging), known_(known), reader_(reader), report_(report) {}

/// Makes the next run read everything again: ids that a source gave up may belong to another
/// source.
void SourceWriter::forget_rules() {
    if (forgot_) { // all are taken out before the first is written
        return;
    }
    forgot_ = true;
    for (auto &[key, entry] : known_) {
        entry.rules = 0; // the hash stays: by that kept input is known
        if (staging_ != nullptr) {
            staging_->put_source(key, to_line(entry));
        }
    }
}

void SourceWriter::drop(const std::string &key) {
    const auto at = known_.find(key);
    if (at == known_.end()) {
        return;
    }
    const std::uint64_t count =
        staging_ != nullptr ? staging_->remove_source(key) : at->second.ideas;
    report_.ideas_removed += count;
    ++report_.sources_removed;
    report_.removed.push_back(at->second.path);
    const bool took_over = at->second.replaced > 0;
    known_.erase(at);
    changed_ = true;
    if (took_over) {
        forget_rules();
    }
}

void SourceWriter::remove_old(const PendingSource &pending) {
    const auto at = known_.find(pending.old_key);
    if (pending.state != PendingSource::State::to_write || at == known_.end()) {
        return;
    }
    const bool took_over = at->second.replaced > 0;
    std::uint64_t count = at->second.ideas;
    if (staging_ != nullptr) {
        count = pending.old_key == pending.key ? staging_->remove_ideas(pending.old_key)
                                               : staging_->remove_source(pending.old_key);
    }
    report_.ideas_removed += count;
    known_.erase(at);
    if (took_over) {
        forget_rules();
    }
}

void SourceWriter::write(std::vector<PendingSource> &pending, ProgressReporter &progress) {
    progress.begin("writing", bytes_to_write(pending));
    const auto is_to_write = [](const PendingSource &one) {
        return one.state == PendingSource::State::to_write;
    };
    if (staging_ != nullptr && std::any_of(pending.begin(), pending.end(), is_to_write)) {
        staging_->reserve(text_to_write(pending));
    }
    // All old ideas first: an id may pass from one source to another.
    for (const PendingSource &one : pending) {
        remove_old(one);
    }
    for (PendingSource &one : pending) {
        if (one.state == PendingSource::State::unchanged) {
            ++report_.sources_unchanged;
        } else if (one.state == PendingSource::State::to_write) {
            ++(one.old_key.empty() ? report_.sources_new : report_.sources_changed);
            write_one(one, progress);
            one.split.reset();
        }
    }
}

void SourceWriter::remark_duplicate(const Idea &idea) {
    Remark remark;
    remark.path = idea.source.path;
    remark.line = idea.source.line;
    remark.text =
        "an earlier record has the id " + idea.id.substr(0, 80) + "; this one replaces it";
    report_.remarks.push_back(std::move(remark));
}

void SourceWriter::write_one(PendingSource &pending, ProgressReporter &progress) {
    SourceEntry entry;
    std::unordered_set<std::string> ids;
    const auto take = [&](Idea &idea) {
        if (!ids.insert(idea.id.substr(0, index::max_id_bytes)).second) {
            remark_duplicate(idea);
        }
        if (pending.drop_persons) {
            reader_.persons().drop(idea, entry.persons);
        }
        if (staging_ != nullptr && staging_->add(idea, pending.key)) {
            ++entry.replaced;
            ++report_.ideas_removed;
        }
        ++entry.ideas;
        ++report_.ideas_added;
        progress.add(0, 1);
    };
    reader_.each_idea(pending, take);
    if (!pending.records) {
        progress.add(pending.bytes);
    }
    entry.path = pending.path;
    entry.file = pending.input.is_stdin ? std::string() : pending.input.file;
    entry.is_stdin = pending.input.is_stdin;
    entry.is_named = pending.input.is_named;
    entry.archive = pending.input.archive;
    entry.compressed_by_us = pending.input.compressed_by_us;
    entry.hash = pending.hash;
    entry.topics = pending.topics;
    entry.own_topics = reader_.own_topics();
    entry.rules = ideas::rules_version;
    entry.overrides = reader_.stored_overrides(pending, entry.persons);
    entry.drop_persons = pending.drop_persons;
    entry.slug = pending.exported && !entry.is_named ? std::string() : pending.candidate.slug();
    entry.given_slug = pending.given_slug;
    entry.level = pending.candidate.level;
    entry.exported = pending.exported;
    entry.format = pending.format;
    entry.bytes = pending.bytes;
    if (pending.split) {
        entry.title = pending.split->source.title;
        entry.url = pending.drop_persons ? std::string() : pending.split->source.url;
    }
    if (staging_ != nullptr) {
        staging_->put_source(pending.key, to_line(entry));
    }
    known_[pending.key] = std::move(entry);
    changed_ = true;
}

} // namespace ideary::ingesting
