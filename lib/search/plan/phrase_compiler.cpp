// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words one behind the other: phrases, compounds, words that are near.
#include <algorithm>
#include <limits>

#include "search/context/weights.hpp"
#include "search/context/word_counts.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

/// Where words stand is read idea by idea: that is done for so many as the index has, fewer where
/// they are long, and for one phrase in any case.
bool Planner::affords(const std::vector<std::string> &terms) {
    constexpr double cheap = 100'000;
    // Measured: 0.3 µs an idea of 200 terms, 1.2 µs one of 1,760.
    const double each = std::max(1.0, 0.6 + scene_.database.get_avlength() / 530);
    double ideas = terms.size() < 2 ? 0 : std::numeric_limits<double>::max();
    for (const std::string &term : terms) {
        ideas = std::min<double>(ideas, each * frequency_of(scene_, term));
    }
    const double most = std::max<double>(cheap, scene_.database.get_doccount());
    const bool afforded = ideas_read_ == 0 || ideas_read_ + ideas <= most;
    ideas_read_ += afforded ? ideas : 0;
    return afforded;
}

/// What stands for a phrase that is too dear: its words wherever they stand, or nothing.
ScoredQuery Planner::too_dear(const std::vector<std::string> &terms, bool loosely) {
    if (!too_dear_said_) {
        too_dear_said_ = true;
        Remark remark;
        remark.text =
            "The first phrases of this query have very many ideas to look at; the words of "
            "the others are searched wherever they stand.";
        plan_.remarks.push_back(std::move(remark));
    }
    std::vector<ScoredQuery> words;
    for (const std::string &term : terms) {
        words.push_back(term_clause(term));
    }
    return loosely ? combined(ScoredQuery::Kind::all, words) : ScoredQuery();
}

ScoredQuery Planner::sequence(const std::vector<std::string> &forms, const Field &field,
                              bool loosely) {
    std::vector<std::string> terms;
    for (const std::string &form : forms) {
        terms.push_back(term(form, field));
    }
    return affords(terms) ? phrase_clause(std::move(terms)) : too_dear(terms, loosely);
}

/// Exact forms one behind the other. Signs count where they make the word: `"AT&T"` is not "at t".
ScoredQuery Planner::quotation(const std::vector<Unit> &units, const Field &field, Role role) {
    if (units.empty()) {
        return {};
    }
    std::vector<ScoredQuery> queries{sequence(forms_of(units), field, role != Role::exclude)};
    for (const Unit &unit : units) {
        const bool signs = std::any_of(unit.parts.begin(), unit.parts.end(),
                                       [](const auto &part) { return points_of(part.form) < 2; });
        if (unit.parts.size() > 1 && signs) {
            queries.push_back(scaled(term_clause(term(unit.token.form, field)), 0));
        }
    }
    return combined(ScoredQuery::Kind::all, queries);
}

ScoredQuery Planner::phrase(const QueryNode &node, Role role) {
    const std::vector<Unit> found = units(node.text);
    const std::vector<std::string> forms = forms_of(found);
    const Field field = field_of(node);
    if (role != Role::exclude) {
        plan_.words = true;
        plan_.wanted.phrases.push_back(forms);
    }
    return scaled(quotation(found, field, role), field ? field_weight : 1);
}

/// Of a phrase its first word stands for it, and the whole has to match besides.
ScoredQuery Planner::near(const QueryNode &node, Role role) {
    std::vector<std::string> terms;
    std::vector<ScoredQuery> queries;
    for (const QueryNode &child : node.children) {
        const std::vector<Unit> found = units(child.text);
        const std::vector<std::string> forms = forms_of(found);
        if (forms.empty()) {
            continue;
        }
        terms.push_back(term(forms.front(), std::nullopt));
        if (forms.size() > 1) {
            queries.push_back(scaled(quotation(found, std::nullopt, role), 0));
        }
        if (role != Role::exclude) {
            plan_.wanted.phrases.push_back(forms);
        }
    }
    plan_.words = plan_.words || role != Role::exclude;
    if (!terms.empty()) {
        const auto reach = static_cast<std::uint32_t>(node.distance) *
                               static_cast<std::uint32_t>(terms.size() - 1) +
                           1;
        queries.insert(queries.begin(), affords(terms) ? near_clause(std::move(terms), reach)
                                                       : too_dear(terms, role != Role::exclude));
    }
    return combined(ScoredQuery::Kind::all, queries);
}

} // namespace ideary::search
