// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/analysis/terms.hpp"
#include "text/tokens.hpp"

namespace ideary::search {

/// The analyzer and stemmers of one running call. Expensive to make and not thread-safe, so calls
/// borrow one from a pool.
class AnalysisContext {
  public:
    text::Analyzer analyzer;
    std::vector<text::Token> tokens; ///< reused from text to text

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
class AnalysisContextPool {
  public:
    /// Borrows a context; returns it to the pool when destroyed.
    class Lease {
      public:
        explicit Lease(AnalysisContextPool &pool) : pool_(pool), context_(pool.acquire()) {}
        ~Lease() { pool_.release(std::move(context_)); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        AnalysisContext &operator*() const { return *context_; }

      private:
        AnalysisContextPool &pool_;
        std::unique_ptr<AnalysisContext> context_;
    };

  private:
    std::unique_ptr<AnalysisContext> acquire() {
        const std::lock_guard guard(mutex_);
        if (idle_.empty()) {
            return std::make_unique<AnalysisContext>();
        }
        std::unique_ptr<AnalysisContext> context = std::move(idle_.back());
        idle_.pop_back();
        return context;
    }
    void release(std::unique_ptr<AnalysisContext> context) {
        const std::lock_guard guard(mutex_);
        idle_.push_back(std::move(context));
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<AnalysisContext>> idle_; ///< at most one per concurrent call
};

} // namespace ideary::search
