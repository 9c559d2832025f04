// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "schema/fields.hpp"

#include <array>
#include <string>

#include "ideary/field.hpp"
#include "ideary/idea.hpp"

namespace ideary::schema {
namespace {

// Names on disk are permanent: the prefix or column of a removed field is never reused.
// A prefix is one capital, or X, capitals and a colon. Text after a prefix is folded, so it never
// begins with a capital, and no prefix is a prefix of another: the first bytes of a term determine
// its field.
constexpr std::array<FieldRow, field_count> table{{
    {FieldId::title, "title", "", FieldKind::text, "", "S", "", 30, false,
     "Words of the idea's title", "title:deployment"},
    {FieldId::topic, "topic", "tag", FieldKind::tag, "XT:", "", "topic", 0, true,
     "What the idea is filed under", "topic:databases"},
    {FieldId::section, "section", "", FieldKind::text, "XH:", "H", "section", 10, true,
     "Headings and parent bullets above the idea", "section:\"raising your game\""},
    {FieldId::author, "author", "by", FieldKind::tag, "A", "", "author", 10, true,
     "Who asks for the talk, or gives it", "author:winstel"},
    {FieldId::year, "year", "", FieldKind::number, "Y", "", "year", 0, true,
     "Edition the list is for; ranges may be open", "year:2023..2025"},
    {FieldId::event, "event", "", FieldKind::tag, "XE:", "", "event", 0, true,
     "Conference and edition", "event:\"djangocon us\""},
    {FieldId::kind, "kind", "", FieldKind::tag, "XK:", "", "kind", 0, true,
     "wish, talk, proposal or note", "kind:wish"},
    {FieldId::language, "language", "lang", FieldKind::tag, "L", "", "language", 0, true,
     "Two-letter code of the idea's language", "language:de"},
    {FieldId::source, "source", "", FieldKind::tag, "XP:", "", "source", 0, false,
     "Path, title or slug of the document it stands in", "source:winstel-2024"},
    {FieldId::source_title, "source_title", "", FieldKind::text, "", "XS:", "", 2, false,
     "Words of the document's title", "source_title:wishlist"},
    {FieldId::url, "url", "", FieldKind::tag, "XU:", "", "url", 0, false, "Address of the document",
     "url:example.org"},
}};
// clang-format on

constexpr std::array<std::string_view, 8> feature_names{
    "merged-words", "exact-positions", "field-words",       "columns",
    "records",      "facet-records",   "frequent-postings", "words",
};

constexpr bool ordered_by_id() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].id) != i) {
            return false;
        }
    }
    return true;
}

constexpr bool clash(const FieldRow &a, const FieldRow &b) {
    return a.name == b.name || a.name == b.alias || (!a.alias.empty() && a.alias == b.alias) ||
           a.alias == b.name || (!a.column.empty() && a.column == b.column);
}

constexpr bool names_and_columns_are_unique() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            if (clash(table[i], table[j])) {
                return false;
            }
        }
    }
    return true;
}

constexpr bool capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

constexpr bool well_formed(std::string_view prefix) {
    if (prefix.size() == 1) {
        return capital(prefix[0]) && prefix[0] != 'X';
    }
    if (prefix.size() < 3 || prefix.front() != 'X' || prefix.back() != ':') {
        return false;
    }
    for (const char letter : prefix.substr(0, prefix.size() - 1)) {
        if (!capital(letter)) {
            return false;
        }
    }
    return true;
}

/// All prefixes, with those of no field; unused places are empty.
constexpr auto all_prefixes() {
    std::array<std::string_view, 2 * field_count + 3> all{};
    std::size_t used = 0;
    for (const FieldRow &each : table) {
        all[used++] = each.value_prefix;
        all[used++] = each.word_prefix;
    }
    all[used++] = id_prefix;
    all[used++] = owner_prefix;
    all[used++] = stem_prefix;
    return all;
}

constexpr bool prefixes_tell_fields_apart() {
    const auto all = all_prefixes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].empty()) {
            continue;
        }
        if (!well_formed(all[i])) {
            return false;
        }
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i != j && all[j].substr(0, all[i].size()) == all[i]) {
                return false;
            }
        }
    }
    return true;
}

constexpr bool rows_are_complete() {
    for (const FieldRow &each : table) {
        const bool text = each.kind == FieldKind::text;
        if (each.name.empty() || each.help.empty() || each.example.empty() || each.weight < 0 ||
            text == each.word_prefix.empty() || (each.facet && each.column.empty()) ||
            (!text && each.value_prefix.empty()) || each.name.size() > 16) {
            return false;
        }
    }
    return true;
}

static_assert(ordered_by_id(), "a row stands at its id's place");
static_assert(names_and_columns_are_unique(), "names, aliases and columns are unique");
static_assert(prefixes_tell_fields_apart(), "no prefix begins another, each is well formed");
static_assert(rows_are_complete(), "text has words, the rest has values, a facet has a column");

constexpr std::string_view kind_text(FieldKind kind) {
    return kind == FieldKind::text ? "text" : kind == FieldKind::tag ? "tag" : "number";
}

constexpr auto public_rows() {
    std::array<Field, field_count> rows{};
    for (std::size_t i = 0; i < field_count; ++i) {
        rows[i] = {table[i].name,  table[i].alias, kind_text(table[i].kind),
                   table[i].facet, table[i].help,  table[i].example};
    }
    return rows;
}

constexpr auto public_table = public_rows();

std::string lower(std::string_view name) {
    std::string result(name);
    for (char &letter : result) {
        letter = capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

} // namespace

std::span<const FieldRow> field_table() {
    return table;
}

const FieldRow &row(FieldId id) {
    return table[static_cast<std::size_t>(id)];
}

std::optional<FieldId> find_field(std::string_view name) {
    if (name.empty()) {
        return std::nullopt;
    }
    const std::string wanted = lower(name);
    for (const FieldRow &each : table) {
        if (each.name == wanted || each.alias == wanted) {
            return each.id;
        }
    }
    return std::nullopt;
}

std::span<const std::string_view> features() {
    return feature_names;
}

} // namespace ideary::schema

namespace ideary {
namespace {
constexpr std::array<const char *, 4> kind_names{"wish", "talk", "proposal", "note"};
}

std::span<const Field> fields() {
    return schema::public_table;
}

const char *kind_name(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_from_name(const std::string &name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (name == kind_names[i]) {
            return static_cast<Kind>(i);
        }
    }
    return std::nullopt;
}

} // namespace ideary
