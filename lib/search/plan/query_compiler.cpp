// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How starts of words and words with typos become the words that the index has.
#include <algorithm>

#include "search/context/weights.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

/// How many words this node may still stand for; what goes over is remarked.
std::size_t Planner::expansion(const QueryNode &node) {
    const std::size_t left = max_expansions - std::min(expansions_, max_expansions);
    if (left == 0) {
        remark(
            node,
            "Too many starts of words and typos in one query: this one stands for no other words.");
    }
    return std::min(left, max_expansion);
}

ScoredQuery Planner::one_of(const std::vector<std::string> &forms, const Field &field,
                            const std::string &typed) {
    std::vector<ScoredQuery> queries;
    for (const std::string &form : forms) {
        const ScoredQuery query = term_clause(term(form, field));
        queries.push_back(typed.empty() || form == typed ? query : scaled(query, typo_weight));
    }
    expansions_ += forms.size();
    return scaled(combined(ScoredQuery::Kind::best, queries), field ? field_weight : 1);
}

ScoredQuery Planner::prefix(const QueryNode &node, Role role) {
    const Field field = field_of(node);
    if (field && !schema::row(*field).value_prefix.empty()) {
        return value(node);
    }
    const std::vector<Unit> found = units(node.text);
    const std::size_t max = found.empty() ? 0 : expansion(node);
    if (max == 0) {
        return {};
    }
    const std::string start = found.back().token.form;
    const std::string first = term(start, field);
    std::vector<std::pair<Xapian::doccount, std::string>> words;
    std::size_t visited = 0;
    auto each = scene_.database.allterms_begin(first);
    for (; each != scene_.database.allterms_end(first) && visited < max_visited; ++each) {
        words.emplace_back(each.get_termfreq(), start + (*each).substr(first.size()));
        ++visited;
    }
    std::sort(words.begin(), words.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    if (words.size() > max) {
        remark(node, "Only the most frequent words with this start are searched.");
        words.resize(max);
    }
    std::vector<std::string> forms;
    for (auto &[frequency, form] : words) {
        forms.push_back(std::move(form));
    }
    if (role != Role::exclude) {
        plan_.words = plan_.loose = true;
        plan_.wanted.forms.insert(forms.begin(), forms.end());
    }
    std::vector<ScoredQuery> queries{one_of(forms, field, "")};
    if (found.size() > 1) { // what stands before the start, as std:: in std::vec*
        queries.push_back(quotation({found.begin(), found.end() - 1}, field, role));
    }
    return combined(ScoredQuery::Kind::all, queries);
}

ScoredQuery Planner::fuzzy(const QueryNode &node, Role role) {
    const Field field = field_of(node);
    const std::vector<Unit> found = units(node.text);
    if (found.empty()) {
        return {};
    }
    const std::size_t max = expansion(node);
    const std::string typed = found.front().token.form;
    std::vector<std::string> forms;
    if (max > 0) {
        for (FuzzyMatch &near : scene_.known.vocabulary(scene_.generation).one_edit(typed, max)) {
            forms.push_back(std::move(near.form));
        }
    }
    const ScoredQuery itself = unit(found.front(), field, role);
    if (role != Role::exclude) {
        plan_.words = plan_.loose = true;
        plan_.wanted.forms.insert(forms.begin(), forms.end());
    }
    return combined(ScoredQuery::Kind::best, {itself, one_of(forms, field, typed)});
}

} // namespace ideary::search
