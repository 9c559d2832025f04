// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include "search/match/scorers.hpp"

namespace ideary::search {
namespace {

/// Reading where a term stands costs about as much as so many postings.
constexpr double position_cost = 100;
/// Documents whose positions are read one by one, at most.
constexpr std::size_t most_judged = 64;

} // namespace

PhraseScorer::PhraseScorer(const Ground &ground, const ScoredQuery &clause, double factor)
    : scene_(ground.scene), clause_(clause),
      positions_(ground.scene.database, clause.terms,
                 clause.kind == ScoredQuery::Kind::near ? clause.reach : 0) {
    Parts terms;
    for (const std::string &term : clause.terms) {
        terms.push_back(std::make_unique<TermScorer>(ground, term, factor));
    }
    const std::size_t count = terms.size();
    terms_ = std::make_unique<ConjunctionScorer>(ground, std::move(terms), count);
    key_ = std::to_string(clause.kind == ScoredQuery::Kind::near ? clause.reach : 0);
    for (const std::string &term : clause.terms) {
        key_ += ' ' + term;
    }
    matches_ = scene_.known.phrases().find(key_);
    cost = terms_->cost * position_cost;
    most = terms_->most;
}

void PhraseScorer::read_all() {
    class Reader : public Xapian::MatchSpy {
      public:
        void operator()(const Xapian::Document &document, double) override {
            docs.push_back(document.get_docid());
        }
        std::vector<Xapian::docid> docs;
    };
    Reader reader;
    Xapian::Enquire enquire(scene_.database);
    const bool near = clause_.kind == ScoredQuery::Kind::near;
    enquire.set_query(
        {near ? Xapian::Query::OP_NEAR : Xapian::Query::OP_PHRASE, clause_.terms.begin(),
         clause_.terms.end(),
         near ? clause_.reach : static_cast<Xapian::termcount>(clause_.terms.size())});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.add_matchspy(&reader);
    enquire.get_mset(0, 0, scene_.database.get_doccount());
    matches_ = scene_.known.phrases().put(key_, std::move(reader.docs));
}

/// Those of the documents of a window that the engine told.
Bits PhraseScorer::told(Xapian::docid first, const Bits *among) const {
    Bits matching;
    auto doc = std::lower_bound(matches_->begin(), matches_->end(), first);
    for (; doc != matches_->end() && *doc - first < window_size; ++doc) {
        matching.set(*doc - first);
    }
    if (among != nullptr) {
        matching.keep(*among);
    }
    return matching;
}

Xapian::docid PhraseScorer::next(Xapian::docid from) {
    if (!matches_) {
        return terms_->next(from);
    }
    const auto doc = std::lower_bound(matches_->begin(), matches_->end(), from);
    return doc == matches_->end() ? no_doc : *doc;
}

void PhraseScorer::match(Xapian::docid first, const Bits *among, Bits &found, Scores *scores) {
    if (!matches_ && (judged_ > most_judged || among == nullptr)) {
        read_all();
    }
    Scores *own = scores == nullptr ? nullptr : &scores_;
    all_.clear();
    if (matches_) {
        const Bits matching = told(first, among);
        terms_->match(first, &matching, all_, own);
        touched_ = all_;
    } else {
        terms_->match(first, among, all_, own);
        touched_ = all_;
        judged_ += all_.count();
        positions_.keep(first, all_);
    }
    found.add(all_);
    hand_over(all_, touched_, scores_, scores);
}

} // namespace ideary::search
