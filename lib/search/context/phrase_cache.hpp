// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

namespace ideary::search {

/// Documents that match a phrase, cached per generation: synonyms of several words are few and
/// searched often. Safe to share between threads. A full cache is emptied.
class PhraseCache {
  public:
    using Docs = std::shared_ptr<const std::vector<Xapian::docid>>; ///< ascending

    /// The documents stored under a key; null: none.
    Docs find(const std::string &key) const {
        const std::lock_guard guard(mutex_);
        const auto found = docs_.find(key);
        return found == docs_.end() ? nullptr : found->second;
    }
    Docs put(const std::string &key, std::vector<Xapian::docid> docs) {
        const Docs kept = std::make_shared<const std::vector<Xapian::docid>>(std::move(docs));
        const std::size_t size = kept->size() + entry_cost;
        const std::lock_guard guard(mutex_);
        if (size_ + size > max_size) {
            docs_.clear();
            size_ = 0;
        }
        if (size <= max_size && docs_.emplace(key, kept).second) {
            size_ += size;
        }
        return kept;
    }

  private:
    static constexpr std::size_t max_size = 262'144; ///< documents: 1 MiB
    static constexpr std::size_t entry_cost = 64;    ///< of a key, in documents
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Docs> docs_;
    std::size_t size_ = 0;
};

} // namespace ideary::search
