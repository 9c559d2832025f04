// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>
#include <mutex>

#include "index/reader/generation.hpp"
#include "search/context/derived_data.hpp"

namespace ideary::search {

/// The derived data of the generation in use. Safe to share between threads.
class GenerationCache {
  public:
    std::shared_ptr<const DerivedData> of(const index::Generation &generation) {
        const std::lock_guard guard(mutex_);
        const std::shared_ptr<const index::Generation> now = generation.shared_from_this();
        if (!data_ || generation_.lock() != now) {
            data_ = std::make_shared<DerivedData>();
            generation_ = now;
        }
        return data_;
    }

  private:
    std::mutex mutex_;
    std::shared_ptr<const DerivedData> data_;
    std::weak_ptr<const index::Generation> generation_;
};

} // namespace ideary::search
