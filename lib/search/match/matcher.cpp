// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/matcher.hpp"

#include "search/match/scorer_builder.hpp"

namespace ideary::search {

Matcher::Matcher(const SearchContext &context, const ScoredQuery &query, bool reads_facets)
    : context_{context, Bm25(context.statistics),
               reads_facets ? context.generation.packed_facets().by_doc.data() : nullptr},
      root_(make_scorer(context_, query)) {}

bool Matcher::next_window(double min_competitive_score) {
    for (const std::size_t i : docs_) {
        scores_[i] = 0;
    }
    matches_.clear();
    docs_.clear();
    const Xapian::docid doc = root_->advance(next_start_);
    if (doc == no_doc) {
        return false;
    }
    window_start_ = doc;
    next_start_ = doc > no_doc - window_size ? no_doc : doc + window_size;
    root_->set_min_competitive_score(min_competitive_score);
    root_->score_window(window_start_, nullptr, matches_, &scores_);
    docs_.assign(matches_);
    return true;
}

bool has_match(const SearchContext &context, const ScoredQuery &query) {
    Matcher matcher(context, query);
    while (matcher.next_window()) {
        if (matcher.docs().size() > 0) {
            return true;
        }
    }
    return false;
}

} // namespace ideary::search
