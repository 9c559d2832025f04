// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "index/analysis/terms.hpp"
#include "text/tokens.hpp"

namespace ideary::search {

/// What one running call needs to take text apart. Dear to make and not for two threads at once, so
/// they are lent out of a pool.
class AnalysisContext {
  public:
    text::Analyzer analyzer;
    std::vector<text::Token> tokens; ///< room for those of one text

    const index::Stemmer &stemmer(std::string_view language) {
        const auto found = stemmers_.find(language);
        return found != stemmers_.end()
                   ? found->second
                   : stemmers_.emplace(std::string(language), index::Stemmer(language))
                         .first->second;
    }

  private:
    std::map<std::string, index::Stemmer, std::less<>> stemmers_;
};

/// Safe to share between threads.
class WorkbenchPool {
  public:
    /// A bench for one running call: back in the pool when dropped.
    class Lease {
      public:
        explicit Lease(WorkbenchPool &pool) : pool_(pool), bench_(pool.take()) {}
        ~Lease() { pool_.give(std::move(bench_)); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        AnalysisContext &operator*() const { return *bench_; }

      private:
        WorkbenchPool &pool_;
        std::unique_ptr<AnalysisContext> bench_;
    };

  private:
    std::unique_ptr<AnalysisContext> take() {
        const std::lock_guard guard(mutex_);
        if (idle_.empty()) {
            return std::make_unique<AnalysisContext>();
        }
        std::unique_ptr<AnalysisContext> bench = std::move(idle_.back());
        idle_.pop_back();
        return bench;
    }
    void give(std::unique_ptr<AnalysisContext> bench) {
        const std::lock_guard guard(mutex_);
        idle_.push_back(std::move(bench));
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<AnalysisContext>> idle_; ///< as many as calls ran at the same time
};

} // namespace ideary::search
