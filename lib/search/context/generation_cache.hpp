// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What is worked out of a generation once, when it is first asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "index/reader/generation.hpp"
#include "schema/fields.hpp"
#include "search/context/phrase_cache.hpp"
#include "search/lexicon/spelling_dictionary.hpp"
#include "search/lexicon/synonyms.hpp"

namespace ideary::search {

/// Safe to share between threads. Knows nothing that would keep its generation alive.
class Known {
  public:
    const SpellingDictionary &vocabulary(const index::Generation &generation) const {
        std::call_once(vocabulary_once_, [&] { vocabulary_.emplace(generation.word_lists()); });
        return *vocabulary_;
    }
    const Synonyms &synonyms(const index::Generation &generation,
                             const Xapian::Database &database) const {
        std::call_once(synonyms_once_, [&] { synonyms_.emplace(generation.synonyms(database)); });
        return *synonyms_;
    }
    PhraseCache &phrases() const { return phrases_; }
    /// Folded language codes of the generation, those of most ideas first, at most max_languages.
    const std::vector<std::string> &languages(const index::Generation &generation,
                                              const Xapian::Database &database) const;

  private:
    mutable PhraseCache phrases_;
    mutable std::once_flag vocabulary_once_;
    mutable std::optional<SpellingDictionary> vocabulary_;
    mutable std::once_flag synonyms_once_;
    mutable std::optional<Synonyms> synonyms_;
    mutable std::once_flag languages_once_;
    mutable std::vector<std::string> languages_;
};

/// The Known of the generation in use. Safe to share between threads.
class GenerationCache {
  public:
    std::shared_ptr<const Known> of(const index::Generation &generation) {
        const std::lock_guard guard(mutex_);
        const std::shared_ptr<const index::Generation> now = generation.shared_from_this();
        if (!known_ || generation_.lock() != now) {
            known_ = std::make_shared<Known>();
            generation_ = now;
        }
        return known_;
    }

  private:
    std::mutex mutex_;
    std::shared_ptr<const Known> known_;
    std::weak_ptr<const index::Generation> generation_;
};

} // namespace ideary::search
