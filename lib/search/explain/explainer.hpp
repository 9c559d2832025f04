// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Where the score of a hit comes from, term by term. Computed beside the matcher out of the same
// clause: that both agree is a test.
#pragma once

#include <string>
#include <vector>

#include "search/collect/collect.hpp"
#include "search/context/bm25.hpp"
#include "search/explain/term_origins.hpp"
#include "search/match/scored_query.hpp"

namespace ideary::search {

class Explainer {
  public:
    Explainer(const SearchContext &scene, ScoredQuery clause, const Origins &origins);
    /// What each term gave, the largest first; together the score. related: the clause was made of
    /// other hits, not typed, and the sum is scaled to the score.
    std::vector<Contribution> explain(const ScoredDoc &ranked, const Idea &idea, bool related);
    std::string in_words() const;

  private:
    struct Part {
        bool matches = false;
        double weight = 0;
        std::vector<Contribution> list;
    };
    struct Text {
        std::string field;
        std::string text;
        std::set<std::string> forms, stems;
    };
    double frequency(const std::string &term) const;
    Part walk(const ScoredQuery &clause, double factor);
    Part sum(const ScoredQuery &clause, double factor);
    Part best(const ScoredQuery &clause, double factor);
    Part term(const ScoredQuery &clause, double factor) const;
    Part together(const ScoredQuery &clause, double factor) const;
    void read_texts(const Idea &idea);
    void place(Contribution &contribution, const std::string &language);

    const SearchContext &scene_;
    const Origins &origins_;
    ScoredQuery clause_;
    Bm25 bm25_;
    Xapian::docid doc_ = 0;
    std::vector<Text> texts_; ///< of the idea
};

} // namespace ideary::search
