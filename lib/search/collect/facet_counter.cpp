// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/facet_counter.hpp"

#include <algorithm>
#include <array>

namespace ideary::search {
namespace {

using index::PackedFacets;
using schema::FieldId;

constexpr std::size_t min_buffered = 256;
/// Buffering one document costs about as much as clearing and reading this many counts.
constexpr std::size_t counts_per_document = 24;
/// Successive increments of one count wait for each other, and empty slots all count number 0. So
/// each slot has an array of its own, up to this size.
constexpr std::size_t max_slot_array = 4096;
constexpr std::size_t max_slots = 1 + 8 + 8;

} // namespace

FacetCounter::FacetCounter(const index::Generation &generation, const std::vector<FieldId> &fields)
    : generation_(generation) {
    std::size_t counts = 0;
    for (const FieldId field : fields) {
        fields_.push_back(make_field(field));
        counts += fields_.back().value_numbers;
    }
    for (Field &field : fields_) {
        all_.push_back(&field);
    }
    max_buffered_ = std::max(min_buffered, counts / counts_per_document);
}

FacetCounter::Field FacetCounter::make_field(FieldId id) const {
    Field field;
    field.id = id;
    field.slots = generation_.packed_facets().layout.slots(id);
    // Wide enough for every number that packed facets can hold, even damaged ones.
    field.width = field.slots.mask() + 1;
    field.value_numbers =
        id == FieldId::year ? field.width : generation_.column(id).value_count() + 1;
    field.width = std::max(field.width, field.value_numbers);
    return field;
}

/// Numbers of values: ordinal + 1; of the year its distance from the first year, + 1.
template <class F> void FacetCounter::each_number(Xapian::docid doc, FieldId field, F &&f) const {
    if (field == FieldId::year) {
        const int year = generation_.year(doc);
        if (year > 0) {
            f(static_cast<std::uint32_t>(year) - generation_.packed_facets().layout.first_year + 1);
        }
        return;
    }
    for (const std::uint32_t ordinal : generation_.column(field).of(doc)) {
        f(ordinal + 1);
    }
}

void FacetCounter::count(Xapian::docid doc, Field &field) const {
    each_number(doc, field.id, [&](std::uint32_t number) {
        // Damage that a quick open misses may be any number.
        if (number < field.value_numbers) {
            ++field.dense[number];
        }
    });
}

void FacetCounter::make_dense() {
    is_dense_ = true;
    for (Field &field : fields_) {
        const bool has_own_arrays = field.slots.count > 1 && field.width <= max_slot_array;
        field.dense.resize(has_own_arrays ? field.slots.count * field.width : field.width);
        const auto count_one = [&](Xapian::docid doc) { count(doc, field); };
        std::for_each(docs_.begin(), docs_.end(), count_one);
        std::for_each(field.docs.begin(), field.docs.end(), count_one);
    }
}

void FacetCounter::count(Xapian::docid window_start, const DocList &docs,
                         const Fields &fields) const {
    std::array<Slot, max_slots> slots; // a copy that no count can alias
    std::size_t size = 0;
    for (Field *field : fields) {
        for (unsigned k = 0; k < field->slots.count; ++k) {
            const std::size_t array = field->dense.size() > field->width ? k * field->width : 0;
            slots[size++] = {field->dense.data() + array, field->slots.mask(),
                             field->slots.shift + k * field->slots.bits};
        }
    }
    const auto count_one = [&slots, size](std::uint64_t packed) {
        for (std::size_t k = 0; k < size; ++k) {
            ++slots[k].counts[packed >> slots[k].shift & slots[k].mask];
        }
    };
    // All are read before any is counted, so that cache misses overlap. Empty slots count the
    // number 0, which is never read.
    const PackedFacets &facets = generation_.packed_facets();
    std::array<std::uint64_t, window_size> packed;
    std::size_t size_of_window = 0;
    for (const std::size_t i : docs) {
        packed[size_of_window++] = facets.by_doc[window_start + i];
    }
    for (std::size_t i = 0; i < size_of_window; ++i) {
        if ((packed[i] & PackedFacets::overflow_flag) == 0) {
            count_one(packed[i]);
            continue;
        }
        for (const std::uint64_t each : facets.overflow_of(packed[i])) {
            count_one(each);
        }
    }
    for (Field *field : fields) {
        for (std::size_t i = 0; field->slots.count == 0 && i < docs.size(); ++i) {
            count(window_start + docs.begin()[i], *field);
        }
    }
}

void FacetCounter::add(Xapian::docid window_start, const DocList &docs) {
    if (is_dense_) {
        count(window_start, docs, all_);
    } else if (!fields_.empty()) {
        for (const std::size_t i : docs) {
            docs_.push_back(window_start + static_cast<Xapian::docid>(i));
        }
        if (docs_.size() > max_buffered_) {
            make_dense();
        }
    }
}

void FacetCounter::add(Xapian::docid window_start, const DocList &docs, FieldId id) {
    const auto field = std::find_if(fields_.begin(), fields_.end(),
                                    [id](const Field &each) { return each.id == id; });
    if (field == fields_.end()) {
        return;
    }
    if (is_dense_) {
        count(window_start, docs, {&*field});
        return;
    }
    for (const std::size_t i : docs) {
        field->docs.push_back(window_start + static_cast<Xapian::docid>(i));
    }
    if (field->docs.size() > max_buffered_) {
        make_dense();
    }
}

/// Value numbers of all buffered documents, sorted.
std::vector<std::uint32_t> FacetCounter::buffered_numbers(const Field &field) const {
    std::vector<std::uint32_t> numbers;
    const auto gather = [&](Xapian::docid doc) {
        each_number(doc, field.id, [&](std::uint32_t number) {
            if (number < field.value_numbers) {
                numbers.push_back(number);
            }
        });
    };
    std::for_each(docs_.begin(), docs_.end(), gather);
    std::for_each(field.docs.begin(), field.docs.end(), gather);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::vector<ValueCount> FacetCounter::values(Field &field) const {
    std::vector<ValueCount> values;
    const std::uint32_t base =
        field.id == FieldId::year ? generation_.packed_facets().layout.first_year : 0U;
    if (!is_dense_) {
        for (const std::uint32_t number : buffered_numbers(field)) {
            if (values.empty() || values.back().ordinal != base + number - 1) {
                values.push_back({base + number - 1, 0});
            }
            ++values.back().count;
        }
        return values;
    }
    for (std::size_t i = field.width; i < field.dense.size(); ++i) {
        field.dense[i % field.width] += field.dense[i];
    }
    values.resize(field.value_numbers);
    std::size_t used = 0;
    for (std::uint32_t number = 1; number < field.value_numbers; ++number) {
        values[used] = {base + number - 1, field.dense[number]};
        used += field.dense[number] > 0 ? 1 : 0; // branchless: half of them are mispredicted
    }
    values.resize(used);
    return values;
}

std::vector<FacetCounts> FacetCounter::finish() {
    std::vector<FacetCounts> result;
    for (Field &field : fields_) {
        result.push_back({field.id, values(field)});
    }
    return result;
}

} // namespace ideary::search
