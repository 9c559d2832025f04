// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/scorer.hpp"

#include <algorithm>

#include "search/match/scorers.hpp"

namespace ideary::search {
namespace {

using Kind = ScoredQuery::Kind;

/// Makes the parts of one matcher.
class Builder {
  public:
    explicit Builder(const Ground &ground) : ground_(ground) {}

    std::unique_ptr<Scorer> part(const ScoredQuery &clause, double factor) const {
        factor *= clause.factor;
        switch (clause.kind) {
        case Kind::nothing:
            return std::make_unique<DisjunctionScorer>(Parts());
        case Kind::term:
            return std::make_unique<TermScorer>(ground_, clause.terms.front(), factor);
        case Kind::phrase:
        case Kind::near:
            return std::make_unique<PhraseScorer>(ground_, clause, factor);
        case Kind::everything:
        case Kind::values:
        case Kind::years:
            return std::make_unique<ColumnScorer>(ground_.scene, clause);
        default:
            return group(clause, factor);
        }
    }

  private:
    std::unique_ptr<Scorer> group(const ScoredQuery &clause, double factor) const {
        if (clause.kind == Kind::any) {
            Parts children;
            add_any(clause, factor, children);
            return std::make_unique<DisjunctionScorer>(std::move(children));
        }
        Parts children;
        for (const ScoredQuery &child : clause.children) {
            const bool weighs =
                children.empty() || (clause.kind != Kind::filter && clause.kind != Kind::without);
            children.push_back(part(child, weighs ? factor : 0));
        }
        if (clause.kind == Kind::best) {
            return std::make_unique<DisMaxScorer>(std::move(children));
        }
        if (clause.kind == Kind::maybe || clause.kind == Kind::without) {
            return std::make_unique<FirstPart>(std::move(children), clause.kind == Kind::without);
        }
        const std::size_t scored = clause.kind == Kind::filter ? 1 : children.size();
        return std::make_unique<ConjunctionScorer>(ground_, std::move(children), scored);
    }

    /// Sums within a sum are one sum.
    void add_any(const ScoredQuery &clause, double factor, Parts &children) const {
        for (const ScoredQuery &child : clause.children) {
            if (child.kind == Kind::any) {
                add_any(child, factor * child.factor, children);
            } else {
                children.push_back(part(child, factor));
            }
        }
    }

    const Ground &ground_;
};

} // namespace

Matcher::Matcher(const SearchContext &scene, const ScoredQuery &clause, bool counts)
    : ground_(std::make_unique<Ground>(Ground{scene, Bm25(scene.database)})) {
    if (counts) {
        ground_->records = scene.generation.facet_records().of.data();
    }
    root_ = Builder(*ground_).part(clause, 1);
    sum_ = dynamic_cast<DisjunctionScorer *>(root_.get());
}

Matcher::~Matcher() = default;

bool Matcher::next(double worth) {
    for (const std::size_t i : places_) {
        scores_[i] = 0;
    }
    found_.clear();
    places_.clear();
    const Xapian::docid doc = root_->next(from_);
    if (doc == no_doc) {
        return false;
    }
    first_ = doc;
    from_ = doc > no_doc - window_size ? no_doc : doc + window_size;
    if (sum_ != nullptr && worth > 0) {
        sum_->match_worth(first_, worth, found_, scores_);
    } else {
        root_->match(first_, nullptr, found_, &scores_);
    }
    places_.read(found_);
    return true;
}

bool holds(const index::Generation &generation, const ScoredQuery &clause, Xapian::docid doc) {
    if (!generation.exists(doc)) {
        return false;
    }
    if (clause.kind == Kind::years) {
        const int year = generation.year(doc);
        return clause.from <= year && year <= clause.to;
    }
    const auto values = clause.kind == Kind::values ? generation.column(clause.field).of(doc)
                                                    : std::span<const std::uint32_t>();
    return clause.kind == Kind::everything ||
           std::any_of(values.begin(), values.end(), [&](std::uint32_t ordinal) {
               return ordinal < clause.ordinals.size() && clause.ordinals[ordinal];
           });
}

bool has_match(const SearchContext &scene, const ScoredQuery &clause) {
    Matcher matcher(scene, clause);
    while (matcher.next()) {
        if (matcher.places().size() > 0) {
            return true;
        }
    }
    return false;
}

} // namespace ideary::search
