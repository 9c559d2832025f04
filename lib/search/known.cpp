// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/known.hpp"

#include <algorithm>
#include <string>

#include "search/weights.hpp"

namespace ideary::search {

const std::vector<std::string> &Known::languages(const index::Generation &generation) const {
    std::call_once(languages_once_, [&] {
        const index::Column &column = generation.column(schema::FieldId::language);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> counts; // ideas, ordinal
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            counts.emplace_back(0, ordinal);
        }
        for (Xapian::docid doc = 1; doc <= generation.last_doc(); ++doc) {
            for (const std::uint32_t ordinal : column.of(doc)) {
                if (ordinal < counts.size()) { // damaged columns may hold anything
                    counts[ordinal].first += 1;
                }
            }
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
