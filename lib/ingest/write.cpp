// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/run.hpp"

#include <algorithm>

namespace ideary::ingesting {
namespace {

std::uint64_t bytes_to_write(const std::vector<PendingSource> &prepared) {
    std::uint64_t bytes = 0;
    for (const PendingSource &one : prepared) {
        bytes += one.state == PendingSource::State::to_write ? one.bytes : 0;
    }
    return bytes;
}

/// Bytes of text that the index is about to get. The records of a stream are only seen while they
/// are written: their bytes stand for it.
std::uint64_t text_to_write(const std::vector<PendingSource> &prepared) {
    std::uint64_t bytes = 0;
    for (const PendingSource &one : prepared) {
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

Writer::Writer(index::Staging *staging, std::map<std::string, SourceEntry> &known,
               SourceReader &preparer, IngestReport &report)
    : staging_(staging), known_(known), preparer_(preparer), report_(report) {}

/// Makes the next run read everything again: ids that a source took over and now lets go may be
/// wanted by the one that had them first.
void Writer::forget_rules() {
    if (forgot_) { // all are taken out before the first is written
        return;
    }
    forgot_ = true;
    for (auto &[key, remembered] : known_) {
        remembered.rules = 0; // the hash stays: by that kept input is known
        if (staging_ != nullptr) {
            staging_->put_source(key, to_line(remembered));
        }
    }
}

void Writer::drop(const std::string &key) {
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

void Writer::remove_old(const PendingSource &prepared) {
    const auto at = known_.find(prepared.old_key);
    if (prepared.state != PendingSource::State::to_write || at == known_.end()) {
        return;
    }
    const bool took_over = at->second.replaced > 0;
    std::uint64_t count = at->second.ideas;
    if (staging_ != nullptr) {
        count = prepared.old_key == prepared.key ? staging_->remove_ideas(prepared.old_key)
                                                 : staging_->remove_source(prepared.old_key);
    }
    report_.ideas_removed += count;
    known_.erase(at);
    if (took_over) {
        forget_rules();
    }
}

void Writer::write(std::vector<PendingSource> &prepared, ProgressReporter &ticker) {
    ticker.begin("writing", bytes_to_write(prepared));
    const auto is_to_write = [](const PendingSource &one) {
        return one.state == PendingSource::State::to_write;
    };
    if (staging_ != nullptr && std::any_of(prepared.begin(), prepared.end(), is_to_write)) {
        staging_->expect(text_to_write(prepared));
    }
    // All old ideas first: an id may pass from one source to another.
    for (const PendingSource &one : prepared) {
        remove_old(one);
    }
    for (PendingSource &one : prepared) {
        if (one.state == PendingSource::State::unchanged) {
            ++report_.sources_unchanged;
        } else if (one.state == PendingSource::State::to_write) {
            ++(one.old_key.empty() ? report_.sources_new : report_.sources_changed);
            write_one(one, ticker);
            one.split.reset();
        }
    }
}

void Writer::write_one(PendingSource &prepared, ProgressReporter &ticker) {
    SourceEntry remembered;
    const auto take = [&](Idea &idea) {
        if (prepared.drop_persons) {
            preparer_.persons().drop(idea, remembered.persons);
        }
        if (staging_ != nullptr && staging_->add(idea, prepared.key)) {
            ++remembered.replaced;
            ++report_.ideas_removed;
        }
        ++remembered.ideas;
        ++report_.ideas_added;
        ticker.add(0, 1);
    };
    preparer_.each_idea(prepared, take);
    if (!prepared.records) {
        ticker.add(prepared.bytes);
    }
    remembered.path = prepared.path;
    remembered.file = prepared.input.is_stdin ? std::string() : prepared.input.file;
    remembered.is_stdin = prepared.input.is_stdin;
    remembered.kept = prepared.input.kept;
    remembered.spool_is_gzip = prepared.input.spool_is_gzip;
    remembered.hash = prepared.hash;
    remembered.topics = prepared.topics;
    remembered.own_topics = preparer_.own_topics();
    remembered.rules = ideas::rules_version;
    remembered.said = preparer_.remembered_said(prepared, remembered.persons);
    remembered.drop_persons = prepared.drop_persons;
    remembered.slug = prepared.exported ? std::string() : prepared.claim.slug();
    remembered.given_slug = prepared.given_slug;
    remembered.level = prepared.claim.level;
    remembered.exported = prepared.exported;
    remembered.format = prepared.format;
    remembered.bytes = prepared.bytes;
    if (prepared.split) {
        remembered.title = prepared.split->source.title;
        remembered.url = prepared.drop_persons ? std::string() : prepared.split->source.url;
    }
    if (staging_ != nullptr) {
        staging_->put_source(prepared.key, to_line(remembered));
    }
    known_[prepared.key] = std::move(remembered);
    changed_ = true;
}

} // namespace ideary::ingesting
