// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/source_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "ideary/error.hpp"
#include "ingest/hash.hpp"
#include "source/config/topics.hpp"
#include "source/document.hpp"
#include "source/metadata/values.hpp"
#include "source/records/record_stream.hpp"
#include "text/normalize.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::uint64_t most_held = 64 * 1024 * 1024; ///< bytes of documents held split
constexpr std::size_t batch_size = 256; ///< records that split_paths passes on at once

std::string_view topics_text(const IngestOptions &options) {
    return options.split.topics.empty() ? default_topics() : std::string_view(options.split.topics);
}

std::string_view topics_name(const IngestOptions &options) {
    if (options.split.topics.empty()) {
        return "(built in)";
    }
    const std::string &path = options.split.topics_path;
    return path.empty() ? std::string_view("(given)") : std::string_view(path);
}

bool is_gone(const std::string &file) {
    std::error_code error;
    return std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found;
}

void fill_place(Idea &idea, const Source &source) {
    if (idea.source.path.empty()) {
        idea.source.path = source.path;
        idea.source.title = source.title;
        idea.source.url = source.url;
    }
}

} // namespace

SourceReader::SourceReader(const IngestOptions &options, ProgressReporter &progress,
                           IngestReport &report)
    : options_(options), progress_(progress), report_(report),
      topics_hash_(hash_of(topics_text(options))),
      topics_(source::read_topics(topics_text(options), topics_name(options))) {}

void SourceReader::fail(PendingSource &pending, const std::string &why) {
    pending.state = PendingSource::State::failed;
    pending.split.reset();
    Remark remark;
    remark.path = pending.path;
    remark.text = why;
    report_.remarks.push_back(std::move(remark));
    report_.failed.push_back(pending.path);
}

SourceOverrides SourceReader::stored_overrides(const PendingSource &pending,
                                               std::map<std::string, int> &used) {
    SourceOverrides kept = pending.input.overrides;
    for (std::string *text : {&kept.title, &kept.author, &kept.event}) {
        *text = text::mask_addresses(*text); // what is stored holds none
    }
    kept.url = source::web_address(kept.url);
    if (pending.drop_persons) {
        kept.url.clear();
        kept.author.clear();
        for (const std::string &name : source::people(pending.input.overrides.author, false)) {
            kept.author += (kept.author.empty() ? "" : "; ") + persons_.number(name, used);
        }
    }
    return kept;
}

void SourceReader::set_known_sources(const std::map<std::string, SourceEntry> &known) {
    known_ = &known;
    for (const auto &[key, entry] : known) {
        persons_.learn(entry.persons);
        if (!entry.is_stdin) {
            keys_by_hash_.emplace(entry.hash, key);
        }
    }
}

/// The key of a source of the same file name and the same bytes whose file is gone; empty: none.
std::string SourceReader::find_moved(const PendingSource &pending) const {
    const auto name_of = [](const std::string &path) { return path.substr(path.rfind('/') + 1); };
    const auto [from, to] = keys_by_hash_.equal_range(pending.hash);
    for (auto at = from; at != to; ++at) {
        const auto old = known_->find(at->second);
        if (old != known_->end() && taken_over_.count(old->first) == 0 &&
            name_of(old->second.file) == name_of(pending.input.file) && is_gone(old->second.file)) {
            return old->first;
        }
    }
    return {};
}

bool SourceReader::is_unchanged(const PendingSource &pending, const SourceEntry &old) {
    std::map<std::string, int> used;
    return pending.old_key == pending.key && old.hash == pending.hash &&
           old.rules == ideas::rules_version && old.topics == pending.topics &&
           old.drop_persons == pending.drop_persons &&
           old.overrides == stored_overrides(pending, used);
}

PendingSource SourceReader::read(Input input) {
    PendingSource pending;
    pending.path = printable_path(input.path);
    pending.key = key_of(input);
    pending.input = std::move(input);
    pending.drop_persons = options_.drop_persons;
    const auto known = known_ != nullptr ? known_->find(pending.key) : Known::const_iterator();
    if (known_ != nullptr && known != known_->end()) {
        pending.old_key = pending.key;
        pending.path = known->second.path; // a label: that of the first run
        read_source(pending, &known->second);
    } else {
        read_source(pending, nullptr);
    }
    return pending;
}

PendingSource SourceReader::reread(const std::string &key, const SourceEntry &entry) {
    PendingSource pending;
    pending.path = entry.path;
    pending.key = pending.old_key = key;
    pending.input = input_of(entry);
    pending.drop_persons = entry.drop_persons;
    SourceEntry changed = entry;
    changed.hash.clear();
    read_source(pending, &changed);
    return pending;
}

void SourceReader::read_source(PendingSource &pending, const SourceEntry *old) {
    pending.topics = topics_hash_;
    Scan scan = ingesting::scan(pending.input, [this](std::uint64_t size) { progress_.add(size); });
    if (!scan.problem.empty()) {
        fail(pending, "this source cannot be read: " + scan.problem);
        return;
    }
    pending.hash = scan.hash;
    if (old == nullptr && known_ != nullptr && !pending.input.is_stdin) {
        old = take_over(pending);
    }
    if (old != nullptr && is_unchanged(pending, *old)) {
        pending.state = PendingSource::State::unchanged;
        pending.records = scan.records;
        pending.are_talks = scan.are_talks;
        pending.bytes = scan.bytes;
        pending.exported = old->exported;
        pending.given_slug = old->given_slug;
        pending.format = old->format;
    } else {
        take_scan(pending, std::move(scan));
    }
    const std::string file = pending.input.is_stdin ? std::string() : pending.input.file;
    pending.candidate = candidate(pending.path, file, pending.given_slug);
    if (old != nullptr) {
        pending.candidate.level = old->level;
        pending.candidate.indexed = old->given_slug == pending.given_slug;
    }
}

const SourceEntry *SourceReader::take_over(PendingSource &pending) {
    pending.old_key = find_moved(pending);
    if (pending.old_key.empty()) {
        return nullptr;
    }
    taken_over_.insert(pending.old_key);
    const SourceEntry &old = known_->at(pending.old_key);
    Remark remark;
    remark.path = pending.path;
    remark.text = "this source was at " + printable_path(old.file) + " before and keeps its ids";
    report_.remarks.push_back(std::move(remark));
    return &old;
}

void SourceReader::take_scan(PendingSource &pending, Scan scan) {
    pending.state = PendingSource::State::to_write;
    pending.bytes = scan.bytes;
    pending.records = scan.records;
    pending.are_talks = scan.are_talks;
    if (!scan.records) {
        read_document(pending, scan.text);
        return;
    }
    pending.format = "records";
    pending.given_slug = pending.input.overrides.slug;
    pending.exported = first_is_exported(pending);
}

void SourceReader::read_document(PendingSource &pending, std::string_view text) {
    const SourceOverrides &said = pending.input.overrides;
    source::Document document = source::read(text, pending.path, said);
    if (!document.unreadable.empty()) {
        fail(pending, "this source cannot be read: it is " + document.unreadable);
        return;
    }
    pending.format = document.format;
    pending.given_slug = document.metadata.slug.value;
    SplitResult split = ideas::split(std::move(document), pending.path, topics_, said);
    held_ += text.size();
    if (held_ <= most_held) {
        pending.split = std::move(split);
    }
}

/// Splits a document again if its ideas were not kept in memory.
void SourceReader::split_again(PendingSource &pending) {
    const Scan scan = ingesting::scan(pending.input, {});
    if (!scan.problem.empty() || scan.hash != pending.hash) {
        throw Error(ErrorKind::io,
                    "cannot read " + pending.path +
                        " any more: " + (scan.problem.empty() ? "it just changed" : scan.problem),
                    "Nothing was written; try again");
    }
    const SourceOverrides &said = pending.input.overrides;
    source::Document document = source::read(scan.text, pending.path, said);
    pending.format = document.format;
    pending.split = ideas::split(std::move(document), pending.path, topics_, said);
}

bool SourceReader::first_is_exported(const PendingSource &pending) {
    source::RecordStream stream(open_reader(pending.input, {}), pending.path,
                                pending.input.overrides);
    const auto first = stream.next();
    return first && first->exported;
}

void SourceReader::each_idea(PendingSource &pending, const std::function<void(Idea &)> &take,
                             const std::function<void()> &batch) {
    if (pending.records) {
        each_record(pending, take, batch);
        return;
    }
    if (!pending.split) {
        split_again(pending);
    }
    SplitResult &split = *pending.split;
    split.source.slug = pending.candidate.slug();
    ideas::Ids(pending.candidate.slug()).give(split.ideas);
    for (Idea &idea : split.ideas) {
        fill_place(idea, split.source);
        take(idea);
    }
    report_.remarks.insert(report_.remarks.end(), split.remarks.begin(), split.remarks.end());
}

void SourceReader::each_record(PendingSource &pending, const std::function<void(Idea &)> &take,
                               const std::function<void()> &batch) {
    const SourceOverrides &said = pending.input.overrides;
    source::RecordStream stream(
        open_reader(pending.input, [this](std::uint64_t size) { progress_.add(size); }),
        pending.path, said);
    Source source = ideas::stream_source(pending.path, said);
    source.slug = pending.candidate.slug();
    ideas::Ids ids(source.slug);
    std::size_t count = 0;
    while (auto record = stream.next()) {
        if (pending.are_talks && !record->kind) {
            record->kind = Kind::talk;
        }
        Idea idea;
        if (record->exported) {
            idea = *record->exported;
        } else {
            idea = ideas::from_record(*record, source, topics_, said);
            idea.id = ids.next(record->id, idea);
        }
        fill_place(idea, source);
        take(idea);
        if (batch && ++count % batch_size == 0) {
            batch();
        }
    }
    pending.split = SplitResult{source, {}, {}};
    const std::vector<Remark> remarks = stream.take_remarks();
    report_.remarks.insert(report_.remarks.end(), remarks.begin(), remarks.end());
}

std::optional<std::string> SourceReader::explain(const PendingSource &pending) {
    const Scan scan = ingesting::scan(pending.input, {});
    if (pending.records || !scan.problem.empty()) {
        return std::nullopt;
    }
    std::string text;
    ideas::split(source::read(scan.text, pending.path, pending.input.overrides), pending.path,
                 topics_, pending.input.overrides, &text);
    return text;
}

std::optional<std::string> SourceReader::outline(const PendingSource &pending) {
    const Scan scan = ingesting::scan(pending.input, {});
    if (pending.records || !scan.problem.empty()) {
        return std::nullopt;
    }
    return source::print(source::read(scan.text, pending.path, pending.input.overrides).outline);
}

} // namespace ideary::ingesting
