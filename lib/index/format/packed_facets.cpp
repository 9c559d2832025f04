// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/packed_facets.hpp"

#include <algorithm>
#include <bit>

namespace ideary::index {
namespace {

constexpr unsigned record_bits = 63; ///< the last one is the flag
constexpr std::size_t max_slots = 8;
constexpr unsigned max_field_bits = 26;
constexpr std::size_t layout_numbers = 6;
/// A word with the overflow flag holds the index of its first overflow word and, in the lowest
/// bits, their number.
constexpr unsigned count_bits = 16;
constexpr std::uint64_t max_count = (1U << count_bits) - 1;

using Histogram = std::array<std::array<std::uint64_t, max_slots + 1>, max_slots + 1>;

/// How many documents have at most this many topics and authors.
std::uint64_t covered(const Histogram &counts, std::size_t topics, std::size_t authors) {
    std::uint64_t sum = 0;
    for (std::size_t t = 0; t <= topics; ++t) {
        for (std::size_t a = 0; a <= authors; ++a) {
            sum += counts[t][a];
        }
    }
    return sum;
}

} // namespace

FacetLayout::Slots FacetLayout::slots(schema::FieldId field) const {
    switch (field) {
    case schema::FieldId::year:
        return {0, year_bits, 1};
    case schema::FieldId::topic:
        return {year_bits, topic_bits, topic_slots};
    case schema::FieldId::author:
        return {year_bits + 1U * topic_bits * topic_slots, author_bits, author_slots};
    default:
        return {};
    }
}

std::span<const std::uint64_t> PackedFacets::overflow_of(std::uint64_t record) const {
    const std::uint64_t first = (record & ~overflow_flag) >> count_bits;
    const std::uint64_t count = record & max_count;
    return first <= overflow.size() && count <= overflow.size() - first
               ? overflow.subspan(first, count)
               : std::span<const std::uint64_t>();
}

std::vector<std::uint64_t> pack_facets(const FacetLayout &layout, std::uint16_t year,
                                       std::span<const std::uint32_t> topics,
                                       std::span<const std::uint32_t> authors) {
    std::vector<std::uint64_t> records(1, year == 0 ? 0 : year - layout.first_year + 1U);
    const auto add = [&](const FacetLayout::Slots &slots, std::span<const std::uint32_t> ordinals) {
        for (std::size_t i = 0; slots.count > 0 && i < ordinals.size(); ++i) {
            const std::size_t record = i / slots.count;
            records.resize(std::max(records.size(), record + 1));
            records[record] |= (std::uint64_t(ordinals[i]) + 1)
                               << (slots.shift + i % slots.count * slots.bits);
        }
    };
    add(layout.slots(schema::FieldId::topic), topics);
    add(layout.slots(schema::FieldId::author), authors);
    return records;
}

void PackedFacetsBuilder::add(std::uint16_t year, const std::vector<std::uint32_t> &topics,
                              const std::vector<std::uint32_t> &authors) {
    rows_.push_back({year, static_cast<std::uint16_t>(topics.size()),
                     static_cast<std::uint16_t>(authors.size())});
    ordinals_.insert(ordinals_.end(), topics.begin(), topics.end());
    ordinals_.insert(ordinals_.end(), authors.begin(), authors.end());
}

FacetLayout PackedFacetsBuilder::layout() const {
    Histogram counts{};
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    std::uint32_t topics = 0;
    std::uint32_t authors = 0;
    std::size_t at = 0;
    for (const Row &row : rows_) {
        first = row.year == 0 ? first : first == 0 ? row.year : std::min(first, row.year);
        last = std::max(last, row.year);
        for (std::size_t i = 0; i < row.topics; ++i) {
            topics = std::max(topics, ordinals_[at++] + 1);
        }
        for (std::size_t i = 0; i < row.authors; ++i) {
            authors = std::max(authors, ordinals_[at++] + 1);
        }
        if (row.topics <= max_slots && row.authors <= max_slots) {
            ++counts[row.topics][row.authors];
        }
    }
    FacetLayout best;
    best.first_year = first;
    best.year_bits = static_cast<std::uint16_t>(std::bit_width(last - first + 1U));
    best.topic_bits = static_cast<std::uint16_t>(std::bit_width(topics));
    best.author_bits = static_cast<std::uint16_t>(std::bit_width(authors));
    std::uint64_t most = 0;
    FacetLayout tried = best;
    for (std::uint16_t t = topics > 0 ? 1 : 0; t <= max_slots; ++t) {
        for (std::uint16_t a = authors > 0 ? 1 : 0; a <= max_slots; ++a) {
            tried.topic_slots = t;
            tried.author_slots = a;
            const std::uint64_t fit = covered(counts, t, a);
            if (tried.bits() <= record_bits && fit > most) {
                most = fit;
                best = tried;
            }
        }
    }
    return best;
}

void PackedFacetsBuilder::write(ColumnFileWriter &out) const {
    const FacetLayout chosen = layout();
    std::vector<std::uint64_t> records;
    std::vector<std::uint64_t> more;
    records.reserve(rows_.size());
    const std::span<const std::uint32_t> all(ordinals_);
    std::size_t at = 0;
    for (const Row &row : rows_) {
        const auto packed = pack_facets(chosen, row.year, all.subspan(at, row.topics),
                                        all.subspan(at + row.topics, row.authors));
        if (packed.size() == 1) {
            records.push_back(packed.front());
        } else {
            records.push_back(PackedFacets::overflow_flag | more.size() << count_bits |
                              packed.size());
            more.insert(more.end(), packed.begin(), packed.end());
        }
        at += 1UL * row.topics + row.authors;
    }
    out.section("facets", records);
    out.section("facets.more", more);
    out.section("facets.layout", std::vector<std::uint16_t>{
                                     chosen.first_year, chosen.year_bits, chosen.topic_bits,
                                     chosen.topic_slots, chosen.author_bits, chosen.author_slots});
}

PackedFacets read_packed_facets(const ColumnFile &file, std::size_t documents) {
    PackedFacets records;
    records.by_doc = file.section<std::uint64_t>("facets", documents);
    records.overflow = file.all<std::uint64_t>("facets.more");
    const auto numbers = file.section<std::uint16_t>("facets.layout", layout_numbers);
    records.layout = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
    // Each field lies within a word, and shifts by less than 64; arrays by number can be made.
    const bool fits = records.layout.topic_slots <= max_slots &&
                      records.layout.author_slots <= max_slots &&
                      std::max({records.layout.year_bits, records.layout.topic_bits,
                                records.layout.author_bits}) <= max_field_bits &&
                      records.layout.bits() <= record_bits;
    if (!fits) {
        file.damaged("the records of its facets have no layout that is possible");
    }
    return records;
}

} // namespace ideary::index
