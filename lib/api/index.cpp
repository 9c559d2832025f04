// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// ideary::Index: the public calls, each on one consistent generation.
#include <chrono>
#include <utility>

#include "ideary/index.hpp"
#include "index/analysis/terms.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "schema/fields.hpp"
#include "search/context/analysis_context.hpp"
#include "search/context/generation_cache.hpp"
#include "search/searcher.hpp"
#include "search/suggest/completion.hpp"

namespace ideary {

struct Index::Impl {
    index::SnapshotManager follower;
    search::GenerationCache derived;
    search::CompletionCache completions;
    search::AnalysisContextPool analysis_contexts;

    Impl(const std::string &path, Verify verify) : follower(path, verify) {}

    /// Returns call(context). Each call has its own handles; it runs again on the next generation
    /// if its own disappears meanwhile.
    template <class F> auto with_context(F &&call) {
        return follower.run([&](const index::Generation &generation) {
            const auto lease = generation.lease();
            const auto data = derived.of(generation);
            const search::AnalysisContextPool::Lease analysis(analysis_contexts);
            return call(search::SearchContext{generation, *lease, *analysis, *data});
        });
    }
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index &&) noexcept = default;
Index &Index::operator=(Index &&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::string &path, const OpenOptions &options) {
    return Index(std::make_unique<Impl>(path, options.verify));
}

Results Index::search(const Query &query, const SearchOptions &options) const {
    const auto start = std::chrono::steady_clock::now();
    Results results = impl_->with_context([&](const search::SearchContext &context) {
        return search::search(context, query, options);
    });
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    results.took_ms = took.count();
    return results;
}

Facet Index::facet(const std::string &field, const Query &query,
                   const SearchOptions &options) const {
    return impl_->with_context([&](const search::SearchContext &context) {
        return search::count_facet(context, field, query, options);
    });
}

std::vector<Completion> Index::complete(const std::string &query, std::size_t limit) const {
    return impl_->with_context([&](const search::SearchContext &context) {
        return impl_->completions.of(context.statistics, context.generation)
            ->complete(query, limit);
    });
}

std::optional<Idea> Index::show(const std::string &id) const {
    return impl_->with_context([&](const search::SearchContext &context) {
        const std::string term = index::id_term(id);
        const auto posting = context.database.postlist_begin(term);
        if (posting == context.database.postlist_end(term)) {
            return std::optional<Idea>();
        }
        return std::optional<Idea>(context.generation.idea(*posting, true));
    });
}

void Index::each(const Query &query, const std::vector<Filter> &filters,
                 const std::function<void(const Idea &)> &visit) const {
    // What was visited cannot be taken back: only the matching may run again, and the generation it
    // ran on is kept for reading.
    std::shared_ptr<const index::Generation> read;
    const std::vector<Xapian::docid> docs =
        impl_->with_context([&](const search::SearchContext &context) {
            read = context.generation.shared_from_this();
            return search::matches(context, query, filters);
        });
    for (const Xapian::docid doc : docs) {
        visit(read->idea(doc, true));
    }
}

Info Index::info() const {
    return impl_->follower.run([&](const index::Generation &generation) {
        Info info;
        info.path = impl_->follower.path();
        info.format = schema::format_number;
        info.generation = generation.number();
        info.ideas = generation.ideas();
        info.sources = generation.sources();
        info.terms = generation.terms();
        info.bytes = generation.bytes();
        info.features = generation.features();
        info.analyzer = generation.analyzer();
        return info;
    });
}

} // namespace ideary
