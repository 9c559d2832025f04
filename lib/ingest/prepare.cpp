// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <string_view>

#include "ingest/run.hpp"
#include "source/document.hpp"
#include "source/metadata.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::uint64_t most_held = 64 * 1024 * 1024; ///< bytes of documents held split
constexpr std::size_t batch_size = 256;               ///< records that split_paths gives at once

std::string_view topics_text(const IngestOptions &options) {
    return options.split.topics.empty() ? default_topics() : std::string_view(options.split.topics);
}

std::string_view topics_name(const IngestOptions &options) {
    return options.split.topics.empty() ? "(built in)" : "(given)";
}

bool is_gone(const std::string &file) {
    std::error_code error;
    return std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found;
}

/// The key under which a source is remembered: that of its place, or that of its path as given when
/// what stood there has moved.
std::string find_old_key(const Prepared &prepared, const std::map<std::string, Remembered> &known) {
    if (known.count(prepared.key) != 0) {
        return prepared.key;
    }
    if (!prepared.input.is_stdin) {
        for (const auto &[key, old] : known) {
            if (!old.is_stdin && old.path == prepared.path && is_gone(old.file)) {
                return key;
            }
        }
    }
    return {};
}

void fill_place(Idea &idea, const Source &source) {
    if (idea.source.path.empty()) {
        idea.source.path = source.path;
        idea.source.title = source.title;
        idea.source.url = source.url;
    }
}

} // namespace

void Ticker::begin(std::string_view stage, std::uint64_t total) {
    progress_.stage = stage;
    set(0, total);
    tell(true);
}

void Ticker::add(std::uint64_t bytes, std::uint64_t ideas) {
    progress_.bytes_done += bytes;
    progress_.ideas += ideas;
    tell(false);
}

void Ticker::set(std::uint64_t done, std::uint64_t total) {
    progress_.bytes_done = done;
    progress_.bytes_total = total;
    tell(false);
}

void Ticker::tell(bool now) {
    if (!callback_) {
        return;
    }
    const auto time = std::chrono::steady_clock::now();
    if (now || time - last_ >= std::chrono::milliseconds(50)) {
        last_ = time;
        callback_(progress_);
    }
}

Preparer::Preparer(const IngestOptions &options, Ticker &ticker, IngestReport &report)
    : options_(options), ticker_(ticker), report_(report),
      topics_hash_(hash_of(topics_text(options))),
      topics_(source::read_topics(topics_text(options), topics_name(options))) {}

void Preparer::fail(Prepared &prepared, const std::string &why) {
    prepared.state = Prepared::State::failed;
    prepared.split.reset();
    Remark remark;
    remark.path = prepared.path;
    remark.text = why;
    report_.remarks.push_back(std::move(remark));
    report_.failed.push_back(prepared.path);
}

SourceOverrides Preparer::remembered_said(const SourceOverrides &said,
                                          std::map<std::string, int> &used) {
    SourceOverrides kept = said;
    if (options_.drop_persons) {
        kept.url.clear();
        kept.author.clear();
        for (const std::string &name : source::people(said.author, false)) {
            kept.author += (kept.author.empty() ? "" : "; ") + persons_.number(name, used);
        }
    }
    return kept;
}

bool Preparer::is_unchanged(const Prepared &prepared, const Remembered &old) {
    std::map<std::string, int> used;
    return prepared.old_key == prepared.key && old.hash == prepared.hash &&
           old.path == prepared.path && old.rules == ideas::rules_version &&
           old.topics == prepared.topics && old.drop_persons == options_.drop_persons &&
           old.said == remembered_said(prepared.input.said, used);
}

Prepared Preparer::prepare(Input input, const std::map<std::string, Remembered> &known) {
    Prepared prepared;
    prepared.path = printable_path(input.path);
    prepared.key = input.is_stdin ? "-:" + prepared.path : printable_path(input.file);
    prepared.input = std::move(input);
    prepared.topics = topics_hash_;
    prepared.old_key = find_old_key(prepared, known);
    const auto old = known.find(prepared.old_key);

    Scan scan = ingesting::scan(prepared.input, [this](std::uint64_t size) { ticker_.add(size); });
    if (!scan.problem.empty()) {
        fail(prepared, "this source cannot be read: " + scan.problem);
        return prepared;
    }
    prepared.hash = scan.hash;
    if (old != known.end() && is_unchanged(prepared, old->second)) {
        prepared.state = Prepared::State::unchanged;
        prepared.records = scan.records;
        prepared.bytes = scan.bytes;
        prepared.exported = old->second.exported;
        prepared.given_slug = old->second.given_slug;
    } else {
        take_scan(prepared, std::move(scan));
    }
    const std::string &file = prepared.input.is_stdin ? std::string() : prepared.input.file;
    prepared.claim = claim(prepared.path, file, prepared.given_slug);
    if (old != known.end()) {
        prepared.claim.level = old->second.level;
        prepared.claim.indexed = true;
    }
    return prepared;
}

void Preparer::take_scan(Prepared &prepared, Scan scan) {
    prepared.state = Prepared::State::to_write;
    prepared.bytes = scan.bytes;
    prepared.records = scan.records;
    if (!scan.records) {
        read_document(prepared, scan.text);
        return;
    }
    prepared.format = "records";
    prepared.given_slug = prepared.input.said.slug;
    prepared.exported = first_is_exported(prepared);
}

void Preparer::read_document(Prepared &prepared, std::string_view text) {
    const SourceOverrides &said = prepared.input.said;
    const source::Document document = source::read(text, prepared.path, said);
    if (!document.unreadable.empty()) {
        fail(prepared, "this source cannot be read: it is " + document.unreadable);
        return;
    }
    prepared.format = document.format;
    prepared.given_slug = document.metadata.slug.value;
    SplitResult split = ideas::split(document, prepared.path, topics_, said.hidden);
    held_ += text.size();
    if (held_ <= most_held) {
        prepared.split = std::move(split);
    }
}

bool Preparer::split_again(Prepared &prepared) {
    if (prepared.records || prepared.split) {
        return true;
    }
    Scan scan = ingesting::scan(prepared.input, {});
    if (!scan.problem.empty() || scan.records) {
        return false;
    }
    const source::Document document = source::read(scan.text, prepared.path, prepared.input.said);
    prepared.hash = scan.hash;
    prepared.bytes = scan.bytes;
    prepared.format = document.format;
    prepared.split = ideas::split(document, prepared.path, topics_, prepared.input.said.hidden);
    return document.unreadable.empty();
}

bool Preparer::first_is_exported(const Prepared &prepared) {
    source::RecordStream stream(open_reader(prepared.input, {}), prepared.path,
                                prepared.input.said);
    const auto first = stream.next();
    return first && first->exported;
}

void Preparer::each_idea(Prepared &prepared, const std::function<void(Idea &)> &take,
                         const std::function<void()> &batch) {
    if (prepared.records) {
        each_record(prepared, take, batch);
        return;
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

void Preparer::each_record(Prepared &prepared, const std::function<void(Idea &)> &take,
                           const std::function<void()> &batch) {
    const SourceOverrides &said = prepared.input.said;
    source::RecordStream stream(
        open_reader(prepared.input, [this](std::uint64_t size) { ticker_.add(size); }),
        prepared.path, said);
    Source source = ideas::stream_source(prepared.path, said);
    source.slug = prepared.claim.slug();
    ideas::Ids ids(source.slug);
    std::size_t count = 0;
    while (const auto record = stream.next()) {
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

std::optional<std::string> Preparer::outline(const Prepared &prepared) {
    const Scan scan = ingesting::scan(prepared.input, {});
    if (prepared.records || !scan.problem.empty()) {
        return std::nullopt;
    }
    return source::print(source::read(scan.text, prepared.path, prepared.input.said).outline);
}

} // namespace ideary::ingesting
