// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The constants of the ranking, with where each comes from (measurements on judged collections).
#pragma once

#include <cstddef>

#include <xapian.h>

namespace ideary::search {

/// BM25 as Xapian defines it. The index counts words times ten (so that half a word can be said),
/// hence k1 1.2 × 10. k3 makes words typed twice count twice.
inline constexpr double bm25_k1 = 12;
inline constexpr double bm25_b = 0.65;
inline constexpr double bm25_k3 = 1000;
inline constexpr double bm25_min_length = 0.5;
/// Makes scores those of k1 1.2: a word that stands once in a text of mean length scores its idf.
inline constexpr double score_scale = 2.2 / 13;

/// Each word × ((F + 1) / n)^0.75: F its weighted occurrences, n the ideas that hold it.
inline constexpr double burst_power = 0.75;
/// Exact forms beside stems.
inline constexpr double exact_weight = 0.1;
/// A field's own words are counted once, not times ten: (k1 + 1) × 10 / (k1 + 10).
inline constexpr double field_weight = 13.0 * 10 / (12 + 10);
/// The word that was probably meant.
inline constexpr double guess_weight = 0.8;
/// How rare a word is in few ideas is chance: its share of thousands of talks (corpus/common.txt)
/// counts as that of so many ideas more; in indexes of so many times more it is left out.
inline constexpr double prior_ideas = 1000;
inline constexpr double prior_up_to = 20;
/// Another name of the same thing, and neighbours written as one word; a name for several words
/// gets so much of it more for each further word. Of a phrase of n words 2/n of it beyond two, as
/// the engine weighs a phrase by the sum of its words. Not more than the words typed weigh.
inline constexpr double same_weight = 0.7;
inline constexpr double same_weight_more = 0.5;
/// (A known name of several words, standing as such, counts in full beside its words.)
/// What is near in meaning, where ideas hold what was typed, and where none does; so many of what a
/// word is near to, the first that the index has.
inline constexpr double near_weight = 0.3;
inline constexpr double near_weight_alone = 0.7;
inline constexpr int max_near = 4;
/// Words that more ideas hold fill every page themselves: what is near to them is not sought, it
/// would only cost time.
inline constexpr double near_up_to = 200;
/// Synonyms of one query that are searched, and words of one query that are corrected, at most.
inline constexpr std::size_t max_synonyms = 64;
inline constexpr std::size_t max_guesses = 12;
/// The words of a compound, where they stand apart.
inline constexpr double apart_weight = 0.8;
/// Other words than the one with `~`.
inline constexpr double typo_weight = 0.5;
/// How many times more frequent the word probably meant is than a form of another language.
inline constexpr double foreign_share = 10;
/// A dictionary word found only by its pairs of characters.
inline constexpr double pairs_weight = 0.5;

/// Words that a start (`word*`) or a typo (`word~`) stands for, at most; those looked at for a
/// start; and all such words of one query.
inline constexpr std::size_t max_expansion = 64;
inline constexpr std::size_t max_visited = 4096;
inline constexpr std::size_t max_expansions = 128;
/// Words, phrases, values of a query, each counted in every group it stands in.
inline constexpr std::size_t max_leaves = 128;
/// Languages of the index whose stems are tried for a word that the query's language does not find.
inline constexpr std::size_t max_languages = 12;
/// Values named one by one in a query; more are looked up in the column.
inline constexpr std::size_t max_value_terms = 64;

/// Related ideas fill a list up to this many.
inline constexpr std::size_t related_up_to = 10;
inline constexpr std::size_t related_words = 10;
/// Words that stand in the same talks as those sought, and what the best of them weighs.
inline constexpr std::size_t associated_words = 30;
inline constexpr double associated_weight = 1;
/// Terms in more than this share of all ideas say nothing of what a hit is about.
inline constexpr double related_max_share = 0.2;

/// With expand: so many hits give words to the query, the best of them at this weight.
inline constexpr std::size_t feedback_hits = 10;
inline constexpr double feedback_weight = 0.15;
/// And of so many hits the score becomes in this part that of so many hits most like them, where
/// they have so many stems in the mean. More alike than same_text are the same text.
inline constexpr std::size_t neighbours_among = 100;
inline constexpr std::size_t neighbours = 10;
inline constexpr double neighbours_share = 0.4;
inline constexpr double neighbours_least_stems = 20;
inline constexpr double same_text = 0.85;

inline Xapian::BM25Weight bm25() {
    return {bm25_k1, 0, bm25_k3, bm25_b, bm25_min_length};
}

/// Deepest hit that can be asked for.
inline constexpr std::size_t max_depth = 10000;

} // namespace ideary::search
