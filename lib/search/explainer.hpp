// SPDX-License-Identifier: GPL-2.0-or-later
// Where the score of a hit comes from, term by term. Computed beside the engine out of the same
// query: that both agree is a test.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "search/collect.hpp"
#include "search/compiled.hpp"
#include "search/origins.hpp"

namespace ideary::search {

class Explainer {
  public:
    /// docs: those that will be asked for. related: the query was made of the hits, not typed.
    Explainer(const Scene &scene, const Xapian::Query &query, const Origins &origins,
              const std::vector<Xapian::docid> &docs);
    /// What each term gave, the largest first; together the score. related: the terms were taken
    /// from other hits, and their sum is scaled to the score.
    std::vector<Contribution> explain(const Ranked &ranked, const Idea &idea, bool related);
    std::string in_words() const { return search::in_words(compiled_); }

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
    Part walk(const Compiled &part, double factor);
    Part sum(const Compiled &part, double factor);
    Part best(const Compiled &part, double factor);
    Part term(const Compiled &part, double factor) const;
    Part judged(const Compiled &part, double factor) const;
    void read_texts(const Idea &idea);
    void place(Contribution &contribution, const std::string &language);

    const Scene &scene_;
    const Origins &origins_;
    Compiled compiled_;
    double mean_length_;
    Xapian::docid doc_ = 0;
    double length_ = 0;                                         ///< of the document, over the mean
    std::unordered_map<std::string, Xapian::termcount> counts_; ///< of the document's terms
    std::vector<Text> texts_;                                   ///< of the idea
};

} // namespace ideary::search
