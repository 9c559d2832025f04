// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which ideas hold a phrase, remembered for a generation: synonyms of several words are few, and
// sought again and again.
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

/// Safe to share between threads. Full, it forgets everything and begins anew.
class PhraseCache {
  public:
    using Docs = std::shared_ptr<const std::vector<Xapian::docid>>; ///< ascending

    /// What put was given for a key; null when it is not there.
    Docs find(const std::string &key) const {
        const std::lock_guard guard(mutex_);
        const auto found = docs_.find(key);
        return found == docs_.end() ? nullptr : found->second;
    }
    Docs put(const std::string &key, std::vector<Xapian::docid> docs) {
        const Docs kept = std::make_shared<const std::vector<Xapian::docid>>(std::move(docs));
        const std::size_t size = kept->size() + entry_cost;
        const std::lock_guard guard(mutex_);
        if (held_ + size > most_held) {
            docs_.clear();
            held_ = 0;
        }
        if (size <= most_held && docs_.emplace(key, kept).second) {
            held_ += size;
        }
        return kept;
    }

  private:
    static constexpr std::size_t most_held = 262'144; ///< documents: 1 MiB
    static constexpr std::size_t entry_cost = 64;     ///< what a key costs, in documents
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Docs> docs_;
    std::size_t held_ = 0;
};

} // namespace ideary::search
