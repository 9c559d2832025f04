// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/collect.hpp"

#include <algorithm>

#include "search/matcher.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;

constexpr std::size_t years_end = 10000;
/// Scores are compared as 32-bit floats.
constexpr double score_rounding = 1e-6;

/// Sees each match with its score.
class Collector {
  public:
    Collector(const Scene &scene, const CollectOptions &options)
        : generation_(scene.generation), options_(options), order_(scene.generation, options.sort) {
        for (const FieldId field : options.facets) {
            const std::size_t size =
                field == FieldId::year ? years_end : generation_.column(field).value_count();
            collected_.counts.push_back({field, std::vector<std::uint32_t>(size)});
        }
    }

    void take(Xapian::docid doc, double score) {
        if (options_.without != nullptr &&
            std::binary_search(options_.without->begin(), options_.without->end(), doc)) {
            return;
        }
        const Choice *failed = nullptr;
        for (const Choice &choice : *options_.choices) {
            if (!choice.passes(generation_, doc)) {
                if (failed != nullptr) {
                    return;
                }
                failed = &choice;
            }
        }
        for (Counts &counts : collected_.counts) {
            if (failed == nullptr || failed->field == counts.field) {
                count(counts, doc);
            }
        }
        if (failed == nullptr) {
            ++collected_.total;
            keep({doc, static_cast<float>(score)});
        }
    }

    Collected finish() {
        std::sort(collected_.best.begin(), collected_.best.end(), order_);
        return std::move(collected_);
    }

    /// What a match has to weigh at least to be of interest.
    double worth() const {
        const bool only_best = !options_.count_all && options_.sort == Sort::relevance &&
                               collected_.counts.empty() && options_.best > 0;
        return only_best && collected_.best.size() == options_.best
                   ? static_cast<double>(collected_.best.front().score) * (1 - score_rounding)
                   : 0;
    }

  private:
    /// Damaged columns, opened quickly, may hold anything.
    static void add(Counts &counts, std::size_t at) {
        if (at < counts.of.size()) {
            counts.of[at] += 1;
        }
    }
    void count(Counts &counts, Xapian::docid doc) const {
        if (counts.field == FieldId::year) {
            const int year = generation_.year(doc);
            add(counts, year > 0 ? static_cast<std::size_t>(year) : years_end);
            return;
        }
        for (const std::uint32_t ordinal : generation_.column(counts.field).of(doc)) {
            add(counts, ordinal);
        }
    }

    /// best is a heap whose top is the last of them.
    void keep(const Ranked &ranked) {
        std::vector<Ranked> &best = collected_.best;
        if (best.size() < options_.best) {
            best.push_back(ranked);
            std::push_heap(best.begin(), best.end(), order_);
        } else if (!best.empty() && order_(ranked, best.front())) {
            std::pop_heap(best.begin(), best.end(), order_);
            best.back() = ranked;
            std::push_heap(best.begin(), best.end(), order_);
        }
    }

    const index::Generation &generation_;
    const CollectOptions &options_;
    Order order_;
    Collected collected_;
};

/// Newest first, unknown last.
int compare_newest(int a, int b) {
    return a == b ? 0 : a > b ? -1 : 1;
}

int compare_oldest(int a, int b) {
    constexpr int never = static_cast<int>(years_end);
    return compare_newest(b == 0 ? never : b, a == 0 ? never : a);
}

} // namespace

bool Order::operator()(const Ranked &a, const Ranked &b) const {
    if (sort_ == Sort::title) {
        return generation_.title_rank(a.doc) < generation_.title_rank(b.doc);
    }
    const int year_a = generation_.year(a.doc);
    const int year_b = generation_.year(b.doc);
    const int newest = compare_newest(year_a, year_b);
    int by_sort = 0;
    if (sort_ != Sort::relevance) {
        by_sort = sort_ == Sort::year_descending ? newest : compare_oldest(year_a, year_b);
    }
    if (by_sort != 0) {
        return by_sort < 0;
    }
    if (a.score != b.score) {
        return a.score > b.score;
    }
    return newest != 0 ? newest < 0 : generation_.id(a.doc) < generation_.id(b.doc);
}

Collected collect(const Scene &scene, const Clause &clause, const CollectOptions &options) {
    Collector collector(scene, options);
    Matcher matcher(scene, clause);
    while (matcher.next(collector.worth())) {
        matcher.found().each([&](std::size_t i) {
            collector.take(matcher.first() + static_cast<Xapian::docid>(i), matcher.score(i));
        });
    }
    return collector.finish();
}

} // namespace ideary::search
