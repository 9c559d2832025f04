// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <map>
#include <utility>

#include "ideary/index.hpp"

namespace ideary {

namespace {

/// Equal for hits that fold into one.
std::string fold_key(const Hit &hit, bool related) {
    std::string key = (related ? "related\n" : "\n") + fold(hit.idea.title);
    for (const std::string &author : hit.idea.authors) {
        key += '\n' + fold(author);
    }
    return key;
}

} // namespace

void fold_hits(Results &results) {
    std::vector<Hit> kept;
    std::map<std::string, std::size_t> positions; // in kept, by key
    for (Hit &hit : results.hits) {
        const bool related = results.related_from && hit.rank >= *results.related_from;
        const auto [entry, is_new] = positions.try_emplace(fold_key(hit, related), kept.size());
        if (is_new) {
            kept.push_back(std::move(hit));
            kept.back().folded.emplace();
        } else {
            kept[entry->second].folded->push_back({std::move(hit.idea.id), hit.idea.year});
        }
    }
    results.hits = std::move(kept);
}

} // namespace ideary
