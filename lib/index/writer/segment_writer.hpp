// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The ideas of a run into an empty index, written as several databases (parts) on two threads and
// merged at the end. One database would be written by one thread, and finding the places of new
// ideas among all that it holds takes most of its time.
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

/// Nothing of it is durable before merge_into has ended. What ends up where depends on the ideas
/// and their order alone, never on which thread was faster.
class SegmentWriter {
  public:
    /// Nothing is written, and no thread made, before there are batch_bytes of text. Parts are
    /// made in `folder`, which is removed with this object.
    SegmentWriter(std::string folder, std::size_t batch_bytes);
    ~SegmentWriter();
    SegmentWriter(const SegmentWriter &) = delete;
    SegmentWriter &operator=(const SegmentWriter &) = delete;

    /// Adds an idea, replacing what has its id; true when it did. What a thread failed with is
    /// thrown by this call or a later one, and by each after that.
    bool add(const Idea &idea, const std::string &source_key);
    bool has(const std::string &id) const;
    std::uint64_t ideas() const;

    /// Whether there is nothing on disk: then take_ideas gives all.
    bool only_in_memory() const { return !on_disk_; }
    std::vector<AddedIdea> take_ideas() { return std::move(batch_); }
    /// Makes one database of all, at a path where nothing is, and removes the parts. Throws io,
    /// cannot_write.
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
            writer; ///< used by the thread behind busy, if there is one
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
    std::vector<Place> replaced_; ///< written, then replaced by what stands in another batch
    std::exception_ptr failure_;
    bool on_disk_ = false;
};

} // namespace ideary::index
