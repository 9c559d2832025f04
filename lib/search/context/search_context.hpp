// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How often terms of the index stand where. Of the words without a field the word lists know it,
// also that there are none; others the engine looks up.
#pragma once

#include <string>

#include "search/plan/compiled_query.hpp"

namespace ideary::search {

/// How many ideas hold a term.
inline Xapian::doccount frequency_of(const SearchContext &scene, const std::string &term) {
    const index::ForwardIndex &lists = scene.generation.word_lists();
    if (const auto number = lists.find(term)) {
        return lists.ideas(*number);
    }
    const bool merged = index::is_merged_stem(term) || index::is_merged_form(term);
    return merged ? 0 : scene.database.get_termfreq(term);
}

/// Its wdf in all of them.
inline Xapian::termcount occurrences_of(const SearchContext &scene, const std::string &term) {
    const index::ForwardIndex &lists = scene.generation.word_lists();
    const auto number = lists.find(term);
    return number ? lists.occurrences(*number) : scene.database.get_collection_freq(term);
}

} // namespace ideary::search
