// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/related.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

#include "search/planner.hpp"
#include "search/weights.hpp"

namespace ideary::search {
namespace {

struct Term {
    std::string name;
    double score = 0;
};

/// Stems of the merged list: the prefix, and no capital of a field behind it.
bool is_merged_stem(const std::string &term, const std::string &prefix) {
    return term.size() > prefix.size() &&
           !(term[prefix.size()] >= 'A' && term[prefix.size()] <= 'Z');
}

/// Σ over the hits of score share × saturated frequency; the idf follows when terms are few.
std::unordered_map<std::string, double> gather(const Scene &scene,
                                               const std::vector<Ranked> &hits) {
    const std::string prefix(schema::stem_prefix);
    double sum = 0;
    for (const Ranked &hit : hits) {
        sum += hit.score;
    }
    std::unordered_map<std::string, double> scores;
    for (const Ranked &hit : hits) {
        const double share = sum > 0 ? hit.score / sum : 1.0 / static_cast<double>(hits.size());
        auto term = scene.database.termlist_begin(hit.doc);
        term.skip_to(prefix);
        for (; term != scene.database.termlist_end(hit.doc); ++term) {
            const std::string name = *term;
            if (name.compare(0, prefix.size(), prefix) != 0) {
                break;
            }
            if (is_merged_stem(name, prefix)) {
                const double wdf = term.get_wdf();
                scores[name] += share * wdf / (wdf + bm25_k1);
            }
        }
    }
    return scores;
}

std::vector<Term> best_terms(const Scene &scene, const std::vector<Ranked> &hits) {
    const double ideas = scene.database.get_doccount();
    std::vector<Term> terms;
    for (const auto &[name, weight] : gather(scene, hits)) {
        const double frequency = scene.database.get_termfreq(name);
        if (frequency >= 2 && frequency <= std::max(2.0, related_max_share * ideas)) {
            const double idf = std::log((ideas - frequency + 0.5) / (frequency + 0.5));
            terms.push_back({name, weight * std::max(idf, 0.0)});
        }
    }
    std::sort(terms.begin(), terms.end(), [](const Term &a, const Term &b) {
        return a.score != b.score ? a.score > b.score : a.name < b.name;
    });
    terms.resize(std::min(terms.size(), related_terms));
    return terms;
}

} // namespace

Clause related_clause(const Scene &scene, const std::vector<Ranked> &hits, const Plan &plan) {
    const std::vector<Term> terms = best_terms(scene, hits);
    std::vector<Clause> queries;
    for (const Term &term : terms) {
        if (term.score > 0) {
            queries.push_back(scaled(term_clause(term.name), term.score / terms.front().score));
        }
    }
    if (queries.empty()) {
        return {};
    }
    return combined(Clause::Kind::filter, {combined(Clause::Kind::any, queries), plan.restriction});
}

} // namespace ideary::search
