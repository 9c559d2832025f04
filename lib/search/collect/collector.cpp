// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/collector.hpp"

#include <algorithm>

#include "search/collect/filter_matcher.hpp"
#include "search/collect/top_docs.hpp"
#include "search/match/matcher.hpp"

namespace ideary::search {
namespace {

/// Tests the matches of a window against the filters, and counts those that fail one filter alone
/// for the facet of its field.
class WindowFilter {
  public:
    WindowFilter(const index::Generation &generation, const CollectOptions &options)
        : excluded_(options.excluded) {
        for (const FieldFilter &filter : *options.filters) {
            filters_.emplace_back(generation, filter);
        }
    }

    /// The documents that pass everything; valid until the next call.
    const DocList &passing(const Matcher &window, FacetCounter &facets) {
        if (filters_.empty() && excluded_ == nullptr) {
            return window.docs();
        }
        if (filters_.size() == 1 && excluded_ == nullptr) {
            filters_.front().split(window.window_start(), window.docs(), passing_, failing_);
            facets.add(window.window_start(), failing_, filters_.front().field());
        } else {
            test_all(window, facets);
        }
        return passing_;
    }

  private:
    void test_all(const Matcher &window, FacetCounter &facets) {
        const Xapian::docid start = window.window_start();
        DocBitSet left = window.matches();
        subtract_excluded(start, left);
        passing_.assign(left);
        by_filter_.clear();
        DocBitSet all = left;
        for (const FilterMatcher &filter : filters_) {
            by_filter_.push_back(filter.passing(start, passing_));
            all.intersect(by_filter_.back());
        }
        for (std::size_t k = 0; k < filters_.size(); ++k) {
            DocBitSet failing = left;
            failing.subtract(by_filter_[k]);
            for (std::size_t i = 0; i < filters_.size(); ++i) {
                if (i != k) {
                    failing.intersect(by_filter_[i]);
                }
            }
            failing_.assign(failing);
            facets.add(start, failing_, filters_[k].field());
        }
        passing_.assign(all);
    }

    void subtract_excluded(Xapian::docid start, DocBitSet &docs) const {
        if (excluded_ == nullptr) {
            return;
        }
        for (auto doc = std::lower_bound(excluded_->begin(), excluded_->end(), start);
             doc != excluded_->end() && *doc - start < window_size; ++doc) {
            docs.unset(*doc - start);
        }
    }

    std::vector<FilterMatcher> filters_;
    const std::vector<Xapian::docid> *excluded_;
    std::vector<DocBitSet> by_filter_;
    DocList passing_, failing_;
};

} // namespace

Collected collect(const SearchContext &context, const ScoredQuery &query,
                  const CollectOptions &options) {
    WindowFilter filter(context.generation, options);
    TopDocs top_docs(context.generation, options.sort, options.top_k);
    FacetCounter facets(context.generation, options.facets);
    Matcher matcher(context, query, !options.facets.empty());
    const bool is_prunable = !options.exact_total && options.facets.empty();
    Collected collected;
    while (matcher.next_window(is_prunable ? top_docs.min_competitive_score() : 0)) {
        const DocList &docs = filter.passing(matcher, facets);
        collected.total += docs.size();
        for (const std::size_t i : docs) {
            top_docs.offer({matcher.window_start() + static_cast<Xapian::docid>(i),
                            static_cast<float>(matcher.score(i))});
        }
        facets.add(matcher.window_start(), docs);
    }
    collected.top_docs = top_docs.take();
    collected.facet_counts = facets.finish();
    return collected;
}

std::vector<Xapian::docid> collect_docs(const SearchContext &context, const ScoredQuery &query,
                                        const std::vector<FieldFilter> &filters) {
    CollectOptions options;
    options.filters = &filters;
    WindowFilter filter(context.generation, options);
    FacetCounter no_facets(context.generation, {});
    Matcher matcher(context, query);
    std::vector<Xapian::docid> result;
    while (matcher.next_window()) {
        for (const std::size_t i : filter.passing(matcher, no_facets)) {
            result.push_back(matcher.window_start() + static_cast<Xapian::docid>(i));
        }
    }
    return result;
}

} // namespace ideary::search
