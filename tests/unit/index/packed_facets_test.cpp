// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/format/packed_facets.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

using ideary::index::FacetLayout;
using ideary::index::pack_facets;
using ideary::index::PackedFacets;
using ideary::schema::FieldId;
using Numbers = std::vector<std::uint32_t>;

/// What records tell of a field; 0, an empty slot, is left out.
Numbers numbers(const FacetLayout &layout, FieldId field, std::span<const std::uint64_t> records) {
    const FacetLayout::Slots slots = layout.slots(field);
    Numbers told;
    for (const std::uint64_t record : records) {
        for (unsigned k = 0; k < slots.count; ++k) {
            const auto number = record >> (slots.shift + k * slots.bits) & slots.mask();
            if (number != 0) {
                told.push_back(static_cast<std::uint32_t>(number));
            }
        }
    }
    return told;
}

} // namespace

TEST_CASE("packed facets: values that do not fit one word overflow into several, each once") {
    const FacetLayout layout{2010, 4, 7, 3, 9, 2};
    CHECK(layout.bits() == 4 + 21 + 18);
    const auto one = pack_facets(layout, 2012, Numbers{5, 0}, Numbers{400});
    REQUIRE(one.size() == 1);
    CHECK((one[0] & PackedFacets::overflow_flag) == 0);
    CHECK(numbers(layout, FieldId::year, one) == Numbers{3});
    CHECK(numbers(layout, FieldId::topic, one) == Numbers{6, 1});
    CHECK(numbers(layout, FieldId::author, one) == Numbers{401});

    const auto several = pack_facets(layout, 2012, Numbers{1, 2, 3, 4, 5, 6, 7}, Numbers{8, 9, 10});
    REQUIRE(several.size() == 3);
    CHECK(numbers(layout, FieldId::year, several) == Numbers{3});
    CHECK(numbers(layout, FieldId::topic, several) == Numbers{2, 3, 4, 5, 6, 7, 8});
    CHECK(numbers(layout, FieldId::author, several) == Numbers{9, 10, 11});
    CHECK(pack_facets(layout, 0, Numbers{}, Numbers{}) == std::vector<std::uint64_t>{0});
}

TEST_CASE("packed facets: written values are read back, also those that overflow") {
    const auto folder = std::filesystem::temp_directory_path() / "ideary-facet-records";
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "columns").string();
    const std::vector<Numbers> topics{{}, {0}, {1, 2}, {3}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}};
    {
        ideary::index::PackedFacetsBuilder builder;
        for (const Numbers &each : topics) {
            builder.add(2020, each, {70000});
        }
        ideary::index::ColumnFileWriter out;
        builder.write(out);
        out.write(path);
    }
    const ideary::index::ColumnFile file(path);
    const PackedFacets records = ideary::index::read_packed_facets(file, topics.size());
    for (std::size_t doc = 0; doc < topics.size(); ++doc) {
        const std::uint64_t record = records.by_doc[doc];
        const bool over = (record & PackedFacets::overflow_flag) != 0;
        const auto told = over ? records.overflow_of(record) : std::span(&record, 1);
        Numbers expected = topics[doc];
        for (std::uint32_t &ordinal : expected) {
            ++ordinal;
        }
        CHECK(numbers(records.layout, FieldId::topic, told) == expected);
        CHECK(numbers(records.layout, FieldId::author, told) == Numbers{70001});
        CHECK(over == (doc + 1 == topics.size()));
    }
    CHECK(records.overflow_of(~std::uint64_t(0)).empty()); // damage that points outside
    std::filesystem::remove_all(folder);
}
