// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/phrase_scorer.hpp"

#include <algorithm>

#include "search/match/boolean_scorers.hpp"
#include "search/match/term_scorer.hpp"

namespace ideary::search {
namespace {

/// Reading the positions of a document costs about as much as this many postings.
constexpr double position_cost = 100;
/// Candidates that are checked one by one.
constexpr std::size_t max_verified = 64;

} // namespace

PhraseScorer::PhraseScorer(const ScorerContext &context, const ScoredQuery &query, double boost)
    : search_(context.search), query_(query),
      positions_(context.search.database, query.terms, query.near_window) {
    ScorerList terms;
    cache_key_ = std::to_string(query.near_window);
    for (const std::string &term : query.terms) {
        terms.push_back(std::make_unique<TermScorer>(context, query, term, boost));
        cache_key_ += ' ' + term;
    }
    const std::size_t count = terms.size();
    terms_ = std::make_unique<ConjunctionScorer>(context, std::move(terms), count);
    matches_ = search_.derived.phrases().find(cache_key_);
    cost = terms_->cost * position_cost;
    max_score = terms_->max_score;
}

void PhraseScorer::match_all_documents() {
    class DocCollector : public Xapian::MatchSpy {
      public:
        void operator()(const Xapian::Document &document, double) override {
            docs.push_back(document.get_docid());
        }
        std::vector<Xapian::docid> docs;
    };
    DocCollector collector;
    Xapian::Enquire enquire(search_.database);
    const bool is_near = query_.kind == ScoredQuery::Kind::near;
    enquire.set_query(
        {is_near ? Xapian::Query::OP_NEAR : Xapian::Query::OP_PHRASE, query_.terms.begin(),
         query_.terms.end(),
         is_near ? query_.near_window : static_cast<Xapian::termcount>(query_.terms.size())});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 0, search_.statistics.doc_count());
    matches_ = search_.derived.phrases().put(cache_key_, std::move(collector.docs));
}

DocBitSet PhraseScorer::cached_matches(Xapian::docid window_start, const DocBitSet *filter) const {
    DocBitSet matches;
    auto doc = std::lower_bound(matches_->begin(), matches_->end(), window_start);
    for (; doc != matches_->end() && *doc - window_start < window_size; ++doc) {
        matches.set(*doc - window_start);
    }
    if (filter != nullptr) {
        matches.intersect(*filter);
    }
    return matches;
}

Xapian::docid PhraseScorer::advance(Xapian::docid target) {
    if (!matches_) {
        return terms_->advance(target);
    }
    const auto doc = std::lower_bound(matches_->begin(), matches_->end(), target);
    return doc == matches_->end() ? no_doc : *doc;
}

void PhraseScorer::score_window(Xapian::docid window_start, const DocBitSet *filter,
                                DocBitSet &matches, Scores *scores) {
    if (!matches_ && (verified_ > max_verified || filter == nullptr)) {
        match_all_documents();
    }
    Scores *own = scores == nullptr ? nullptr : &scores_;
    found_.clear();
    if (matches_) {
        const DocBitSet candidates = cached_matches(window_start, filter);
        terms_->score_window(window_start, &candidates, found_, own);
        scored_ = found_;
    } else {
        terms_->score_window(window_start, filter, found_, own);
        scored_ = found_;
        verified_ += found_.count();
        positions_.keep_matches(window_start, found_);
    }
    matches.unite(found_);
    add_and_clear(found_, scored_, scores_, scores);
}

bool PhraseScorer::explain(Xapian::docid doc, std::vector<LeafScore> &leaves) {
    std::vector<LeafScore> terms;
    DocBitSet itself;
    itself.set(0);
    if (!terms_->explain(doc, terms)) {
        return false;
    }
    positions_.keep_matches(doc, itself);
    LeafScore sum{&query_, 0, 0};
    for (const LeafScore &term : terms) {
        sum.score += term.score;
    }
    if (sum.score > 0 && !itself.empty()) {
        leaves.push_back(sum);
    }
    return !itself.empty();
}

} // namespace ideary::search
