// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/context/generation_cache.hpp"

#include <algorithm>
#include <string>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"

namespace ideary::search {

const std::vector<std::string> &Known::languages(const index::Generation &generation,
                                                 const Xapian::Database &database) const {
    std::call_once(languages_once_, [&] {
        const schema::FieldId field = schema::FieldId::language;
        const index::Column &column = generation.column(field);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> counts; // ideas, ordinal
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            const std::string term = index::value_term(field, column.folded(ordinal));
            counts.emplace_back(database.get_termfreq(term), ordinal);
        }
        std::stable_sort(counts.begin(), counts.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        counts.resize(std::min(counts.size(), max_languages));
        for (const auto &[count, ordinal] : counts) {
            languages_.emplace_back(column.folded(ordinal));
        }
    });
    return languages_;
}

} // namespace ideary::search
