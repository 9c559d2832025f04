// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/writer/segment_writer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include "ideary/error.hpp"
#include "index/analysis/document_terms.hpp"
#include "index/storage/files.hpp"
#include "index/storage/coding.hpp"
#include "index/storage/space.hpp"
#include "index/writer/writer_database.hpp"
#include "index/analysis/terms.hpp"
#include "index/storage/xapian_errors.hpp"

namespace ideary::index {
namespace {

constexpr std::size_t most_batch_ideas = 10'000;
/// Batches of a part. The more there are the longer it takes to add one; the fewer, the more parts
/// there are to merge, each with pieces of its own of every long list.
constexpr std::uint32_t most_batches = 32;
/// Merging opens all parts at once, a few files each: from so many on they grow instead.
constexpr std::size_t most_parts = 100;

std::size_t text_bytes(const Idea &idea) {
    return idea.title.size() + idea.body.size();
}

} // namespace

/// One part on disk. It is thrown away after a failure, so nothing of it is synced.
class Parts::PartWriter {
  public:
    explicit PartWriter(std::string path) : path_(std::move(path)) {
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
                Xapian::Document document = maker_.make(added.idea, added.owner);
                document.set_data(pack_staged(added.idea, added.owner));
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

Parts::Parts(std::string folder, std::size_t batch_bytes)
    : folder_(std::move(folder)), batch_bytes_(batch_bytes) {}

Parts::~Parts() {
    for (Lane &lane : lanes_) {
        if (lane.busy.valid()) {
            lane.busy.wait();
        }
        lane.writer.reset();
    }
    try {
        remove_all_of(folder_);
    } catch (const Error &) {
        // The next writer clears it away.
    }
}

void Parts::require_working() const {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
}

template <class F> decltype(auto) Parts::guarded(F &&f) {
    require_working();
    try {
        return f();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

Parts::Key Parts::key_of(const std::string &id) {
    const std::string term = id_term(id);
    const XXH128_hash_t hash = XXH3_128bits(term.data(), term.size());
    return {hash.high64, hash.low64};
}

bool Parts::has(const std::string &id) const {
    require_working();
    return places_.count(key_of(id)) != 0;
}

std::uint64_t Parts::ideas() const {
    require_working();
    return places_.size();
}

std::string Parts::path_of(std::size_t part) const {
    return fmt::format("{}/{:03}", folder_, part);
}

bool Parts::add(const Idea &idea, const std::string &owner) {
    if (idea.id.empty()) {
        throw Error(ErrorKind::internal, "an idea without an id: " + idea.title);
    }
    return guarded([&] {
        const bool is_replacing = put({within_limits(idea), owner});
        if (bytes_ >= batch_bytes_ || batch_.size() >= most_batch_ideas) {
            hand_over();
        }
        return is_replacing;
    });
}

/// Into the batch, in the place of what has its id there.
bool Parts::put(AddedIdea added) {
    bytes_ += text_bytes(added.idea);
    const auto [known, is_new] = places_.try_emplace(key_of(added.idea.id));
    Place &place = known->second;
    if (!is_new) {
        const std::optional<std::size_t> part = lanes_[turn_].part;
        const bool in_this_part = !batch_.empty() && place.part == part;
        const std::size_t written = in_this_part ? parts_[*part].ideas - batch_.size() : 0;
        if (in_this_part && place.number > written) {
            batch_[place.number - written - 1] = std::move(added);
            return true;
        }
        replaced_.push_back(place);
    }
    place = next_place();
    batch_.push_back(std::move(added));
    return !is_new;
}

Parts::Place Parts::next_place() {
    std::optional<std::size_t> &part = lanes_[turn_].part;
    const bool full = part && parts_[*part].batches >= most_batches && parts_.size() < most_parts;
    if (batch_.empty() && (!part || full)) {
        part = parts_.size();
        parts_.emplace_back();
    }
    return {static_cast<std::uint32_t>(*part), ++parts_[*part].ideas};
}

/// Gives the batch to the lane whose turn it is, once that has written the one before.
void Parts::hand_over() {
    Lane &lane = lanes_[turn_];
    if (lane.busy.valid()) {
        lane.busy.get();
    }
    if (!on_disk_) {
        make_folder(folder_);
        on_disk_ = true;
    }
    ++parts_[*lane.part].batches;
    auto write = [&lane, path = path_of(*lane.part), batch = std::move(batch_)] {
        if (!lane.writer || lane.writer->path() != path) {
            lane.writer.reset();
            lane.writer = std::make_unique<PartWriter>(path);
        }
        lane.writer->write(batch);
    };
    lane.busy = std::async(std::launch::async, std::move(write));
    batch_.clear();
    bytes_ = 0;
    turn_ = (turn_ + 1) % lanes_.size();
}

void Parts::finish() {
    if (!batch_.empty()) {
        hand_over();
    }
    for (Lane &lane : lanes_) {
        if (lane.busy.valid()) {
            lane.busy.get();
        }
        lane.writer.reset();
    }
}

void Parts::remove_replaced() {
    std::stable_sort(replaced_.begin(), replaced_.end(),
                     [](const Place &a, const Place &b) { return a.part < b.part; });
    for (auto at = replaced_.begin(); at != replaced_.end();) {
        const std::uint32_t part = at->part;
        Xapian::WritableDatabase database(path_of(part), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (; at != replaced_.end() && at->part == part; ++at) {
            database.delete_document(at->number);
        }
        database.commit();
    }
}

void Parts::compact_into(const std::string &path) {
    Xapian::Database all;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
        all.add_database(Xapian::Database(path_of(part), Xapian::DB_BACKEND_GLASS));
    }
    const std::string merged = folder_ + "/merged";
    all.compact(merged);
    if (all.get_doccount() != places_.size()) {
        throw Error(ErrorKind::internal, "the parts in " + folder_ + " do not hold what was added");
    }
    all.close();
    remove_all_of(merged + "/flintlock");
    sync_all_of(merged);
    rename_durably(merged, path);
}

void Parts::merge_into(const std::string &path) {
    guarded([&] {
        finish();
        std::uint64_t bytes = 0;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            bytes += folder_bytes(path_of(part));
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
