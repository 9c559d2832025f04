// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Constants of the ranking. bench/judged/README.md holds the measurements behind them.
#pragma once

#include <cstddef>

namespace ideary::search {

/// BM25 as Xapian defines it. The index multiplies the wdf of words by ten, so that field weights
/// may be fractions; hence k1 = 1.2 × 10.
inline constexpr double bm25_k1 = 12;
inline constexpr double bm25_b = 0.65;
inline constexpr double bm25_min_length = 0.5;
/// Scales scores to those of k1 = 1.2: one occurrence in a text of mean length scores its idf.
inline constexpr double score_scale = 2.2 / 13;

/// Burstiness: a stem is boosted by ((F + 1) / n)^burstiness_exponent, where F is its collection
/// frequency and n its document frequency.
inline constexpr double burstiness_exponent = 0.75;
/// Boost of exact forms, which are searched beside stems.
inline constexpr double exact_form_boost = 0.1;
/// The wdf of a field's own words is not multiplied by ten: (k1 + 1) × 10 / (k1 + 10).
inline constexpr double field_boost = 13.0 * 10 / (12 + 10);
/// Boost of the word that replaces a misspelled one.
inline constexpr double correction_boost = 0.8;

/// In a small index document frequencies are noisy, so background_docs talks are added to the
/// index, which hold a stem as often as talks do (corpus/background.txt). An index of more than
/// background_max_ratio × background_docs ideas uses its own frequencies alone.
inline constexpr double background_docs = 1000;
inline constexpr double background_max_ratio = 20;

/// Equivalent synonyms, and two words that the index has as one: boost for w words typed is
/// synonym_boost × (1 + synonym_boost_per_word × (w - 1)), at most what the words typed weigh.
/// A synonym of n > 2 words is a phrase and scores the sum of its words, so it is scaled by 2 / n.
inline constexpr double synonym_boost = 0.7;
inline constexpr double synonym_boost_per_word = 0.5;
/// Related terms: boost where ideas hold what was typed, and where none does; at most
/// max_related_terms of those in the index for one word group.
inline constexpr double related_term_boost = 0.3;
inline constexpr double related_term_boost_without_hits = 0.7;
inline constexpr int max_related_terms = 4;
/// Words that more ideas hold get no related terms: they fill every page themselves.
inline constexpr double related_term_max_docs = 200;
/// Synonyms and corrections of one query.
inline constexpr std::size_t max_synonyms = 64;
inline constexpr std::size_t max_corrections = 12;
/// Boost of the words of a compound, searched separately, and how many compounds of one query are.
inline constexpr double compound_parts_boost = 0.8;
inline constexpr std::size_t max_compound_parts = 16;
/// Boost of words one edit away from a word with `~`.
inline constexpr double fuzzy_boost = 0.5;
/// A correction replaces a word of another language of the index only if it is this many times as
/// frequent.
inline constexpr double foreign_frequency_ratio = 10;
/// Boost of a word of Chinese, Japanese or Thai that is found by its pairs of characters only.
inline constexpr double bigram_boost = 0.5;

/// Words that one prefix (`word*`) or fuzzy word (`word~`) stands for; terms read for a prefix;
/// words that all of one query stand for.
inline constexpr std::size_t max_expansion = 64;
inline constexpr std::size_t max_visited_terms = 4096;
inline constexpr std::size_t max_expansions = 128;
/// Words, phrases and values of one query, counted in every group that holds them.
inline constexpr std::size_t max_leaves = 128;
/// Languages of the index whose stemmers are tried for a word.
inline constexpr std::size_t max_languages = 12;
/// Values of a filter that are searched as terms; more are tested in the column.
inline constexpr std::size_t max_value_terms = 64;

/// Related ideas fill a list up to this length.
inline constexpr std::size_t related_fill_to = 10;
/// Terms taken from the best hits.
inline constexpr std::size_t max_feedback_terms = 10;
/// Terms that occur in the same talks as those of the query, and the boost of the strongest.
inline constexpr std::size_t max_cooccurring_terms = 30;
inline constexpr double cooccurrence_boost = 1;
/// Terms in a larger share of all ideas are no feedback terms.
inline constexpr double feedback_max_df_ratio = 0.2;

/// With `expand`: hits that feedback terms are taken from, and the boost of the best term.
inline constexpr std::size_t feedback_hits = 10;
inline constexpr double feedback_boost = 0.15;
/// With `expand`: each of the first smoothing_depth hits takes smoothing_weight of its score from
/// its smoothing_neighbours most similar hits, if hits have smoothing_min_mean_stems distinct stems
/// on average. Hits more similar than duplicate_similarity (cosine) count as the same text.
inline constexpr std::size_t smoothing_depth = 100;
inline constexpr std::size_t smoothing_neighbours = 10;
inline constexpr double smoothing_weight = 0.4;
inline constexpr double smoothing_min_mean_stems = 20;
inline constexpr double duplicate_similarity = 0.85;

/// Deepest hit that can be requested.
inline constexpr std::size_t max_depth = 10000;

} // namespace ideary::search
