// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <unordered_set>

#include <unistd.h>

#include "ideary/error.hpp"
#include "index/reader/source_list.hpp"
#include "index/writer/index_writer.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/resolve_slugs.hpp"
#include "ingest/source_reader.hpp"
#include "ingest/source_writer.hpp"
#include "ingest/spool.hpp"
#include "ingest/synonyms.hpp"

namespace ideary {
namespace {

using namespace ingesting;
namespace fs = std::filesystem;

bool is_gone(const std::string &file) {
    std::error_code error;
    return fs::status(file, error).type() == fs::file_type::not_found;
}

std::uint64_t size_of(const std::vector<Input> &inputs) {
    std::uint64_t size = 0;
    for (const Input &input : inputs) {
        std::error_code error;
        const auto bytes = input.is_stdin ? 0 : fs::file_size(input.file, error);
        size += error ? 0 : bytes;
    }
    return size;
}

/// One call of ingest.
class Ingest {
  public:
    Ingest(const std::string &index_path, const IngestOptions &options,
           const ProgressCallback &progress)
        : path_(index_path), options_(options), progress_(progress),
          reader_(options, progress_, report_) {}

    IngestReport run(const std::vector<std::string> &paths, const InputCallback &standard_input) {
        walked_ = walk(paths, options_);
        refuse_missing();
        report_.remarks = walked_.remarks;
        report_.failed = walked_.failed;
        if (walked_.standard_input && !standard_input) {
            throw Error(ErrorKind::usage, "there is no standard input to read");
        }
        if (!options_.dry_run) {
            staging_ = std::make_unique<index::IndexWriter>(path_, options_.lock_timeout_s);
        }
        known_ = parse_entries(staging_ ? staging_->sources() : index::read_sources(path_));
        existed_ = !known_.empty();
        synonyms_ = wanted_synonyms(options_, staging_ ? staging_->synonyms() : std::string());
        reader_.set_known_sources(known_);
        spare_empty_folders();
        prepare(standard_input);
        const std::vector<std::string> dropped = to_prune();
        resolve_slugs(pending_, known_, dropped, reader_);
        write(dropped);
        return std::move(report_);
    }

  private:
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

    void prepare(const InputCallback &standard_input) {
        progress_.begin("reading", size_of(walked_.inputs));
        for (Input &input : walked_.inputs) {
            if (input.is_stdin) {
                take_standard_input(input, standard_input);
                see_what_is_kept(input);
            }
            const bool is_stdin = input.is_stdin;
            pending_.push_back(reader_.prepare(std::move(input)));
            if (is_stdin && pending_.back().state != PendingSource::State::to_write) {
                ::unlink(pending_.back().input.file.c_str());
            }
        }
    }

    /// The same bytes again mend what is kept of them, where that is damaged: they count as
    /// changed.
    void see_what_is_kept(const Input &input) {
        const std::string key = "-:" + printable_path(input.path);
        const auto known = known_.find(key);
        if (known == known_.end()) {
            return;
        }
        Input kept = input_of(known->second);
        kept.file = path_ + "/" + index::archived_input(key);
        const Scan scan = ingesting::scan(kept, {});
        if (!scan.problem.empty() || scan.hash != known->second.hash ||
            !index::is_archived_as_written(path_, key)) {
            known->second.rules = 0;
        }
    }

    /// Copies standard input to where publishing the index will find it.
    void take_standard_input(Input &input, const InputCallback &standard_input) {
        if (!staging_) {
            spooled_ = std::make_unique<TemporaryFile>();
        }
        input.file = staging_ ? staging_->new_input_path("-") : spooled_->path();
        const Spool spooled = spool(standard_input, input.file);
        input.compressed_by_us = spooled.compressed_by_us;
        input.path = options_.stdin_name.empty() ? "stdin-" + spooled.hash.substr(0, 12)
                                                 : options_.stdin_name;
        if (staging_) {
            const std::string wanted = staging_->new_input_path("-:" + printable_path(input.path));
            std::error_code error;
            fs::rename(input.file, wanted, error);
            if (error) {
                throw Error(ErrorKind::cannot_write,
                            "cannot write " + wanted + ": " + error.message());
            }
            input.file = wanted;
            const fs::path kept =
                normal_path(staging_->archived_input_path("-:" + printable_path(input.path)));
            input.kept = kept.lexically_relative(normal_path(path_)).string();
        }
    }

    /// A folder without any file is as one that could not be looked at: a disk may not be mounted.
    void spare_empty_folders() {
        for (const std::string &folder : walked_.empty) {
            const std::string place = absolute_path(folder);
            const auto gone = std::count_if(known_.begin(), known_.end(), [&](const auto &entry) {
                return !entry.second.is_stdin && is_below(entry.second.file, place);
            });
            if (!options_.prune || options_.force || gone == 0) {
                continue;
            }
            walked_.unread.push_back(place);
            report_.failed.push_back(printable_path(folder));
            const auto said =
                std::find_if(report_.remarks.begin(), report_.remarks.end(),
                             [&](const Remark &one) { return one.path == report_.failed.back(); });
            said->text = "no file at all is in this folder, so its " + std::to_string(gone) +
                         (gone == 1 ? " source stays" : " sources stay") +
                         ": see whether a disk is not mounted; if they are meant to "
                         "go, add --force";
        }
    }

    /// Keys of sources below the given paths whose file no longer exists.
    std::vector<std::string> to_prune() const {
        std::vector<std::string> gone;
        if (!options_.prune) {
            return gone;
        }
        std::uint64_t ideas = 0, all_ideas = 0;
        std::unordered_set<std::string_view> read;
        for (const PendingSource &one : pending_) {
            read.insert(one.old_key);
        }
        for (const auto &[key, entry] : known_) {
            all_ideas += entry.ideas;
            if (read.count(key) == 0 && is_vanished(entry)) {
                gone.push_back(key);
                ideas += entry.ideas;
            }
        }
        const bool most = gone.size() * 2 > known_.size() || ideas * 2 > all_ideas;
        if (most && !options_.force) {
            throw Error(ErrorKind::usage,
                        "--prune would drop " + std::to_string(gone.size()) + " of " +
                            std::to_string(known_.size()) + " sources, more than half of the index",
                        "See whether a disk is not mounted; if this is meant, add --force");
        }
        return gone;
    }
    bool is_vanished(const SourceEntry &entry) const {
        const auto holds = [&](const std::vector<std::string> &folders) {
            return std::any_of(folders.begin(), folders.end(), [&](const std::string &folder) {
                return is_below(entry.file, folder);
            });
        };
        return !entry.is_stdin && holds(walked_.given) && !holds(walked_.unread) &&
               is_gone(entry.file);
    }

    void write(const std::vector<std::string> &dropped) {
        SourceWriter writer(staging_.get(), known_, reader_, report_);
        for (const std::string &key : dropped) {
            writer.drop(key);
        }
        writer.write(pending_, progress_);
        if (!staging_) {
            for (const auto &[key, entry] : known_) {
                report_.ideas_total += entry.ideas;
            }
            return;
        }
        report_.ideas_total = staging_->ideas();
        const bool other_synonyms = synonyms_ != staging_->synonyms();
        staging_->put_synonyms(synonyms_);
        if (writer.changed() || !existed_ || other_synonyms) {
            progress_.begin("publishing", 0);
            const index::Published published = staging_->publish(
                [this](std::uint64_t done, std::uint64_t total) { progress_.set(done, total); });
            report_.generation = published.generation;
            report_.ideas_total = published.ideas;
        }
    }

    std::string path_;
    const IngestOptions &options_;
    IngestReport report_;
    ProgressReporter progress_;
    SourceReader reader_;
    Walked walked_;
    std::unique_ptr<index::IndexWriter> staging_;
    std::unique_ptr<TemporaryFile> spooled_;
    std::map<std::string, SourceEntry> known_;
    std::vector<PendingSource> pending_;
    std::string synonyms_; ///< as the index keeps them
    bool existed_ = false;
};

} // namespace

IngestReport ingest(const std::string &index_path, const std::vector<std::string> &paths,
                    const IngestOptions &options, const ProgressCallback &progress,
                    const InputCallback &standard_input) {
    return Ingest(index_path, options, progress).run(paths, standard_input);
}

} // namespace ideary
