// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/searcher.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "search/collect/collect.hpp"
#include "search/collect/facets.hpp"
#include "search/context/weights.hpp"
#include "search/explain/explainer.hpp"
#include "search/feedback/feedback_terms.hpp"
#include "search/feedback/related.hpp"
#include "search/highlight/highlighter.hpp"
#include "text/normal.hpp"

namespace ideary::search {
namespace {

PlanOptions plan_options(const SearchContext &scene, const SearchOptions &options) {
    PlanOptions plan;
    plan.language = text::language_code(options.language);
    plan.literal = options.literal;
    if (plan.language.empty()) {
        plan.language = scene.generation.majority_language();
    }
    return plan;
}

/// The query with the words that were searched in the place of those typed.
std::optional<std::string> did_you_mean(const Query &query, const Plan &plan) {
    if (plan.replaced.empty()) {
        return std::nullopt;
    }
    std::string said;
    std::size_t done = 0;
    for (const Replacement &replaced : plan.replaced) {
        const std::size_t node = query.text().find(replaced.text, replaced.offset);
        const std::size_t at = node + replaced.place.offset;
        if (node == std::string::npos || at < done) {
            continue;
        }
        said += query.text().substr(done, at - done) + replaced.word;
        done = std::max(at + replaced.place.length, replaced.until);
    }
    return said + query.text().substr(done);
}

/// What nothing typed stands for came from the best hits; what the words do not explain, from
/// hits like this one.
void explain_expansion(Hit &hit) {
    double sum = 0;
    for (Contribution &each : hit.contributions) {
        if (each.typed.empty() && each.origin == Origin::synonym) {
            each.origin = Origin::related;
        }
        sum += each.score;
    }
    if (std::abs(sum - hit.score) <= 1e-6 * std::max(1.0, hit.score)) {
        return;
    }
    Contribution like;
    like.term = "hits like this one";
    like.kind = TermKind::other;
    like.origin = Origin::related;
    like.score = hit.score - (1 - neighbours_share) * sum;
    for (Contribution &each : hit.contributions) {
        each.score *= 1 - neighbours_share;
    }
    const auto place = std::find_if(hit.contributions.begin(), hit.contributions.end(),
                                    [&](const auto &each) { return each.score < like.score; });
    hit.contributions.insert(place, std::move(like));
}

/// One search while it runs.
class Search {
  public:
    Search(const SearchContext &scene, const Query &query, const SearchOptions &options)
        : scene_(scene), query_(query), options_(options),
          plan_(make_plan(query.tree(), scene, plan_options(scene, options))),
          choices_(read_filters(options.filters, scene.generation)) {}

    Results run();

  private:
    void limit();
    bool expand();
    bool is_open() const;
    std::vector<ScoredDoc> related(const std::vector<ScoredDoc> &literal) const;
    Hit hit(const ScoredDoc &ranked, std::size_t rank);
    void explain(const std::vector<ScoredDoc> &list);

    const SearchContext &scene_;
    const Query &query_;
    const SearchOptions &options_;
    Plan plan_;
    std::vector<Choice> choices_;
    std::size_t first_ = 0, last_ = 0; ///< of the page, from 0
    bool expanded_ = false;            ///< by words of the best hits
    Results results_;
};

/// The page, within the deepest hit that can be asked for.
void Search::limit() {
    first_ = std::min(options_.offset, max_depth);
    last_ = first_ + std::min(options_.limit, max_depth - first_);
    if (options_.limit > 0 && last_ - first_ < options_.limit) {
        Remark remark;
        remark.text = "Only the first 10000 hits can be asked for; export has no such limit.";
        results_.remarks.push_back(std::move(remark));
    }
}

/// With expand, words of the best hits join the plan; false: they do not.
bool Search::expand() {
    const bool wanted = options_.expand && !options_.literal && options_.sort == Sort::relevance &&
                        plan_.words && plan_.loose;
    if (!wanted) {
        return false;
    }
    CollectOptions collecting;
    collecting.best = feedback_hits;
    collecting.count_all = false;
    collecting.choices = &choices_;
    plan_.clause = expanded_clause(scene_, collect(scene_, plan_.clause, collecting).best, plan_);
    return true;
}

Results Search::run() {
    results_.query = query_.text();
    results_.canonical = query_.canonical();
    results_.remarks = query_.remarks();
    results_.remarks.insert(results_.remarks.end(), plan_.remarks.begin(), plan_.remarks.end());
    results_.did_you_mean = did_you_mean(query_, plan_);
    limit();
    expanded_ = expand();
    CollectOptions collecting;
    collecting.best = options_.ids_only ? last_ : std::max(last_, related_up_to);
    if (expanded_) {
        collecting.best = std::max(collecting.best, neighbours_among);
    }
    collecting.sort = options_.sort;
    collecting.count_all = options_.exact_total;
    collecting.choices = &choices_;
    for (const std::string &name : options_.facets) {
        collecting.facets.push_back(facet_field(name));
    }
    Collected collected = collect(scene_, plan_.clause, collecting);
    results_.total = collected.total;
    for (Counts &counts : collected.counts) {
        results_.facets.push_back(
            make_facet(scene_, std::move(counts), choices_, options_.facet_limit));
    }
    std::vector<ScoredDoc> &list = collected.best;
    if (expanded_) {
        average_neighbours(scene_, list);
    }
    const std::vector<ScoredDoc> more = related(list);
    if (!more.empty()) {
        results_.related_from = list.size() + 1;
        list.insert(list.end(), more.begin(), more.end());
    }
    for (std::size_t rank = first_; rank < std::min(last_, list.size()); ++rank) {
        results_.hits.push_back(hit(list[rank], rank + 1));
    }
    if (options_.explain) {
        explain(list);
    }
    return std::move(results_);
}

/// Says of each hit on the page where its score comes from. list: all hits, from the first on.
void Search::explain(const std::vector<ScoredDoc> &list) {
    const std::string language = plan_options(scene_, options_).language;
    const Origins origins(query_.tree(), plan_, scene_, language);
    Explainer literal(scene_, plan_.clause, origins);
    results_.explanation = {language, query_.outline(), literal.in_words()};
    const std::size_t found = results_.related_from ? *results_.related_from - 1 : list.size();
    std::optional<Explainer> related;
    if (found < list.size()) {
        const std::vector<ScoredDoc> from(list.begin(),
                                          list.begin() + static_cast<std::ptrdiff_t>(found));
        related.emplace(scene_, related_clause(scene_, from, plan_), origins);
    }
    for (Hit &hit : results_.hits) {
        const bool is_related = hit.rank > found;
        hit.contributions =
            (is_related ? *related : literal).explain(list[hit.rank - 1], hit.idea, is_related);
        if (expanded_ && !is_related) {
            explain_expansion(hit);
        }
    }
}

/// Whether it only names words, any of which may match: then related ideas are an answer though
/// nothing matches. Who demands, excludes or chooses wants nothing else.
bool Search::is_open() const {
    const QueryNode &tree = query_.tree();
    return choices_.empty() &&
           (tree.kind == QueryNode::Kind::word || tree.kind == QueryNode::Kind::any ||
            tree.kind == QueryNode::Kind::query) &&
           std::all_of(tree.children.begin(), tree.children.end(), [](const QueryNode &child) {
               return child.kind == QueryNode::Kind::word && child.field.empty() && !child.must &&
                      !child.must_not;
           });
}

/// Fills a list of fewer than ten; never after a search for exact words only.
std::vector<ScoredDoc> Search::related(const std::vector<ScoredDoc> &literal) const {
    const bool wanted = !options_.literal && !options_.ids_only &&
                        options_.sort == Sort::relevance && plan_.words && plan_.loose &&
                        literal.size() < related_up_to && (!literal.empty() || is_open());
    if (!wanted) {
        return {};
    }
    std::vector<Xapian::docid> without;
    for (const ScoredDoc &hit : literal) {
        without.push_back(hit.doc);
    }
    std::sort(without.begin(), without.end());
    CollectOptions collecting;
    collecting.best = related_up_to - literal.size();
    collecting.count_all = false;
    collecting.choices = &choices_;
    collecting.without = &without;
    std::vector<ScoredDoc> best =
        collect(scene_, related_clause(scene_, literal, plan_), collecting).best;
    // They stand below what was found, and so do their scores.
    const float top = best.empty() ? 0 : best.front().score;
    const float limit = literal.empty() ? top : literal.back().score;
    const float factor = top > limit ? limit / top : 1;
    for (ScoredDoc &ranked : best) {
        ranked.score *= factor;
    }
    return best;
}

Hit Search::hit(const ScoredDoc &ranked, std::size_t rank) {
    Hit hit;
    hit.rank = rank;
    hit.score = static_cast<double>(ranked.score);
    if (options_.ids_only) {
        hit.idea.id = scene_.generation.id(ranked.doc);
        return hit;
    }
    hit.idea = scene_.generation.idea(ranked.doc, false);
    const std::string &language = hit.idea.language;
    const Read title = read(hit.idea.title, language, plan_.wanted, scene_.bench);
    hit.title = mark(hit.idea.title, title);
    const std::string_view body = scene_.generation.body(ranked.doc);
    if (!body.empty() && options_.snippet_length > 0) {
        const Read words = read(body, language, plan_.wanted, scene_.bench);
        hit.snippet = snippet(body, words, options_.snippet_length);
    }
    return hit;
}

} // namespace

Results search(const SearchContext &scene, const Query &query, const SearchOptions &options) {
    return Search(scene, query, options).run();
}

Facet count_facet(const SearchContext &scene, const std::string &field, const Query &query,
                  const SearchOptions &options) {
    PlanOptions planning = plan_options(scene, options);
    planning.correct = false; // counts cannot say that another word was counted
    const Plan plan = make_plan(query.tree(), scene, planning);
    const std::vector<Choice> choices = read_filters(options.filters, scene.generation);
    CollectOptions collecting;
    collecting.best = 0;
    collecting.choices = &choices;
    collecting.facets = {facet_field(field)};
    Collected collected = collect(scene, plan.clause, collecting);
    return make_facet(scene, std::move(collected.counts.front()), choices, 0);
}

std::vector<Xapian::docid> matches(const SearchContext &scene, const Query &query,
                                   const std::vector<Filter> &filters) {
    PlanOptions planning = plan_options(scene, {});
    planning.correct = false;
    const Plan plan = make_plan(query.tree(), scene, planning);
    const std::vector<Choice> choices = read_filters(filters, scene.generation);
    CollectOptions collecting;
    collecting.best = std::numeric_limits<std::size_t>::max();
    collecting.choices = &choices;
    std::vector<std::pair<std::string_view, Xapian::docid>> ids;
    for (const ScoredDoc &ranked : collect(scene, plan.clause, collecting).best) {
        ids.emplace_back(scene.generation.id(ranked.doc), ranked.doc);
    }
    std::sort(ids.begin(), ids.end());
    std::vector<Xapian::docid> docs;
    for (const auto &[id, doc] : ids) {
        docs.push_back(doc);
    }
    return docs;
}

} // namespace ideary::search
