// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The ideas of a run into an empty index, written as several databases (segments) by two threads
// and merged at the end. One database would be written by one thread, and most of the time is spent
// on finding the position of a term among all that it holds.
#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::index {

/// One idea and the source it came with.
struct AddedIdea {
    Idea idea;
    std::string source_key;
};

/// Nothing is durable before merge_into returns. The result depends on the ideas and their order
/// alone, not on which thread is faster.
class SegmentWriter {
  public:
    /// Writes nothing and starts no thread before there are batch_bytes of text. Segments are
    /// made in `folder`, which the destructor removes.
    SegmentWriter(std::string folder, std::size_t batch_bytes);
    ~SegmentWriter();
    SegmentWriter(const SegmentWriter &) = delete;
    SegmentWriter &operator=(const SegmentWriter &) = delete;

    /// Adds an idea; true if it replaced one of the same id. A failure of a thread is thrown by
    /// this or a later call, and by each call after that.
    bool add(const Idea &idea, const std::string &source_key);
    bool has(const std::string &id) const;
    std::uint64_t ideas() const;

    /// Whether nothing is on disk: then take_ideas returns all ideas.
    bool only_in_memory() const { return !on_disk_; }
    std::vector<AddedIdea> take_ideas() { return std::move(batch_); }
    /// Merges all segments into one database at a path that does not exist, and removes them.
    /// Throws io, cannot_write.
    void merge_into(const std::string &path);

  private:
    class SegmentDatabase;
    /// A segment while it is planned: what was handed over may not be written yet.
    struct Segment {
        std::uint32_t ideas = 0;
        std::uint32_t batches = 0;
    };
    /// One thread at a time writes its batches, segment after part.
    struct Worker {
        std::unique_ptr<SegmentDatabase>
            writer; ///< used by the thread of `pending`, if there is one
        std::future<void> pending;
        std::optional<std::size_t> segment; ///< that its batches go to
    };
    struct Place {
        std::uint32_t segment = 0, number = 0; ///< number: document in the segment, from 1
    };
    struct Key {
        std::uint64_t high, low;
        bool operator==(const Key &) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key &key) const { return key.low; }
    };

    static Key key_of(const std::string &id);
    bool put(AddedIdea added);
    Place next_place();
    void submit_batch();
    void finish();
    void remove_replaced();
    void compact_into(const std::string &path);
    std::string path_of(std::size_t segment) const;
    void require_working() const;
    template <class F> decltype(auto) guarded(F &&f);

    std::string folder_;
    std::size_t batch_bytes_;
    std::vector<Segment> segments_;
    std::array<Worker, 2> workers_;
    std::size_t turn_ = 0; ///< the worker that the batch goes to
    std::vector<AddedIdea> batch_;
    std::size_t bytes_ = 0; ///< of the batch
    std::unordered_map<Key, Place, KeyHash> places_;
    std::vector<Place> replaced_; ///< written, then replaced by an idea of another batch
    std::exception_ptr failure_;
    bool on_disk_ = false;
};

} // namespace ideary::index
