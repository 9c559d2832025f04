// SPDX-License-Identifier: GPL-2.0-or-later
// Words one behind the other: phrases, compounds, words that are near.
#include <algorithm>
#include <limits>

#include "search/planner.hpp"
#include "search/weights.hpp"
#include "search/word_counts.hpp"

namespace ideary::search {

Clause Planner::sequence(const std::vector<std::string> &forms, const Field &field) {
    std::vector<std::string> terms;
    for (const std::string &form : forms) {
        terms.push_back(term(form, field));
    }
    return phrase_clause(std::move(terms));
}

/// Exact forms one behind the other. Signs count where they make the word: `"AT&T"` is not "at t".
Clause Planner::quotation(const std::vector<Unit> &units, const Field &field) {
    if (units.empty()) {
        return {};
    }
    std::vector<Clause> queries{sequence(forms_of(units), field)};
    for (const Unit &unit : units) {
        const bool signs = std::any_of(unit.parts.begin(), unit.parts.end(),
                                       [](const auto &part) { return points_of(part.form) < 2; });
        if (unit.parts.size() > 1 && signs) {
            queries.push_back(scaled(term_clause(term(unit.token.form, field)), 0));
        }
    }
    return combined(Clause::Kind::all, queries);
}

/// Where words stand is read idea by idea: that is done for so many as the index has, and for one
/// phrase in any case.
bool Planner::affords(const std::vector<std::string> &forms, const Field &field) {
    constexpr double cheap = 100'000;
    double ideas = forms.size() < 2 ? 0 : std::numeric_limits<double>::max();
    for (const std::string &form : forms) {
        ideas = std::min<double>(ideas, frequency_of(scene_, term(form, field)));
    }
    const bool first = ideas_read_ == 0;
    const double most = std::max<double>(cheap, scene_.database.get_doccount());
    const bool afforded = first || ideas_read_ + ideas <= most;
    ideas_read_ += afforded ? ideas : 0;
    return afforded;
}

Clause Planner::phrase(const QueryNode &node, Role role) {
    const std::vector<Unit> found = units(node.text);
    const std::vector<std::string> forms = forms_of(found);
    const Field field = field_of(node);
    if (!affords(forms, field)) {
        remark(node, "The phrases before this one have too many ideas to look at; its words are "
                     "searched wherever they stand.");
        std::vector<Clause> words;
        for (const std::string &form : forms) {
            words.push_back(term_clause(term(form, field)));
        }
        return combined(Clause::Kind::all, words);
    }
    if (role != Role::exclude) {
        plan_.words = true;
        plan_.wanted.phrases.push_back(forms);
    }
    return scaled(quotation(found, field), field ? field_weight : 1);
}

/// Of a phrase its first word stands for it, and the whole has to match besides.
Clause Planner::near(const QueryNode &node, Role role) {
    std::vector<std::string> terms;
    std::vector<Clause> queries;
    for (const QueryNode &child : node.children) {
        const std::vector<Unit> found = units(child.text);
        const std::vector<std::string> forms = forms_of(found);
        if (forms.empty()) {
            continue;
        }
        terms.push_back(term(forms.front(), std::nullopt));
        if (forms.size() > 1) {
            queries.push_back(scaled(quotation(found, std::nullopt), 0));
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
        queries.insert(queries.begin(), near_clause(std::move(terms), reach));
    }
    return combined(Clause::Kind::all, queries);
}

} // namespace ideary::search
