// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/complete.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_statistics.hpp"
#include "schema/fields.hpp"

namespace ideary::search {

/// Words and values of a generation, for completing a query by prefix. Building takes time linear
/// in the size of the generation. Immutable; safe to share between threads.
class Completions {
  public:
    explicit Completions(const index::SnapshotStatistics &statistics,
                         const index::Generation &generation);
    /// Completions of the last word of a query, at most `limit`: words or values, then field names.
    /// Empty after whitespace and for queries that are too long.
    std::vector<Completion> complete(std::string_view query, std::size_t limit) const;

  private:
    struct Entry {
        std::string folded, shown;
        std::uint32_t ideas = 0;
    };
    std::vector<const Entry *> words(const std::string &prefix, std::size_t limit) const;
    std::vector<const Entry *> values(schema::FieldId field, const std::string &prefix,
                                      std::size_t limit) const;
    void add_column(const index::SnapshotStatistics &statistics, const index::FacetColumn &column,
                    schema::FieldId field);

    std::vector<Entry> words_; ///< in byte order
    std::array<std::vector<Entry>, schema::field_count> values_;
};

/// The Completions of the generation in use. Safe to share between threads.
class CompletionCache {
  public:
    std::shared_ptr<const Completions> of(const index::SnapshotStatistics &statistics,
                                          const index::Generation &generation);

  private:
    std::mutex mutex_;
    std::shared_ptr<const Completions> completions_;
    std::weak_ptr<const index::Generation> generation_;
};

} // namespace ideary::search
