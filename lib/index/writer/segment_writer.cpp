// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/segment_writer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include "ideary/error.hpp"
#include "index/analysis/document_terms.hpp"
#include "index/analysis/terms.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/files.hpp"
#include "index/storage/space.hpp"
#include "index/storage/xapian_errors.hpp"
#include "index/writer/writer_database.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t max_batch_ideas = 10'000;
/// Batches in one segment. More make adding slower; fewer make more segments, each with its own
/// piece of every long postings list.
constexpr std::uint32_t max_batches = 32;
/// A merge opens all segments at once, a few files each. From this number on, segments grow
/// instead.
constexpr std::size_t max_segments = 100;

std::size_t text_bytes(const Idea &idea) {
    return idea.title.size() + idea.body.size();
}

} // namespace

/// One segment on disk. It is thrown away after a failure, so nothing of it is synced.
class SegmentWriter::SegmentDatabase {
  public:
    explicit SegmentDatabase(std::string path) : path_(std::move(path)) {
        translate_xapian(path_, [this] {
            database_ = Xapian::WritableDatabase(
                path_, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
            mark_as_ours(database_);
        });
    }
    const std::string &path() const { return path_; }

    void write(const std::vector<AddedIdea> &batch) {
        translate_xapian(path_, [&] {
            for (const AddedIdea &added : batch) {
                Xapian::Document document = maker_.make(added.idea, added.source_key);
                document.set_data(pack_staged(added.idea, added.source_key));
                database_.add_document(document);
            }
            database_.commit();
        });
    }

  private:
    std::string path_;
    Xapian::WritableDatabase database_;
    DocumentMaker maker_;
};

SegmentWriter::SegmentWriter(std::string folder, std::size_t batch_bytes)
    : folder_(std::move(folder)), batch_bytes_(batch_bytes) {}

SegmentWriter::~SegmentWriter() {
    for (Worker &worker : workers_) {
        if (worker.pending.valid()) {
            worker.pending.wait();
        }
        worker.writer.reset();
    }
    try {
        remove_all_of(folder_);
    } catch (const Error &) {
        // The next writer clears it away.
    }
}

void SegmentWriter::require_working() const {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

template <class F> decltype(auto) SegmentWriter::guarded(F &&f) {
    require_working();
    try {
        return f();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

SegmentWriter::Key SegmentWriter::key_of(const std::string &id) {
    const std::string term = id_term(id);
    const XXH128_hash_t hash = XXH3_128bits(term.data(), term.size());
    return {hash.high64, hash.low64};
}

bool SegmentWriter::has(const std::string &id) const {
    require_working();
    return places_.count(key_of(id)) != 0;
}

std::uint64_t SegmentWriter::ideas() const {
    require_working();
    return places_.size();
}

std::string SegmentWriter::path_of(std::size_t segment) const {
    return fmt::format("{}/{:03}", folder_, segment);
}

bool SegmentWriter::add(const Idea &idea, const std::string &source_key) {
    if (idea.id.empty()) {
        throw Error(ErrorKind::internal, "an idea without an id: " + idea.title);
    }
    return guarded([&] {
        const bool is_replacing = put({within_limits(idea), source_key});
        if (bytes_ >= batch_bytes_ || batch_.size() >= max_batch_ideas) {
            submit_batch();
        }
        return is_replacing;
    });
}

/// Adds to the batch, in the place of an idea with the same id.
bool SegmentWriter::put(AddedIdea added) {
    bytes_ += text_bytes(added.idea);
    const auto [known, is_new] = places_.try_emplace(key_of(added.idea.id));
    Place &place = known->second;
    if (!is_new) {
        const std::optional<std::size_t> segment = workers_[turn_].segment;
        const bool in_this_segment = !batch_.empty() && place.segment == segment;
        const std::size_t written = in_this_segment ? segments_[*segment].ideas - batch_.size() : 0;
        if (in_this_segment && place.number > written) {
            batch_[place.number - written - 1] = std::move(added);
            return true;
        }
        replaced_.push_back(place);
    }
    place = next_place();
    batch_.push_back(std::move(added));
    return !is_new;
}

SegmentWriter::Place SegmentWriter::next_place() {
    std::optional<std::size_t> &segment = workers_[turn_].segment;
    const bool full =
        segment && segments_[*segment].batches >= max_batches && segments_.size() < max_segments;
    if (batch_.empty() && (!segment || full)) {
        segment = segments_.size();
        segments_.emplace_back();
    }
    return {static_cast<std::uint32_t>(*segment), ++segments_[*segment].ideas};
}

/// Hands the batch to the worker whose turn it is, after its previous batch was written.
void SegmentWriter::submit_batch() {
    Worker &worker = workers_[turn_];
    if (worker.pending.valid()) {
        worker.pending.get();
    }
    if (!on_disk_) {
        make_folder(folder_);
        on_disk_ = true;
    }
    ++segments_[*worker.segment].batches;
    auto write = [&worker, path = path_of(*worker.segment), batch = std::move(batch_)] {
        if (!worker.writer || worker.writer->path() != path) {
            worker.writer.reset();
            worker.writer = std::make_unique<SegmentDatabase>(path);
        }
        worker.writer->write(batch);
    };
    worker.pending = std::async(std::launch::async, std::move(write));
    batch_.clear();
    bytes_ = 0;
    turn_ = (turn_ + 1) % workers_.size();
}

void SegmentWriter::finish() {
    if (!batch_.empty()) {
        submit_batch();
    }
    for (Worker &worker : workers_) {
        if (worker.pending.valid()) {
            worker.pending.get();
        }
        worker.writer.reset();
    }
}

void SegmentWriter::remove_replaced() {
    std::stable_sort(replaced_.begin(), replaced_.end(),
                     [](const Place &a, const Place &b) { return a.segment < b.segment; });
    for (auto at = replaced_.begin(); at != replaced_.end();) {
        const std::uint32_t segment = at->segment;
        Xapian::WritableDatabase database(path_of(segment), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (; at != replaced_.end() && at->segment == segment; ++at) {
            database.delete_document(at->number);
        }
        database.commit();
    }
}

void SegmentWriter::compact_into(const std::string &path) {
    Xapian::Database all;
    for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
        all.add_database(Xapian::Database(path_of(segment), Xapian::DB_BACKEND_GLASS));
    }
    const std::string merged = folder_ + "/merged";
    make_folder(merged); // with the permissions of the umask
    all.compact(merged);
    if (all.get_doccount() != places_.size()) {
        throw Error(ErrorKind::internal,
                    "the segments in " + folder_ + " do not hold what was added");
    }
    all.close();
    remove_all_of(merged + "/flintlock");
    sync_all_of(merged);
    rename_and_sync(merged, path);
}

void SegmentWriter::merge_into(const std::string &path) {
    guarded([&] {
        finish();
        std::uint64_t bytes = 0;
        for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
            bytes += folder_bytes(path_of(segment));
        }
        need_space(folder_, bytes);
        translate_xapian(folder_, [&] {
            remove_replaced();
            compact_into(path);
        });
        remove_all_of(folder_);
    });
}

} // namespace ideary::index
