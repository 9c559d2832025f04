// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/facet_counter.hpp"

#include <algorithm>
#include <array>

namespace ideary::search {
namespace {

using index::PackedFacets;
using schema::FieldId;

constexpr std::size_t least_few = 256;
/// Remembering one document costs about as much as clearing and reading so many counts.
constexpr std::size_t counts_per_document = 24;
/// A count that is raised again before the last time is written has to wait for it, as that of the
/// empty slots would: each slot has an array of its own where that is small.
constexpr std::size_t small_array = 4096;
constexpr std::size_t most_slots = 1 + 8 + 8;

} // namespace

FacetCounter::FacetCounter(const index::Generation &generation, const std::vector<FieldId> &fields)
    : generation_(generation) {
    std::size_t counts = 0;
    for (const FieldId field : fields) {
        fields_.push_back(made(field));
        counts += fields_.back().numbers;
    }
    for (Field &field : fields_) {
        all_.push_back(&field);
    }
    few_ = std::max(least_few, counts / counts_per_document);
}

FacetCounter::Field FacetCounter::made(FieldId id) const {
    Field field;
    field.id = id;
    field.slots = generation_.facet_records().layout.slots(id);
    // So wide that no record, even a damaged one, has a number that falls outside.
    field.width = field.slots.mask() + 1;
    field.numbers = id == FieldId::year ? field.width : generation_.column(id).value_count() + 1;
    field.width = std::max(field.width, field.numbers);
    return field;
}

/// Numbers of values: ordinals plus one; of the year its distance from the first plus one.
template <class F> void FacetCounter::each_number(Xapian::docid doc, FieldId field, F &&f) const {
    if (field == FieldId::year) {
        const int year = generation_.year(doc);
        if (year > 0) {
            f(static_cast<std::uint32_t>(year) - generation_.facet_records().layout.first_year + 1);
        }
        return;
    }
    for (const std::uint32_t ordinal : generation_.column(field).of(doc)) {
        f(ordinal + 1);
    }
}

void FacetCounter::count(Xapian::docid doc, Field &field) const {
    each_number(doc, field.id, [&](std::uint32_t number) {
        // Damaged columns, opened quickly, may hold anything.
        if (number < field.numbers) {
            ++field.dense[number];
        }
    });
}

void FacetCounter::make_dense() {
    is_dense_ = true;
    for (Field &field : fields_) {
        const bool apart = field.slots.count > 1 && field.width <= small_array;
        field.dense.resize(apart ? field.slots.count * field.width : field.width);
        const auto count_one = [&](Xapian::docid doc) { count(doc, field); };
        std::for_each(docs_.begin(), docs_.end(), count_one);
        std::for_each(field.docs.begin(), field.docs.end(), count_one);
    }
}

void FacetCounter::count(Xapian::docid first, const Places &found, const Fields &fields) const {
    std::array<Slot, most_slots> slots; // of its own: nothing that is counted lies in it
    std::size_t size = 0;
    for (Field *field : fields) {
        for (unsigned k = 0; k < field->slots.count; ++k) {
            const std::size_t array = field->dense.size() > field->width ? k * field->width : 0;
            slots[size++] = {field->dense.data() + array, field->slots.mask(),
                             field->slots.shift + k * field->slots.bits};
        }
    }
    const auto count_one = [&slots, size](std::uint64_t record) {
        for (std::size_t k = 0; k < size; ++k) {
            ++slots[k].counts[record >> slots[k].shift & slots[k].mask];
        }
    };
    // All are read before any is counted: they come from memory side by side. Empty slots count
    // the number 0, which nobody reads.
    const PackedFacets &records = generation_.facet_records();
    std::array<std::uint64_t, window_size> read;
    std::size_t count_of = 0;
    for (const std::size_t i : found) {
        read[count_of++] = records.of[first + i];
    }
    for (std::size_t i = 0; i < count_of; ++i) {
        if ((read[i] & PackedFacets::overflow) == 0) {
            count_one(read[i]);
            continue;
        }
        for (const std::uint64_t record : records.rest(read[i])) {
            count_one(record);
        }
    }
    for (Field *field : fields) {
        for (std::size_t i = 0; field->slots.count == 0 && i < found.size(); ++i) {
            count(first + found.begin()[i], *field);
        }
    }
}

void FacetCounter::add(Xapian::docid first, const Places &found) {
    if (is_dense_) {
        count(first, found, all_);
    } else if (!fields_.empty()) {
        for (const std::size_t i : found) {
            docs_.push_back(first + static_cast<Xapian::docid>(i));
        }
        if (docs_.size() > few_) {
            make_dense();
        }
    }
}

void FacetCounter::add(Xapian::docid first, const Places &found, FieldId id) {
    const auto field = std::find_if(fields_.begin(), fields_.end(),
                                    [id](const Field &each) { return each.id == id; });
    if (field == fields_.end()) {
        return;
    }
    if (is_dense_) {
        count(first, found, {&*field});
        return;
    }
    for (const std::size_t i : found) {
        field->docs.push_back(first + static_cast<Xapian::docid>(i));
    }
    if (field->docs.size() > few_) {
        make_dense();
    }
}

/// Of all documents that are remembered, sorted.
std::vector<std::uint32_t> FacetCounter::numbers(const Field &field) const {
    std::vector<std::uint32_t> numbers;
    const auto gather = [&](Xapian::docid doc) {
        each_number(doc, field.id, [&](std::uint32_t number) {
            if (number < field.numbers) {
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
        field.id == FieldId::year ? generation_.facet_records().layout.first_year : 0U;
    if (!is_dense_) {
        for (const std::uint32_t number : numbers(field)) {
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
    values.resize(field.numbers);
    std::size_t used = 0;
    for (std::uint32_t number = 1; number < field.numbers; ++number) {
        values[used] = {base + number - 1, field.dense[number]};
        used +=
            field.dense[number] > 0 ? 1 : 0; // no branch: it would be guessed wrong half the time
    }
    values.resize(used);
    return values;
}

std::vector<Counts> FacetCounter::finish() {
    std::vector<Counts> result;
    for (Field &field : fields_) {
        result.push_back({field.id, values(field)});
    }
    return result;
}

} // namespace ideary::search
