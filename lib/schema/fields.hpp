// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The field table: one row says everything about a field. Nothing else knows the names on disk.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ideary::schema {

enum class FieldId : std::uint8_t {
    title,
    topic,
    section,
    author,
    year,
    event,
    kind,
    language,
    source,
    source_title,
    url,
};
inline constexpr std::size_t field_count = 11;

enum class FieldKind : std::uint8_t {
    text,   ///< words, stemmed, with a weight in the merged list
    tag,    ///< whole values
    number, ///< an integer, searched by ranges
};

struct FieldRow {
    FieldId id;
    std::string_view name;
    std::string_view alias; ///< second name in queries, or empty
    FieldKind kind;
    std::string_view value_prefix; ///< Xapian prefix of a whole folded value; empty: none
    std::string_view word_prefix;  ///< Xapian prefix of its words (exact); stems put Z before it
    std::string_view column;       ///< name of its column; empty: none
    int weight;                    ///< wdf in the merged list, times ten; 0: not in it
    bool facet;
    std::string_view help;
    std::string_view example;
};

/// All rows, at the place of their id. Prefix and column are permanent.
std::span<const FieldRow> field_table();
const FieldRow &row(FieldId id);
/// The field of that name or alias, in any case; nothing when there is none.
std::optional<FieldId> find_field(std::string_view name);

/// Terms that belong to no field.
inline constexpr std::string_view id_prefix = "Q";    ///< an idea's id
inline constexpr std::string_view owner_prefix = "U"; ///< key of the ingested source it came with
inline constexpr std::string_view stem_prefix = "Z";  ///< a stem of the merged list (exact: none)
inline constexpr int body_weight = 10;                ///< wdf of a word of the body, times ten

/// The form on disk.
inline constexpr int format_number = 1;
/// Named features of this format: an index with one that is not here, or without one that is, is
/// refused by its name.
std::span<const std::string_view> features();

} // namespace ideary::schema
