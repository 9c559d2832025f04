// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/term_scorer.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

/// Seeking one document costs about as much as stepping over this many postings.
constexpr double seek_cost = 4;

/// Rounds to a multiple of 2^-32. Sums of such scores below 2^20 are exact, so they do not depend
/// on the order in which scorers run.
double rounded(double score) {
    constexpr double shift = 3.0 * (1 << 19); // 1.5 × 2^20: the last bit of a double is 2^-32
    return (score + shift) - shift;
}

} // namespace

TermScorer::TermScorer(const ScorerContext &context, const ScoredQuery &query,
                       const std::string &term, double boost)
    : context_(context), query_(query), lengths_(context.search.generation.lengths()) {
    const SearchContext &search = context.search;
    cost = search.statistics.doc_frequency(term);
    if (cost == 0) {
        return;
    }
    blocks_ = search.generation.block_postings().find(term);
    if (!blocks_) {
        postings_ = XapianPostingsCursor(search.database.postlist_begin(term));
    }
    weight_ = boost == 0 ? 0 : context.bm25.term_weight(cost) * boost;
    if (weight_ != 0) {
        const std::uint32_t max_wdf = search.statistics.max_wdf(term);
        max_score = rounded(max_wdf > 0 ? context.bm25.score(weight_, max_wdf, 0) : weight_);
    }
}

Xapian::docid TermScorer::advance(Xapian::docid target) {
    if (blocks_) {
        blocks_->seek(target);
        return blocks_->doc();
    }
    postings_.seek(target);
    return postings_.doc();
}

void TermScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                              DocBitSet &matches, Scores *scores) {
    const bool needs_wdf = scores != nullptr && weight_ != 0;
    const std::size_t count = blocks_ ? gather(*blocks_, window_start, filter, needs_wdf)
                                      : gather(postings_, window_start, filter, needs_wdf);
    for (std::size_t i = 0; i < count; ++i) {
        matches.set(offsets_[i]);
    }
    if (needs_wdf) {
        add_scores(window_start, count, *scores);
    }
}

/// Reads the postings of a window into offsets_ and wdfs_. Returns their number.
template <class Cursor>
std::size_t TermScorer::gather(Cursor &cursor, Xapian::docid window_start, const DocBitSet *filter,
                               bool needs_wdf) {
    // Postings past the columns are damage, which a quick open does not detect.
    const auto end = static_cast<Xapian::docid>(
        std::min<std::size_t>(window_start + window_size, lengths_.size()));
    const std::uint64_t *packed_facets = context_.packed_facets;
    std::size_t count = 0;
    const auto take = [&] {
        offsets_[count] = static_cast<std::uint16_t>(cursor.doc() - window_start);
        wdfs_[count] = needs_wdf ? cursor.wdf() : 0;
        // Both are read soon and lie far apart.
        __builtin_prefetch(lengths_.data() + cursor.doc());
        if (packed_facets != nullptr) {
            __builtin_prefetch(packed_facets + cursor.doc());
        }
        ++count;
    };
    const double expected = cost / std::max(context_.bm25.doc_count(), 1.0) * window_size;
    if (filter != nullptr && static_cast<double>(filter->count()) * seek_cost < expected) {
        filter->each([&](std::size_t i) {
            const Xapian::docid doc = window_start + static_cast<Xapian::docid>(i);
            cursor.seek(doc);
            if (cursor.doc() == doc && doc < end) {
                take();
            }
        });
        return count;
    }
    for (cursor.seek(window_start); cursor.doc() < end; cursor.step()) {
        if (filter == nullptr || filter->test(cursor.doc() - window_start)) {
            take();
        }
    }
    return count;
}

/// A loop of its own, so that the divisions overlap.
void TermScorer::add_scores(Xapian::docid window_start, std::size_t count, Scores &scores) const {
    const Bm25 bm25 = context_.bm25;
    const std::uint32_t *lengths = lengths_.data() + window_start;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t offset = offsets_[i];
        scores[offset] += rounded(bm25.score(weight_, wdfs_[i], lengths[offset]));
    }
}

bool TermScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    DocBitSet itself;
    itself.set(0);
    const bool has_score = weight_ != 0;
    const std::size_t count = blocks_ ? gather(*blocks_, doc, &itself, has_score)
                                      : gather(postings_, doc, &itself, has_score);
    if (count > 0 && has_score) {
        const double score = rounded(context_.bm25.score(weight_, wdfs_[0], lengths_[doc]));
        leaves.push_back({&query_, score, wdfs_[0]});
    }
    return count > 0;
}

} // namespace ideary::search
