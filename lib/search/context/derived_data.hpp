// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "index/reader/generation.hpp"
#include "index/reader/snapshot_statistics.hpp"
#include "search/context/phrase_cache.hpp"
#include "search/context/weights.hpp"
#include "search/lexicon/spelling_dictionary.hpp"
#include "search/lexicon/synonyms.hpp"

namespace ideary::search {

/// Data computed from one generation on first use. Safe to share between threads. Does not keep the
/// generation alive.
class DerivedData {
  public:
    const SpellingDictionary &spelling(const index::SnapshotStatistics &statistics) const {
        std::call_once(spelling_once_, [&] { spelling_.emplace(statistics); });
        return *spelling_;
    }
    const Synonyms &synonyms(const index::Generation &generation,
                             const Xapian::Database &database) const {
        std::call_once(synonyms_once_, [&] { synonyms_.emplace(generation.synonyms(database)); });
        return *synonyms_;
    }
    const std::vector<std::string> &languages(const index::SnapshotStatistics &statistics) const {
        std::call_once(languages_once_, [&] { languages_ = statistics.languages(max_languages); });
        return languages_;
    }
    PhraseCache &phrases() const { return phrases_; }

  private:
    mutable PhraseCache phrases_;
    mutable std::once_flag spelling_once_, synonyms_once_, languages_once_;
    mutable std::optional<SpellingDictionary> spelling_;
    mutable std::optional<Synonyms> synonyms_;
    mutable std::vector<std::string> languages_;
};

} // namespace ideary::search
