// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

#include <unistd.h>

#include "ideary/error.hpp"
#include "index/reader/source_list.hpp"
#include "index/writer/index_writer.hpp"
#include "ingest/changes.hpp"
#include "ingest/named_sources.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/prune.hpp"
#include "ingest/resolve_slugs.hpp"
#include "ingest/source_reader.hpp"
#include "ingest/source_writer.hpp"
#include "ingest/spool.hpp"
#include "ingest/synonyms.hpp"

namespace ideary::ingesting {
namespace {

namespace fs = std::filesystem;

std::uint64_t size_of(const std::vector<Input> &inputs) {
    std::uint64_t size = 0;
    for (const Input &input : inputs) {
        std::error_code error;
        const auto bytes = input.is_stdin ? 0 : fs::file_size(input.file, error);
        size += error ? 0 : bytes;
    }
    return size;
}

/// Reads a text from memory as if it were standard input.
InputCallback reader_of(std::string_view bytes) {
    return [bytes](char *buffer, std::size_t size) mutable {
        const std::size_t count = std::min(size, bytes.size());
        std::memcpy(buffer, bytes.data(), count);
        bytes.remove_prefix(count);
        return count;
    };
}

/// Whether a name given to remove means that source.
bool is_meant(const std::string &name, const SourceEntry &source) {
    if (name.empty()) { // most sources have no URL
        return false;
    }
    if (name == source.path || name == source.url || name == source.slug) {
        return true;
    }
    return !source.is_stdin &&
           (printable_path(normal_path(name)) == source.path || absolute_path(name) == source.file);
}

/// One transaction.
class Run {
  public:
    Run(const std::string &index_path, const Changes &changes, const IngestOptions &options,
        const ProgressCallback &progress)
        : path_(index_path), changes_(changes), options_(options), progress_(progress),
          reader_(options, progress_, report_) {}

    IngestReport apply() {
        walked_ = walk(changes_.paths, options_);
        refuse_missing();
        report_.remarks = walked_.remarks;
        report_.failed = walked_.failed;
        if (walked_.standard_input && !changes_.standard_input) {
            throw Error(ErrorKind::usage, "there is no standard input to read");
        }
        if (!options_.dry_run) {
            staging_ =
                std::make_unique<index::IndexWriter>(path_, seconds_of(options_.lock_timeout));
        }
        known_ = parse_entries(staging_ ? staging_->sources() : index::read_sources(path_));
        existed_ = !known_.empty();
        synonyms_ = wanted_synonyms(options_, staging_ ? staging_->synonyms() : std::string());
        reader_.set_known_sources(known_);
        Prune prune(known_, walked_, options_, report_);
        prune.spare_unreachable_folders();
        std::set<std::string> dropped;
        if (!find_removed(dropped)) {
            report_.ideas_total = ideas_of_known();
            return std::move(report_);
        }
        read_files();
        read_memory(dropped);
        const std::vector<std::string> pruned = prune.vanished(pending_);
        dropped.insert(pruned.begin(), pruned.end());
        const std::vector<std::string> keys(dropped.begin(), dropped.end());
        resolve_slugs(pending_, known_, keys, reader_);
        write(keys);
        return std::move(report_);
    }

  private:
    /// Keys of the sources to remove. False: a name fits none, and nothing is to be changed.
    bool find_removed(std::set<std::string> &keys) {
        const std::size_t failed = report_.failed.size();
        for (const std::string &name : changes_.removed_sources) {
            bool found = false;
            for (const auto &[key, entry] : known_) {
                if (is_meant(name, entry)) {
                    keys.insert(key);
                    found = true;
                }
            }
            if (!found) {
                fail(name, "no source has this path, URL or slug");
            }
        }
        return report_.failed.size() == failed;
    }

    void fail(const std::string &name, std::string why) {
        Remark remark;
        remark.path = printable_path(name);
        remark.text = std::move(why);
        report_.failed.push_back(remark.path);
        report_.remarks.push_back(std::move(remark));
    }

    std::uint64_t ideas_of_known() const {
        std::uint64_t count = 0;
        for (const auto &[key, entry] : known_) {
            count += entry.ideas;
        }
        return count;
    }

    void refuse_missing() const {
        const auto known = options_.prune && !walked_.missing.empty()
                               ? parse_entries(index::read_sources(path_))
                               : std::map<std::string, SourceEntry>();
        for (const std::string &missing : walked_.missing) {
            const std::string given = absolute_path(missing);
            const bool is_remembered =
                std::any_of(known.begin(), known.end(), [&](const auto &entry) {
                    return !entry.second.is_stdin && is_below(entry.second.file, given);
                });
            if (!is_remembered) {
                throw Error(ErrorKind::missing_input,
                            "cannot read " + printable_path(missing) +
                                ": there is no such file or folder",
                            "Check the path; nothing was written");
            }
        }
    }

    void read_files() {
        progress_.begin("reading", size_of(walked_.inputs));
        for (Input &input : walked_.inputs) {
            if (input.is_stdin) {
                input.path = options_.stdin_name;
                read_archived(std::move(input), changes_.standard_input);
            } else {
                pending_.push_back(reader_.read(std::move(input)));
            }
        }
    }

    void read_memory(std::set<std::string> &dropped) {
        for (const MemoryDocument &document : changes_.documents) {
            Input input;
            input.path = document.name;
            input.is_stdin = true;
            input.overrides = options_.split.overrides;
            read_archived(std::move(input), reader_of(document.bytes));
        }
        NamedSources named(path_, known_);
        for (const IdeaChange &change : changes_.ideas) {
            if (!named.apply(change)) {
                fail(change.id, "no named source has an idea of this id");
            }
        }
        for (const NamedSources::Records &records : named.take()) {
            if (records.bytes.empty()) {
                dropped.insert(named_key(records.name));
                continue;
            }
            Input input;
            input.path = records.name;
            input.is_stdin = input.is_named = true;
            input.overrides = records.overrides;
            read_archived(std::move(input), reader_of(records.bytes));
        }
    }

    /// Reads what the index will archive.
    void read_archived(Input input, const InputCallback &bytes) {
        spool_to_archive(input, bytes);
        reread_if_archive_differs(input);
        pending_.push_back(reader_.read(std::move(input)));
        if (pending_.back().state != PendingSource::State::to_write) {
            ::unlink(pending_.back().input.file.c_str());
        }
    }

    /// The same bytes again repair a damaged archive: they count as changed.
    void reread_if_archive_differs(const Input &input) {
        const std::string key = key_of(input);
        const auto known = known_.find(key);
        if (known == known_.end()) {
            return;
        }
        Input archived = input_of(known->second);
        archived.file = path_ + "/" + index::archived_input(key);
        const Scan scan = ingesting::scan(archived, {});
        if (!scan.problem.empty() || scan.hash != known->second.hash ||
            !index::is_archived_as_written(path_, key)) {
            known->second.rules = 0;
        }
    }

    /// Copies the bytes to where publishing the index finds them. Without a name, the source is
    /// named by its content.
    void spool_to_archive(Input &input, const InputCallback &bytes) {
        if (!staging_) {
            temporary_.push_back(std::make_unique<TemporaryFile>());
        }
        input.file = staging_ ? staging_->new_input_path("-") : temporary_.back()->path();
        const Spool spooled = spool(bytes, input.file);
        input.compressed_by_us = spooled.compressed_by_us;
        if (input.path.empty()) {
            input.path = "stdin-" + spooled.hash.substr(0, 12);
        }
        if (!staging_) {
            return;
        }
        const std::string target = staging_->new_input_path(key_of(input));
        std::error_code error;
        fs::rename(input.file, target, error);
        if (error) {
            throw Error(ErrorKind::cannot_write, "cannot write " + target + ": " + error.message());
        }
        input.file = target;
        const fs::path archive = normal_path(staging_->archived_input_path(key_of(input)));
        input.archive = archive.lexically_relative(normal_path(path_)).string();
    }

    void write(const std::vector<std::string> &dropped) {
        SourceWriter writer(staging_.get(), known_, reader_, report_);
        for (const std::string &key : dropped) {
            writer.drop(key);
        }
        writer.write(pending_, progress_);
        report_.ideas_total = staging_ ? staging_->ideas() : ideas_of_known();
        if (!staging_) {
            return;
        }
        bool publishes = writer.changed();
        if (!changes_.only_removes_sources()) {
            publishes = publishes || !existed_ || synonyms_ != staging_->synonyms();
            staging_->put_synonyms(synonyms_);
        }
        if (publishes) {
            progress_.begin("publishing", 0);
            const index::Published published = staging_->publish(
                [this](std::uint64_t done, std::uint64_t total) { progress_.set(done, total); });
            report_.generation = published.generation;
            report_.ideas_total = published.ideas;
        }
    }

    std::string path_;
    const Changes &changes_;
    const IngestOptions &options_;
    IngestReport report_;
    ProgressReporter progress_;
    SourceReader reader_;
    Walked walked_;
    std::unique_ptr<index::IndexWriter> staging_;
    std::vector<std::unique_ptr<TemporaryFile>> temporary_; ///< of a dry run
    std::map<std::string, SourceEntry> known_;
    std::vector<PendingSource> pending_;
    std::string synonyms_; ///< as the index keeps them
    bool existed_ = false;
};

} // namespace

IngestReport apply(const std::string &index_path, const Changes &changes,
                   const IngestOptions &options, const ProgressCallback &progress) {
    if (changes.rebuild) {
        throw Error(ErrorKind::usage, "a rebuild cannot be combined with other changes");
    }
    if (changes.only_removes_sources()) {
        require_sources(index_path);
    }
    return Run(index_path, changes, options, progress).apply();
}

} // namespace ideary::ingesting
