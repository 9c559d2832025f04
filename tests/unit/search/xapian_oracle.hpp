// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The same scored query, matched by Xapian: the scorers have to find the same.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include <xapian.h>

#include "index/reader/generation.hpp"
#include "search/context/weights.hpp"
#include "search/match/column_scorer.hpp"
#include "search/match/scored_query.hpp"

namespace search_test {

using ideary::search::ScoredQuery;
/// Makes words typed twice count twice.
inline constexpr double bm25_k3 = 1000;

using Weights = std::map<Xapian::docid, double>;

/// Documents that were matched before, with their weights.
class FixedWeights : public Xapian::PostingSource {
  public:
    explicit FixedWeights(Weights weights) : weights_(std::move(weights)), at_(weights_.end()) {}
    Xapian::doccount get_termfreq_min() const override { return size(); }
    Xapian::doccount get_termfreq_est() const override { return size(); }
    Xapian::doccount get_termfreq_max() const override { return size(); }
    void init(const Xapian::Database &) override {
        started_ = false;
        double max_weight = 0;
        for (const auto &[doc, weight] : weights_) {
            max_weight = std::max(max_weight, weight);
        }
        set_maxweight(max_weight);
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

class XapianOracle {
  public:
    XapianOracle(const ideary::index::Generation &generation, Xapian::Database database)
        : generation_(generation), database_(std::move(database)) {}

    /// All matches with their scores.
    Weights matches(const ScoredQuery &scored) {
        Weights weights = run(compile(scored));
        for (auto &[doc, weight] : weights) {
            weight *= ideary::search::score_scale;
        }
        return weights;
    }

  private:
    using Kind = ScoredQuery::Kind;
    using Op = Xapian::Query;

    Weights run(const Xapian::Query &query) {
        struct WeightSpy : Xapian::MatchSpy {
            void operator()(const Xapian::Document &document, double weight) override {
                seen.emplace(document.get_docid(), weight);
            }
            Weights seen;
        };
        WeightSpy spy;
        if (!query.empty()) {
            Xapian::Enquire enquire(database_);
            enquire.set_query(query);
            enquire.set_weighting_scheme(Xapian::BM25Weight(ideary::search::bm25_k1, 0, bm25_k3,
                                                            ideary::search::bm25_b,
                                                            ideary::search::bm25_min_length));
            enquire.add_matchspy(&spy);
            enquire.get_mset(0, 1, database_.get_doccount());
        }
        return spy.seen;
    }

    Xapian::Query compile(const ScoredQuery &scored) {
        const Xapian::Query query = unboosted(scored);
        return scored.boost == 1 || query.empty() ? query : Xapian::Query(scored.boost, query);
    }

    Xapian::Query fixed(Weights weights) {
        return weights.empty() ? Xapian::Query()
                               : Xapian::Query((new FixedWeights(std::move(weights)))->release());
    }

    /// Within some groups Xapian credits phrases to documents that only hold their words; alone it
    /// matches them right.
    Xapian::Query phrase(const ScoredQuery &scored) {
        const bool near = scored.kind == Kind::near;
        const auto window =
            static_cast<Xapian::termcount>(near ? scored.near_window : scored.terms.size());
        return fixed(run({near ? Op::OP_NEAR : Op::OP_PHRASE, scored.terms.begin(),
                          scored.terms.end(), window}));
    }

    Xapian::Query columns(const ScoredQuery &scored) {
        Weights weights;
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            if (ideary::search::column_matches(generation_, scored, doc)) {
                weights.emplace(doc, 0);
            }
        }
        return Xapian::Query(0, fixed(std::move(weights)));
    }

    Xapian::Query unboosted(const ScoredQuery &scored) {
        switch (scored.kind) {
        case Kind::match_none:
            return {};
        case Kind::term:
            return Xapian::Query(scored.terms.front());
        case Kind::phrase:
        case Kind::near:
            return phrase(scored);
        case Kind::match_all:
        case Kind::values:
        case Kind::years:
            return columns(scored);
        default:
            return group(scored);
        }
    }

    Xapian::Query group(const ScoredQuery &scored) {
        std::vector<Xapian::Query> children;
        for (const ScoredQuery &child : scored.children) {
            // Xapian splits a sum directly below a maximum; a factor keeps it whole.
            const Xapian::Query query = compile(child);
            children.push_back(
                scored.kind == Kind::dis_max && !query.empty() ? Xapian::Query(2, query) : query);
        }
        const auto joined = [&](Op::op op, std::size_t from) {
            return Xapian::Query(op, children.begin() + static_cast<std::ptrdiff_t>(from),
                                 children.end());
        };
        switch (scored.kind) {
        case Kind::or_:
            return joined(Op::OP_OR, 0);
        case Kind::and_:
            return joined(Op::OP_AND, 0);
        case Kind::dis_max:
            return {0.5, joined(Op::OP_MAX, 0)};
        case Kind::and_maybe:
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
