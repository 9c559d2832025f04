// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/known.hpp"

#include <algorithm>
#include <string>

#include "text/normal.hpp"

namespace ideary::search {

const std::vector<std::uint32_t> &Known::value_ranks(const index::Generation &generation,
                                                     schema::FieldId field) const {
    Ranks &entry = ranks_[static_cast<std::size_t>(field)];
    std::call_once(entry.once, [&] {
        const index::Column &column = generation.column(field);
        std::vector<std::pair<std::string, std::uint32_t>> keys;
        keys.reserve(column.value_count());
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            keys.emplace_back(text::collation_key(column.value(ordinal)), ordinal);
        }
        std::sort(keys.begin(), keys.end());
        entry.ranks.resize(keys.size());
        for (std::uint32_t rank = 0; rank < keys.size(); ++rank) {
            entry.ranks[keys[rank].second] = rank;
        }
    });
    return entry.ranks;
}

} // namespace ideary::search
