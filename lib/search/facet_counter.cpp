// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/facet_counter.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

using schema::FieldId;

constexpr std::size_t years_end = 10000;
/// Up to so many documents are remembered.
constexpr std::size_t few = 256;

} // namespace

FacetCounter::FacetCounter(const index::Generation &generation, const std::vector<FieldId> &fields)
    : generation_(generation) {
    for (const FieldId field : fields) {
        fields_.push_back({field, {}, {}});
        by_records_ = by_records_ && (field == FieldId::year || field == FieldId::topic ||
                                      field == FieldId::author);
    }
}

FacetCounter::Dense *FacetCounter::dense(FieldId field) {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [field](const Field &each) { return each.id == field; });
    return found == fields_.end() ? nullptr : &found->dense;
}

template <class F> void FacetCounter::each_value(Xapian::docid doc, FieldId field, F &&f) const {
    if (field == FieldId::year) {
        const int year = generation_.year(doc);
        if (year > 0) {
            f(static_cast<std::uint32_t>(year));
        }
        return;
    }
    for (const std::uint32_t ordinal : generation_.column(field).of(doc)) {
        f(ordinal);
    }
}

void FacetCounter::count(Xapian::docid doc, Field &field) {
    each_value(doc, field.id, [&](std::uint32_t ordinal) {
        // Damaged columns, opened quickly, may hold anything.
        if (ordinal + 1UL < field.dense.size()) {
            ++field.dense[ordinal + 1UL];
        }
    });
}

void FacetCounter::count(Xapian::docid doc) {
    for (Field &field : fields_) {
        count(doc, field);
    }
}

void FacetCounter::make_dense() {
    is_dense_ = true;
    for (Field &field : fields_) {
        field.dense.resize(1 + (field.id == FieldId::year
                                    ? years_end
                                    : generation_.column(field.id).value_count()));
    }
    for (const Xapian::docid doc : docs_) {
        count(doc);
    }
    for (Field &field : fields_) {
        for (const Xapian::docid doc : field.docs) {
            count(doc, field);
        }
    }
}

void FacetCounter::add(Xapian::docid doc) {
    if (fields_.empty()) {
        return;
    }
    if (!is_dense_ && docs_.size() < few) {
        docs_.push_back(doc);
        return;
    }
    if (!is_dense_) {
        make_dense();
    }
    count(doc);
}

void FacetCounter::add(Xapian::docid doc, FieldId field) {
    for (Field &each : fields_) {
        if (each.id != field) {
            continue;
        }
        if (!is_dense_ && each.docs.size() >= few) {
            make_dense();
        }
        if (is_dense_) {
            count(doc, each);
        } else {
            each.docs.push_back(doc);
        }
    }
}

void FacetCounter::add(Xapian::docid first, const Bits &found) {
    if (fields_.empty()) {
        return;
    }
    if (is_dense_ && by_records_) {
        count_records(first, found);
        return;
    }
    found.each([&](std::size_t i) { add(first + static_cast<Xapian::docid>(i)); });
}

/// The slots of a record that are empty count what has the number 0, which nobody reads.
void FacetCounter::count_records(Xapian::docid first, const Bits &found) {
    const index::FacetRecords &records = generation_.facet_records();
    const index::FacetLayout layout = records.layout;
    const auto mask = [](unsigned bits) { return (std::uint64_t(1) << bits) - 1; };
    const auto counts = [&](FieldId field, unsigned bits) {
        Dense *asked = dense(field);
        none_.resize(std::max<std::size_t>(none_.size(), mask(bits) + 1));
        return asked == nullptr ? &none_ : asked;
    };
    Dense &years = *counts(FieldId::year, layout.year_bits);
    Dense &topics = *counts(FieldId::topic, layout.topic_bits);
    Dense &authors = *counts(FieldId::author, layout.author_bits);
    const auto add_to = [](Dense &to, std::size_t at) {
        if (at < to.size()) {
            ++to[at];
        }
    };
    found.each([&](std::size_t i) {
        std::uint64_t record = records.of[first + i];
        if ((record & index::FacetRecords::overflow) != 0) {
            count(first + static_cast<Xapian::docid>(i));
            return;
        }
        const std::uint64_t year = record & mask(layout.year_bits);
        add_to(years, year == 0 ? 0 : year + layout.first_year);
        record >>= layout.year_bits;
        for (unsigned slot = 0; slot < layout.topic_slots; ++slot) {
            add_to(topics, record & mask(layout.topic_bits));
            record >>= layout.topic_bits;
        }
        for (unsigned slot = 0; slot < layout.author_slots; ++slot) {
            add_to(authors, record & mask(layout.author_bits));
            record >>= layout.author_bits;
        }
    });
}

std::vector<ValueCount> FacetCounter::sparse_counts(const Field &field) const {
    std::vector<std::uint32_t> ordinals;
    const auto gather = [&](Xapian::docid doc) {
        each_value(doc, field.id, [&](std::uint32_t ordinal) { ordinals.push_back(ordinal); });
    };
    std::for_each(docs_.begin(), docs_.end(), gather);
    std::for_each(field.docs.begin(), field.docs.end(), gather);
    std::sort(ordinals.begin(), ordinals.end());
    std::vector<ValueCount> counts;
    for (const std::uint32_t ordinal : ordinals) {
        if (counts.empty() || counts.back().ordinal != ordinal) {
            counts.push_back({ordinal, 0});
        }
        ++counts.back().count;
    }
    const std::size_t known = generation_.column(field.id).value_count();
    while (field.id != FieldId::year && !counts.empty() && counts.back().ordinal >= known) {
        counts.pop_back(); // damage, opened quickly
    }
    return counts;
}

std::vector<Counts> FacetCounter::finish() {
    std::vector<Counts> result;
    for (const Field &field : fields_) {
        Counts counts{field.id, {}};
        if (!is_dense_) {
            counts.values = sparse_counts(field);
        }
        for (std::uint32_t at = 1; at < field.dense.size(); ++at) {
            if (field.dense[at] > 0) {
                counts.values.push_back({at - 1, field.dense[at]});
            }
        }
        result.push_back(std::move(counts));
    }
    return result;
}

} // namespace ideary::search
