// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/searcher.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/collect/collector.hpp"
#include "search/collect/facets.hpp"
#include "search/context/weights.hpp"
#include "search/explain/explainer.hpp"
#include "search/feedback/feedback_terms.hpp"
#include "search/feedback/related_query.hpp"
#include "search/feedback/score_smoothing.hpp"
#include "search/highlight/highlighter.hpp"
#include "search/plan/query_compiler.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

CompileOptions compile_options(const SearchContext &context, const SearchOptions &options) {
    CompileOptions compiling;
    compiling.language = text::language_code(options.language);
    compiling.literal = options.literal;
    if (compiling.language.empty()) {
        compiling.language = context.statistics.majority_language();
    }
    return compiling;
}

/// The text of the query with its corrections; none if nothing was corrected.
std::optional<std::string> did_you_mean(const Query &query, const CompiledQuery &compiled) {
    if (compiled.rewritten.corrections.empty()) {
        return std::nullopt;
    }
    std::string corrected;
    std::size_t done = 0;
    for (const SpellingCorrection &correction : compiled.rewritten.corrections) {
        const std::size_t node = query.text().find(correction.node_text, correction.node_offset);
        const std::size_t at = node + correction.span.offset;
        if (node == std::string::npos || at < done) {
            continue;
        }
        corrected += query.text().substr(done, at - done) + correction.corrected;
        done = std::max(at + correction.span.length, correction.end_offset);
    }
    return corrected + query.text().substr(done);
}

/// One running search.
class Search {
  public:
    Search(const SearchContext &context, const Query &query, const SearchOptions &options)
        : context_(context), query_(query), options_(options),
          compiling_(compile_options(context, options)),
          compiled_(compile(query.tree(), context, compiling_)),
          filters_(resolve_filters(options.filters, context)) {}

    Results run();

  private:
    void set_page();
    bool may_add_terms() const;
    void expand();
    std::vector<ScoredDoc> collect_hits();
    std::vector<ScoredDoc> related(const std::vector<ScoredDoc> &hits) const;
    bool is_open() const;
    Hit hit(const ScoredDoc &scored, std::size_t rank) const;
    void explain(const std::vector<ScoredDoc> &hits);

    const SearchContext &context_;
    const Query &query_;
    const SearchOptions &options_;
    CompileOptions compiling_;
    CompiledQuery compiled_;
    std::vector<FieldFilter> filters_;
    std::size_t first_ = 0, last_ = 0; ///< ranks of the page, from 0
    bool is_expanded_ = false;
    Results results_;
};

Results Search::run() {
    results_.query = query_.text();
    results_.canonical = query_.canonical();
    results_.remarks = query_.remarks();
    results_.remarks.insert(results_.remarks.end(), compiled_.remarks.begin(),
                            compiled_.remarks.end());
    for (const FieldFilter &filter : filters_) {
        for (const std::string &text : filter.remarks) {
            results_.remarks.emplace_back().text = text;
        }
    }
    results_.did_you_mean = did_you_mean(query_, compiled_);
    set_page();
    if (options_.expand && may_add_terms()) {
        expand();
    }
    std::vector<ScoredDoc> hits = collect_hits();
    const std::vector<ScoredDoc> more = related(hits);
    if (!more.empty()) {
        results_.related_from = hits.size() + 1;
        hits.insert(hits.end(), more.begin(), more.end());
    }
    for (std::size_t rank = first_; rank < std::min(last_, hits.size()); ++rank) {
        results_.hits.push_back(hit(hits[rank], rank + 1));
    }
    if (options_.explain) {
        explain(hits);
    }
    return std::move(results_);
}

/// The page, within max_depth.
void Search::set_page() {
    first_ = std::min(options_.offset, max_depth);
    last_ = first_ + std::min(options_.limit, max_depth - first_);
    if (options_.limit > 0 && last_ - first_ < options_.limit) {
        Remark remark;
        remark.text = "Only the first 10000 hits can be asked for; export has no such limit.";
        results_.remarks.push_back(std::move(remark));
    }
}

/// Whether terms that were not typed may be searched: never for exact words only.
bool Search::may_add_terms() const {
    return !options_.literal && options_.sort == Sort::relevance && compiled_.has_scored_terms &&
           compiled_.has_unquoted_terms;
}

/// Adds the feedback terms of the best hits to the query.
void Search::expand() {
    CollectOptions collecting;
    collecting.top_k = feedback_hits;
    collecting.exact_total = false;
    collecting.filters = &filters_;
    const std::vector<ScoredDoc> best = collect(context_, compiled_.scored, collecting).top_docs;
    compiled_.scored = expanded_query(context_, best, compiled_);
    is_expanded_ = true;
}

/// The best hits in order, at least down to the end of the page; sets total and facets.
std::vector<ScoredDoc> Search::collect_hits() {
    CollectOptions collecting;
    collecting.top_k = options_.ids_only ? last_ : std::max(last_, related_fill_to);
    if (is_expanded_) {
        collecting.top_k = std::max(collecting.top_k, smoothing_depth);
    }
    collecting.sort = options_.sort;
    collecting.exact_total = options_.exact_total;
    collecting.filters = &filters_;
    for (const std::string &name : options_.facets) {
        collecting.facets.push_back(facet_field(name));
    }
    Collected collected = collect(context_, compiled_.scored, collecting);
    results_.total = collected.total;
    for (FacetCounts &counts : collected.facet_counts) {
        results_.facets.push_back(
            make_facet(context_, std::move(counts), filters_, options_.facet_limit));
    }
    if (is_expanded_) {
        smooth_scores_by_neighbours(context_, collected.top_docs);
    }
    return std::move(collected.top_docs);
}

/// Whether the query only names words, any of which may match. Only then are related ideas an
/// answer where nothing matches.
bool Search::is_open() const {
    const QueryNode &tree = query_.tree();
    return filters_.empty() &&
           (tree.kind == QueryNode::Kind::word || tree.kind == QueryNode::Kind::any ||
            tree.kind == QueryNode::Kind::query) &&
           std::all_of(tree.children.begin(), tree.children.end(), [](const QueryNode &child) {
               return child.kind == QueryNode::Kind::word && child.field.empty() && !child.must &&
                      !child.must_not;
           });
}

/// Related ideas that fill a short list, with scores below those of the hits.
std::vector<ScoredDoc> Search::related(const std::vector<ScoredDoc> &hits) const {
    const bool is_wanted = !options_.ids_only && may_add_terms() && hits.size() < related_fill_to &&
                           (!hits.empty() || is_open());
    if (!is_wanted) {
        return {};
    }
    std::vector<Xapian::docid> excluded;
    for (const ScoredDoc &hit : hits) {
        excluded.push_back(hit.doc);
    }
    std::sort(excluded.begin(), excluded.end());
    CollectOptions collecting;
    collecting.top_k = related_fill_to - hits.size();
    collecting.exact_total = false;
    collecting.filters = &filters_;
    collecting.excluded = &excluded;
    std::vector<ScoredDoc> best =
        collect(context_, related_query(context_, hits, compiled_), collecting).top_docs;
    const float top = best.empty() ? 0 : best.front().score;
    const float limit = hits.empty() ? top : hits.back().score;
    const float factor = top > limit ? limit / top : 1;
    for (ScoredDoc &scored : best) {
        scored.score *= factor;
    }
    return best;
}

Hit Search::hit(const ScoredDoc &scored, std::size_t rank) const {
    Hit hit;
    hit.rank = rank;
    hit.score = static_cast<double>(scored.score);
    if (options_.ids_only) {
        hit.idea.id = context_.generation.id(scored.doc);
        return hit;
    }
    hit.idea = context_.generation.idea(scored.doc, false);
    const std::string &language = hit.idea.language;
    const HighlightTerms &terms = compiled_.highlights;
    hit.title = mark(hit.idea.title, analyze(hit.idea.title, language, terms, context_.analysis));
    const std::string_view body = context_.generation.body(scored.doc);
    if (!body.empty() && options_.snippet_length > 0) {
        hit.snippet = snippet(body, analyze(body, language, terms, context_.analysis),
                              options_.snippet_length);
    }
    return hit;
}

/// Explains the query, and the score of each hit of the page.
void Search::explain(const std::vector<ScoredDoc> &hits) {
    Explainer explainer(context_, compiled_.scored);
    results_.explanation = {compiling_.language, query_.outline(), compiled_.rewritten.describe(),
                            explainer.describe()};
    const std::size_t found = results_.related_from ? *results_.related_from - 1 : hits.size();
    ScoredQuery related;
    if (found < hits.size()) {
        const std::vector<ScoredDoc> from(hits.begin(),
                                          hits.begin() + static_cast<std::ptrdiff_t>(found));
        related = related_query(context_, from, compiled_);
    }
    Explainer related_explainer(context_, related);
    for (Hit &hit : results_.hits) {
        const bool is_related = hit.rank > found;
        hit.contributions = (is_related ? related_explainer : explainer)
                                .explain(hits[hit.rank - 1], hit.idea, is_related);
        if (is_expanded_ && !is_related) {
            explain_smoothing(hit);
        }
    }
}

} // namespace

Results search(const SearchContext &context, const Query &query, const SearchOptions &options) {
    return Search(context, query, options).run();
}

Facet count_facet(const SearchContext &context, const std::string &field, const Query &query,
                  const SearchOptions &options) {
    CompileOptions compiling = compile_options(context, options);
    compiling.correct = false; // a count cannot name the word that was counted
    const CompiledQuery compiled = compile(query.tree(), context, compiling);
    const std::vector<FieldFilter> filters = resolve_filters(options.filters, context);
    CollectOptions collecting;
    collecting.top_k = 0;
    collecting.filters = &filters;
    collecting.facets = {facet_field(field)};
    Collected collected = collect(context, compiled.scored, collecting);
    return make_facet(context, std::move(collected.facet_counts.front()), filters, 0);
}

std::vector<Xapian::docid> matches(const SearchContext &context, const Query &query,
                                   const std::vector<Filter> &filters) {
    CompileOptions compiling = compile_options(context, {});
    compiling.correct = false;
    const CompiledQuery compiled = compile(query.tree(), context, compiling);
    std::vector<Xapian::docid> docs =
        collect_docs(context, compiled.scored, resolve_filters(filters, context));
    std::sort(docs.begin(), docs.end(), [&](Xapian::docid a, Xapian::docid b) {
        return context.generation.id(a) < context.generation.id(b);
    });
    return docs;
}

} // namespace ideary::search
