// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Invariants of every query, for the fuzzer and the replay of its findings.
#pragma once

#include <algorithm>
#include <string>

#include "ideary/query.hpp"
#include "query/parser.hpp"

namespace fuzz {

/// Whether all remarks are within the text and the canonical form parses to the same tree.
inline bool query_holds(const std::string &text) {
    for (const bool all : {false, true}) {
        const ideary::Query query = ideary::Query::parse(text, all);
        const auto inside = [&](const ideary::Remark &remark) {
            return remark.offset <= text.size() && remark.length <= text.size() - remark.offset;
        };
        if (!std::all_of(query.remarks().begin(), query.remarks().end(), inside)) {
            return false;
        }
        const std::string canonical = query.canonical();
        const ideary::query::Parsed again = ideary::query::parse_whole(canonical, false);
        if (ideary::query::canonical(again.tree) != canonical ||
            ideary::query::outline(again.tree) != query.outline()) {
            return false;
        }
    }
    return true;
}

} // namespace fuzz
