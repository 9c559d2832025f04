// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "measure/agreement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "corpus/terms.hpp"

namespace ideary::bench {
namespace {

constexpr std::size_t most_told = 20;

std::vector<std::string> ids_of(const Results &results) {
    std::vector<std::string> ids;
    for (const Hit &hit : results.hits) {
        ids.push_back(key_of_id(hit.idea.id));
    }
    return ids;
}

std::string value_term(const std::string &facet, const std::string &value) {
    if (facet == "year") {
        return year_prefix + value;
    }
    return (facet == "topic" ? topic_prefix : author_prefix) + fold(value);
}

class Counter {
  public:
    Counter(const Baseline &baseline, const BenchQuery &query)
        : baseline_(baseline), matches_(baseline.database().get_lastdocid() + 1) {
        for (const Xapian::docid document : baseline.all(query)) {
            matches_[document] = true;
            ++total_;
        }
    }

    std::uint64_t total() const { return total_; }
    std::uint64_t count(const std::string &term) const {
        std::uint64_t count = 0;
        const Xapian::Database &database = baseline_.database();
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            count += matches_[*at] ? 1 : 0;
        }
        return count;
    }

  private:
    const Baseline &baseline_;
    std::vector<bool> matches_;
    std::uint64_t total_ = 0;
};

void tell(Agreement &agreement, const BenchQuery &query, const std::string &what) {
    if (agreement.unequal.size() < most_told) {
        agreement.unequal.push_back(typed(query) + ": " + what);
    }
}

void compare(const BenchQuery &query, const Results &found, const Counter &counter,
             Agreement &agreement) {
    if (found.total == counter.total()) {
        ++agreement.totals;
    } else {
        tell(agreement, query, fmt::format("total {}, not {}", found.total, counter.total()));
    }
    for (const Facet &facet : found.facets) {
        for (const FacetValue &value : facet.values) {
            const std::uint64_t right = counter.count(value_term(facet.field, value.value));
            ++agreement.values;
            agreement.values_equal += right == value.count ? 1 : 0;
            if (right != value.count) {
                tell(agreement, query,
                     fmt::format("{} {} {}, not {}", facet.field, value.value, value.count, right));
            }
        }
    }
}

} // namespace

double overlap_of(const std::vector<std::string> &one, const std::vector<std::string> &other) {
    const std::size_t size = std::max(one.size(), other.size());
    if (size == 0) {
        return 1;
    }
    const auto same = std::count_if(one.begin(), one.end(), [&](const std::string &id) {
        return std::find(other.begin(), other.end(), id) != other.end();
    });
    return static_cast<double>(same) / static_cast<double>(size);
}

std::vector<std::string> page_of(const Baseline &baseline, const BenchQuery &query) {
    std::vector<std::string> ids;
    for (const Xapian::docid document : baseline.top10(query)) {
        ids.push_back(baseline.key_of(document));
    }
    return ids;
}

Agreement agreement_of(const IdearyEngine &ours, const Baseline &baseline,
                       const std::vector<BenchQuery> &queries) {
    Agreement agreement;
    agreement.queries = queries.size();
    for (const BenchQuery &query : queries) {
        const Results literal = ours.literal(query);
        compare(query, literal, Counter(baseline, query), agreement);
        agreement.widened += ours.facets(query).total > literal.total ? 1 : 0;
        agreement.overlap += overlap_of(ids_of(ours.top10(query)), page_of(baseline, query));
    }
    agreement.overlap /= queries.empty() ? 1 : static_cast<double>(queries.size());
    return agreement;
}

} // namespace ideary::bench
