// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How values of columns and ranges of years become terms.
#include <algorithm>
#include <cstdlib>

#include "index/analysis/terms.hpp"
#include "search/collect/field_filters.hpp"
#include "search/context/weights.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;
using schema::FieldId;

ScoredQuery Planner::value(const QueryNode &node) {
    const FieldId field = *field_of(node);
    const index::Column &column = scene_.generation.column(field);
    const bool open = node.kind == Kind::prefix;
    const std::vector<std::uint32_t> ordinals = values_with(scene_, field, node.text, open);
    if (ordinals.size() > max_value_terms) {
        ScoredQuery chosen;
        chosen.kind = ScoredQuery::Kind::values;
        chosen.field = field;
        chosen.ordinals.resize(column.value_count());
        for (const std::uint32_t ordinal : ordinals) {
            chosen.ordinals[ordinal] = true;
        }
        return chosen;
    }
    std::vector<ScoredQuery> terms;
    for (const std::uint32_t ordinal : ordinals) {
        terms.push_back(term_clause(index::value_term(field, column.folded(ordinal))));
    }
    return scaled(combined(ScoredQuery::Kind::any, terms), 0);
}

ScoredQuery Planner::range(const QueryNode &node) {
    return years_clause(node.from.value_or(1), node.to.value_or(9999));
}

} // namespace ideary::search
