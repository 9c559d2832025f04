// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "index/reader/generation.hpp"
#include "index/reader/snapshot_statistics.hpp"
#include "search/context/analysis_context.hpp"
#include "search/context/derived_data.hpp"

namespace ideary::search {

/// What one running call works with. Everything it refers to outlives the call; the database handle
/// and the analysis context belong to this call alone.
struct SearchContext {
    SearchContext(const index::Generation &opened, Xapian::Database &handle,
                  AnalysisContext &borrowed, const DerivedData &data)
        : generation(opened), database(handle), statistics(opened, handle), analysis(borrowed),
          derived(data) {}

    const index::Generation &generation;
    Xapian::Database &database;
    index::SnapshotStatistics statistics;
    AnalysisContext &analysis;
    const DerivedData &derived;

    const SpellingDictionary &spelling() const { return derived.spelling(statistics); }
    const Synonyms &synonyms() const { return derived.synonyms(generation, database); }
    /// Folded language codes of the index, those of most ideas first, at most max_languages.
    const std::vector<std::string> &languages() const { return derived.languages(statistics); }
};

} // namespace ideary::search
