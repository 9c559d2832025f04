// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <filesystem>
#include <string_view>

#include "ideary/error.hpp"
#include "ingest/hash.hpp"
#include "ingest/run.hpp"
#include "source/config/topics.hpp"
#include "source/document.hpp"
#include "source/metadata/values.hpp"
#include "source/records/record_stream.hpp"
#include "text/normal.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::uint64_t most_held = 64 * 1024 * 1024; ///< bytes of documents held split
constexpr std::size_t batch_size = 256;               ///< records that split_paths gives at once

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

void ProgressReporter::begin(std::string_view stage, std::uint64_t total) {
    progress_.stage = stage;
    set(0, total);
    tell(true);
}

void ProgressReporter::add(std::uint64_t bytes, std::uint64_t ideas) {
    progress_.bytes_done += bytes;
    progress_.ideas += ideas;
    tell(false);
}

void ProgressReporter::set(std::uint64_t done, std::uint64_t total) {
    progress_.bytes_done = done;
    progress_.bytes_total = total;
    tell(false);
}

void ProgressReporter::tell(bool now) {
    if (!callback_) {
        return;
    }
    const auto time = std::chrono::steady_clock::now();
    if (now || time - last_ >= std::chrono::milliseconds(50)) {
        last_ = time;
        callback_(progress_);
    }
}

SourceReader::SourceReader(const IngestOptions &options, ProgressReporter &ticker,
                           IngestReport &report)
    : options_(options), ticker_(ticker), report_(report),
      topics_hash_(hash_of(topics_text(options))),
      topics_(source::read_topics(topics_text(options), topics_name(options))) {}

void SourceReader::fail(PendingSource &prepared, const std::string &why) {
    prepared.state = PendingSource::State::failed;
    prepared.split.reset();
    Remark remark;
    remark.path = prepared.path;
    remark.text = why;
    report_.remarks.push_back(std::move(remark));
    report_.failed.push_back(prepared.path);
}

SourceOverrides SourceReader::remembered_said(const PendingSource &prepared,
                                              std::map<std::string, int> &used) {
    SourceOverrides kept = prepared.input.said;
    for (std::string *text : {&kept.title, &kept.author, &kept.event}) {
        *text = text::mask_addresses(*text); // what is stored holds none
    }
    kept.url = source::web_address(kept.url);
    if (prepared.drop_persons) {
        kept.url.clear();
        kept.author.clear();
        for (const std::string &name : source::people(prepared.input.said.author, false)) {
            kept.author += (kept.author.empty() ? "" : "; ") + persons_.number(name, used);
        }
    }
    return kept;
}

void SourceReader::learn(const std::map<std::string, SourceEntry> &known) {
    known_ = &known;
    for (const auto &[key, remembered] : known) {
        persons_.learn(remembered.persons);
        keys_by_path_.emplace(remembered.path, key);
    }
}

/// The key under which a source is remembered: that of its place, or that of its path as given when
/// what stood there has moved.
std::string SourceReader::find_old_key(const PendingSource &prepared) const {
    if (known_ == nullptr || known_->count(prepared.key) != 0) {
        return known_ == nullptr ? std::string() : prepared.key;
    }
    const auto [from, to] = keys_by_path_.equal_range(prepared.path);
    for (auto at = from; at != to; ++at) {
        const auto old = known_->find(at->second);
        if (!prepared.input.is_stdin && old != known_->end() && !old->second.is_stdin &&
            is_gone(old->second.file)) {
            return at->second;
        }
    }
    return {};
}

bool SourceReader::is_unchanged(const PendingSource &prepared, const SourceEntry &old) {
    std::map<std::string, int> used;
    return prepared.old_key == prepared.key && old.hash == prepared.hash &&
           old.path == prepared.path && old.rules == ideas::rules_version &&
           old.topics == prepared.topics && old.drop_persons == prepared.drop_persons &&
           old.said == remembered_said(prepared, used);
}

PendingSource SourceReader::prepare(Input input) {
    PendingSource prepared;
    prepared.path = printable_path(input.path);
    prepared.key = input.is_stdin ? "-:" + prepared.path : printable_path(input.file);
    prepared.input = std::move(input);
    prepared.drop_persons = options_.drop_persons;
    prepared.old_key = find_old_key(prepared);
    const bool is_known = !prepared.old_key.empty();
    read_source(prepared, is_known ? &known_->at(prepared.old_key) : nullptr);
    return prepared;
}

PendingSource SourceReader::prepare_again(const std::string &key, const SourceEntry &remembered) {
    PendingSource prepared;
    prepared.path = remembered.path;
    prepared.key = prepared.old_key = key;
    prepared.input = input_of(remembered);
    prepared.drop_persons = remembered.drop_persons;
    SourceEntry changed = remembered;
    changed.hash.clear();
    read_source(prepared, &changed);
    return prepared;
}

void SourceReader::read_source(PendingSource &prepared, const SourceEntry *old) {
    prepared.topics = topics_hash_;
    Scan scan = ingesting::scan(prepared.input, [this](std::uint64_t size) { ticker_.add(size); });
    if (!scan.problem.empty()) {
        fail(prepared, "this source cannot be read: " + scan.problem);
        return;
    }
    prepared.hash = scan.hash;
    if (old != nullptr && is_unchanged(prepared, *old)) {
        prepared.state = PendingSource::State::unchanged;
        prepared.records = scan.records;
        prepared.are_talks = scan.are_talks;
        prepared.bytes = scan.bytes;
        prepared.exported = old->exported;
        prepared.given_slug = old->given_slug;
        prepared.format = old->format;
    } else {
        take_scan(prepared, std::move(scan));
    }
    const std::string file = prepared.input.is_stdin ? std::string() : prepared.input.file;
    prepared.claim = claim(prepared.path, file, prepared.given_slug);
    if (old != nullptr) {
        prepared.claim.level = old->level;
        prepared.claim.indexed = old->given_slug == prepared.given_slug;
    }
}

void SourceReader::take_scan(PendingSource &prepared, Scan scan) {
    prepared.state = PendingSource::State::to_write;
    prepared.bytes = scan.bytes;
    prepared.records = scan.records;
    prepared.are_talks = scan.are_talks;
    if (!scan.records) {
        read_document(prepared, scan.text);
        return;
    }
    prepared.format = "records";
    prepared.given_slug = prepared.input.said.slug;
    prepared.exported = first_is_exported(prepared);
}

void SourceReader::read_document(PendingSource &prepared, std::string_view text) {
    const SourceOverrides &said = prepared.input.said;
    source::Document document = source::read(text, prepared.path, said);
    if (!document.unreadable.empty()) {
        fail(prepared, "this source cannot be read: it is " + document.unreadable);
        return;
    }
    prepared.format = document.format;
    prepared.given_slug = document.metadata.slug.value;
    SplitResult split = ideas::split(std::move(document), prepared.path, topics_, said);
    held_ += text.size();
    if (held_ <= most_held) {
        prepared.split = std::move(split);
    }
}

/// Splits a document again, where its ideas were not held.
void SourceReader::split_again(PendingSource &prepared) {
    const Scan scan = ingesting::scan(prepared.input, {});
    if (!scan.problem.empty() || scan.hash != prepared.hash) {
        throw Error(ErrorKind::io,
                    "cannot read " + prepared.path +
                        " any more: " + (scan.problem.empty() ? "it just changed" : scan.problem),
                    "Nothing was written; try again");
    }
    const SourceOverrides &said = prepared.input.said;
    source::Document document = source::read(scan.text, prepared.path, said);
    prepared.format = document.format;
    prepared.split = ideas::split(std::move(document), prepared.path, topics_, said);
}

bool SourceReader::first_is_exported(const PendingSource &prepared) {
    source::RecordStream stream(open_reader(prepared.input, {}), prepared.path,
                                prepared.input.said);
    const auto first = stream.next();
    return first && first->exported;
}

void SourceReader::each_idea(PendingSource &prepared, const std::function<void(Idea &)> &take,
                             const std::function<void()> &batch) {
    if (prepared.records) {
        each_record(prepared, take, batch);
        return;
    }
    if (!prepared.split) {
        split_again(prepared);
    }
    SplitResult &split = *prepared.split;
    split.source.slug = prepared.claim.slug();
    ideas::Ids(prepared.claim.slug()).give(split.ideas);
    for (Idea &idea : split.ideas) {
        fill_place(idea, split.source);
        take(idea);
    }
    report_.remarks.insert(report_.remarks.end(), split.remarks.begin(), split.remarks.end());
}

void SourceReader::each_record(PendingSource &prepared, const std::function<void(Idea &)> &take,
                               const std::function<void()> &batch) {
    const SourceOverrides &said = prepared.input.said;
    source::RecordStream stream(
        open_reader(prepared.input, [this](std::uint64_t size) { ticker_.add(size); }),
        prepared.path, said);
    Source source = ideas::stream_source(prepared.path, said);
    source.slug = prepared.claim.slug();
    ideas::Ids ids(source.slug);
    std::size_t count = 0;
    while (auto record = stream.next()) {
        if (prepared.are_talks && !record->kind) {
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
    prepared.split = SplitResult{source, {}, {}};
    const std::vector<Remark> remarks = stream.take_remarks();
    report_.remarks.insert(report_.remarks.end(), remarks.begin(), remarks.end());
}

std::optional<std::string> SourceReader::explain(const PendingSource &prepared) {
    const Scan scan = ingesting::scan(prepared.input, {});
    if (prepared.records || !scan.problem.empty()) {
        return std::nullopt;
    }
    std::string text;
    ideas::split(source::read(scan.text, prepared.path, prepared.input.said), prepared.path,
                 topics_, prepared.input.said, &text);
    return text;
}

std::optional<std::string> SourceReader::outline(const PendingSource &prepared) {
    const Scan scan = ingesting::scan(prepared.input, {});
    if (prepared.records || !scan.problem.empty()) {
        return std::nullopt;
    }
    return source::print(source::read(scan.text, prepared.path, prepared.input.said).outline);
}

} // namespace ideary::ingesting
