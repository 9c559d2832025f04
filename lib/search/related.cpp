// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/related.hpp"

#include "search/expansion.hpp"

namespace ideary::search {
Clause related_clause(const Scene &scene, const std::vector<Ranked> &hits, const Plan &plan) {
    std::vector<Clause> words;
    for (const RelatedTerm &term : related_terms(scene, hits)) {
        words.push_back(scaled(term_clause(term.name), term.share));
    }
    if (words.empty()) {
        return {};
    }
    return combined(Clause::Kind::filter, {combined(Clause::Kind::any, words), plan.restriction});
}

} // namespace ideary::search
