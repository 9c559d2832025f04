// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/results_text.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "output/facet_text.hpp"
#include "output/hit_text.hpp"
#include "output/numbers.hpp"

namespace ideary::tools {

namespace {

std::string hits_text(const Results &results, bool long_form, const Style &style) {
    std::string out;
    for (const Hit &hit : results.hits) {
        if (results.related_from && hit.rank == *results.related_from) {
            out += (out.empty() ? "" : "\n") + style.paint(Paint::heading, "Related ideas") + "\n";
        }
        out += long_form && !out.empty() ? "\n" : "";
        out += long_form ? long_hit_text(hit, style) : short_hit_text(hit, style);
        out += contributions_text(hit.contributions, style);
    }
    return out;
}

/// The number of ideas of the hits from the rank on, folded ones included.
std::size_t ideas_from(const Results &results, std::size_t rank) {
    std::size_t ideas = 0;
    for (const Hit &hit : results.hits) {
        ideas += hit.rank < rank ? 0 : 1 + (hit.folded ? hit.folded->size() : 0);
    }
    return ideas;
}

/// "1,640 talks, 71 wishes"; "" for a single kind.
std::string kinds_text(const std::vector<FacetValue> &kinds) {
    std::string text;
    for (const FacetValue &kind : kinds) {
        text += (text.empty() ? "" : ", ") + amount(kind.count, kind.value);
    }
    return kinds.size() > 1 ? text : "";
}

} // namespace

std::string results_text(const Results &results, std::size_t facet_limit, bool long_form,
                         const Style &style) {
    std::string out;
    if (results.explanation) {
        out += explanation_text(*results.explanation, style) + "\n";
    }
    out += hits_text(results, long_form, style);
    const std::optional<std::size_t> limit =
        facet_limit == 0 ? std::nullopt : std::optional(facet_limit);
    std::vector<FacetPage> pages;
    for (const Facet &facet : results.facets) {
        if (!facet.values.empty()) {
            pages.push_back(facet_page(facet, 0, limit));
        }
    }
    const std::string facets = facets_text(pages, style);
    return out + (out.empty() || facets.empty() ? "" : "\n") + facets;
}

std::string footer(const Results &results, const ResultCounts &counts, std::size_t offset) {
    const std::size_t related =
        results.related_from ? ideas_from(results, *results.related_from) : 0;
    const std::size_t matching = ideas_from(results, 0) - related;
    std::string line = results.total == 0 ? "no idea matches" : amount(results.total, "idea");
    std::string details;
    if (counts.with_all_words && *counts.with_all_words < results.total) {
        details = grouped(*counts.with_all_words) + " with all words";
    }
    const std::string kinds = kinds_text(counts.kinds);
    details += (details.empty() || kinds.empty() ? "" : "; ") + kinds;
    line += details.empty() ? "" : fmt::format(" ({})", details);
    if (matching > 0 && matching < results.total) {
        line += " · " + grouped(offset + 1);
        line += matching == 1 ? "" : "–" + grouped(offset + matching);
    }
    if (matching > 0 && offset + matching < results.total) {
        line += fmt::format(" · more: --offset {}", offset + matching);
    }
    return related > 0 ? line + fmt::format(" · {}", amount(related, "related idea")) : line;
}

} // namespace ideary::tools
