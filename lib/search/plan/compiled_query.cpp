// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/compiled_query.hpp"

#include <algorithm>

#include "search/match/term_parts.hpp"

namespace ideary::search {
namespace {

using Kind = ScoredQuery::Kind;

std::vector<std::string> texts_of(const std::vector<std::string> &terms) {
    std::vector<std::string> texts;
    for (const std::string &term : terms) {
        texts.push_back(parts_of(term).text);
    }
    return texts;
}

/// Adds the terms of NEAR, except those that stand for a phrase beside it.
void add_near_terms(const ScoredQuery &near, const std::vector<ScoredQuery> &siblings,
                    HighlightTerms &result) {
    for (const std::string &term : near.terms) {
        const bool is_phrase =
            std::any_of(siblings.begin(), siblings.end(), [&](const ScoredQuery &sibling) {
                return sibling.kind == Kind::phrase && sibling.terms.front() == term;
            });
        if (!is_phrase) {
            result.phrases.push_back({parts_of(term).text});
        }
    }
}

void add_term(const ScoredQuery &query, HighlightTerms &result) {
    const TermParts parts = parts_of(query.terms.front());
    if (parts.is_value) {
        return;
    }
    if (query.is_quoted) {
        result.phrases.push_back({parts.text});
    } else if (parts.kind == TermKind::stem) {
        result.stems.insert(parts.text);
    } else {
        result.forms.insert(parts.text);
    }
}

bool any_included(const ScoredQuery &query, bool (*test)(const ScoredQuery &)) {
    bool found = false;
    visit_included(query, [&](const ScoredQuery &each) {
        found = found || test(each);
        return !found;
    });
    return found;
}

} // namespace

ScoredQuery filter_of(const ScoredQuery &query) {
    if (query.kind == Kind::and_not) {
        std::vector<ScoredQuery> children{filter_of(query.children.front())};
        children.insert(children.end(), query.children.begin() + 1, query.children.end());
        return make_group(Kind::and_not, std::move(children));
    }
    if (query.kind == Kind::filter) {
        std::vector<ScoredQuery> children{match_all()};
        children.insert(children.end(), query.children.begin() + 1, query.children.end());
        return make_group(Kind::filter, std::move(children));
    }
    return match_all();
}

HighlightTerms highlight_terms(const ScoredQuery &query) {
    HighlightTerms result;
    visit_included(query, [&](const ScoredQuery &each) {
        if (each.is_bigrams) {
            std::vector<std::string> pairs;
            for (const ScoredQuery &pair : each.children) {
                pairs.push_back(parts_of(pair.terms.front()).text);
            }
            result.bigrams.push_back(std::move(pairs));
            return false;
        }
        const std::size_t included = each.kind == Kind::and_not ? 1 : each.children.size();
        for (std::size_t i = 0; i < included; ++i) {
            if (each.children[i].kind == Kind::near) {
                add_near_terms(each.children[i], each.children, result);
            }
        }
        if (each.kind == Kind::term) {
            add_term(each, result);
        } else if (each.kind == Kind::phrase) {
            result.phrases.push_back(texts_of(each.terms));
        }
        return true;
    });
    if (query.kind == Kind::near) {
        add_near_terms(query, {}, result);
    }
    return result;
}

bool has_scored_terms(const ScoredQuery &query) {
    return any_included(query, [](const ScoredQuery &each) { return each.is_text(); });
}

bool has_unquoted_terms(const ScoredQuery &query) {
    return any_included(query,
                        [](const ScoredQuery &each) { return each.is_text() && !each.is_quoted; });
}

} // namespace ideary::search
