// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The same clause, compiled for the engine: what our own matcher finds has to be what it finds.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include <xapian.h>

#include "index/reader/generation.hpp"
#include "search/context/weights.hpp"
#include "search/match/scored_query.hpp"
#include "search/match/scorer.hpp"

namespace search_test {

using ideary::search::ScoredQuery;
using Weights = std::map<Xapian::docid, double>;

/// Documents that were judged before, with what they weigh.
class Judged : public Xapian::PostingSource {
  public:
    explicit Judged(Weights weights) : weights_(std::move(weights)), at_(weights_.end()) {}
    Xapian::doccount get_termfreq_min() const override { return size(); }
    Xapian::doccount get_termfreq_est() const override { return size(); }
    Xapian::doccount get_termfreq_max() const override { return size(); }
    void init(const Xapian::Database &) override {
        started_ = false;
        double most = 0;
        for (const auto &[doc, weight] : weights_) {
            most = std::max(most, weight);
        }
        set_maxweight(most);
    }
    void next(double) override {
        at_ = started_ ? std::next(at_) : weights_.begin();
        started_ = true;
    }
    void skip_to(Xapian::docid doc, double) override {
        at_ = weights_.lower_bound(started_ && at_ != weights_.end() ? std::max(doc, at_->first)
                                                                     : doc);
        started_ = true;
    }
    bool at_end() const override { return started_ && at_ == weights_.end(); }
    Xapian::docid get_docid() const override { return at_->first; }
    double get_weight() const override { return at_->second; }

  private:
    Xapian::doccount size() const { return static_cast<Xapian::doccount>(weights_.size()); }
    Weights weights_;
    Weights::const_iterator at_;
    bool started_ = false;
};

class EngineOracle {
  public:
    EngineOracle(const ideary::index::Generation &generation, Xapian::Database database)
        : generation_(generation), database_(std::move(database)) {}

    /// All that matches, with its score.
    Weights matches(const ScoredQuery &clause) {
        Weights weights = run(compile(clause));
        for (auto &[doc, weight] : weights) {
            weight *= ideary::search::score_scale;
        }
        return weights;
    }

  private:
    using Kind = ScoredQuery::Kind;
    using Op = Xapian::Query;

    Weights run(const Xapian::Query &query) {
        struct Spy : Xapian::MatchSpy {
            void operator()(const Xapian::Document &document, double weight) override {
                seen.emplace(document.get_docid(), weight);
            }
            Weights seen;
        };
        Spy spy;
        if (!query.empty()) {
            Xapian::Enquire enquire(database_);
            enquire.set_query(query);
            enquire.set_weighting_scheme(ideary::search::bm25());
            enquire.add_matchspy(&spy);
            enquire.get_mset(0, 1, database_.get_doccount());
        }
        return spy.seen;
    }

    Xapian::Query compile(const ScoredQuery &clause) {
        const Xapian::Query query = unscaled(clause);
        return clause.factor == 1 || query.empty() ? query : Xapian::Query(clause.factor, query);
    }

    Xapian::Query judged(Weights weights) {
        return weights.empty() ? Xapian::Query()
                               : Xapian::Query((new Judged(std::move(weights)))->release());
    }

    /// The engine credits phrases within some groups to documents that hold only their words; alone
    /// it judges them right.
    Xapian::Query together(const ScoredQuery &clause) {
        const bool near = clause.kind == Kind::near;
        const auto reach =
            static_cast<Xapian::termcount>(near ? clause.reach : clause.terms.size());
        return judged(run(
            {near ? Op::OP_NEAR : Op::OP_PHRASE, clause.terms.begin(), clause.terms.end(), reach}));
    }

    Xapian::Query of_columns(const ScoredQuery &clause) {
        Weights weights;
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            if (ideary::search::holds(generation_, clause, doc)) {
                weights.emplace(doc, 0);
            }
        }
        return Xapian::Query(0, judged(std::move(weights)));
    }

    Xapian::Query unscaled(const ScoredQuery &clause) {
        switch (clause.kind) {
        case Kind::nothing:
            return {};
        case Kind::term:
            return Xapian::Query(clause.terms.front());
        case Kind::phrase:
        case Kind::near:
            return together(clause);
        case Kind::everything:
        case Kind::values:
        case Kind::years:
            return of_columns(clause);
        default:
            return group(clause);
        }
    }

    Xapian::Query group(const ScoredQuery &clause) {
        std::vector<Xapian::Query> children;
        for (const ScoredQuery &child : clause.children) {
            // A sum directly below a maximum is taken apart by the engine; a factor keeps it whole.
            const Xapian::Query query = compile(child);
            children.push_back(clause.kind == Kind::best && !query.empty() ? Xapian::Query(2, query)
                                                                           : query);
        }
        const auto joined = [&](Op::op op, std::size_t from) {
            return Xapian::Query(op, children.begin() + static_cast<std::ptrdiff_t>(from),
                                 children.end());
        };
        switch (clause.kind) {
        case Kind::any:
            return joined(Op::OP_OR, 0);
        case Kind::all:
            return joined(Op::OP_AND, 0);
        case Kind::best:
            return {0.5, joined(Op::OP_MAX, 0)};
        case Kind::maybe:
            return {Op::OP_AND_MAYBE, children.front(), joined(Op::OP_OR, 1)};
        case Kind::filter:
            return {Op::OP_FILTER, children.front(), joined(Op::OP_AND, 1)};
        default:
            return {Op::OP_AND_NOT, children.front(), joined(Op::OP_OR, 1)};
        }
    }

    const ideary::index::Generation &generation_;
    Xapian::Database database_;
};

} // namespace search_test
