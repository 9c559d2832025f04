// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/term_parts.hpp"

#include <string_view>

#include "schema/fields.hpp"

namespace ideary::search {

TermParts parts_of(const std::string &term) {
    TermParts parts;
    std::string_view rest = term;
    if (rest.substr(0, schema::stem_prefix.size()) == schema::stem_prefix) {
        parts.kind = TermKind::stem;
        rest.remove_prefix(schema::stem_prefix.size());
    }
    const auto starts_with = [&](std::string_view prefix) {
        return !prefix.empty() && rest.substr(0, prefix.size()) == prefix;
    };
    for (const schema::FieldRow &row : schema::field_table()) {
        const bool is_word = starts_with(row.word_prefix);
        if (is_word || starts_with(row.value_prefix)) {
            parts.is_value = !is_word;
            parts.field = row.name;
            rest.remove_prefix(is_word ? row.word_prefix.size() : row.value_prefix.size());
            break;
        }
    }
    parts.text = rest;
    return parts;
}

} // namespace ideary::search
