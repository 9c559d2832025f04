// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/explain/term_origins.hpp"

#include <algorithm>

#include "search/context/weights.hpp"
#include "search/plan/query_words.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;

Origins::Origins(const QueryNode &tree, const Plan &plan, const SearchContext &scene,
                 const std::string &language)
    : scene_(scene), stemmers_{&scene.bench.stemmer(language)} {
    for (const std::string &other : scene.known.languages(scene.generation, scene.database)) {
        stemmers_.push_back(&scene.bench.stemmer(other));
    }
    for (const Replacement &replaced : plan.replaced) {
        add_words(replaced.word, {Origin::corrected, replaced.text});
    }
    add_node(tree);
}

/// The first origin of a form stays.
void Origins::add_token(const text::Token &token, const TermOrigin &origin) {
    forms_.emplace(token.form, origin);
    for (const index::Stemmer *stemmer : stemmers_) {
        stems_.emplace(stemmer->stem(token), origin);
    }
}

void Origins::add_words(const std::string &text, const TermOrigin &origin) {
    for (const text::Token &token : scene_.bench.analyzer.tokenize(text)) {
        add_token(token, origin);
    }
}

void Origins::add_node(const QueryNode &node) {
    if (node.must_not) {
        return;
    }
    for (const QueryNode &child : node.children) {
        add_node(child);
    }
    if (node.kind == Kind::word || node.kind == Kind::phrase || node.kind == Kind::fuzzy) {
        add_words(node.text, {Origin::typed, node.text});
    }
    const bool expanded = node.kind == Kind::fuzzy || node.kind == Kind::prefix;
    const std::vector<Unit> units =
        expanded ? units_of(scene_.bench.analyzer.tokenize(node.text)) : std::vector<Unit>();
    if (units.empty()) {
        return;
    }
    if (node.kind == Kind::prefix) {
        starts_.push_back({units.back().token.form, {Origin::start, node.text + "*"}});
        return;
    }
    const SpellingDictionary &vocabulary = scene_.known.vocabulary(scene_.generation);
    for (FuzzyMatch &near : vocabulary.one_edit(units.front().token.form, max_expansion)) {
        forms_.emplace(std::move(near.form), TermOrigin{Origin::typo, node.text + "~"});
    }
}

TermOrigin Origins::of(const TermParts &term) const {
    const auto &known = term.kind == TermKind::stem ? stems_ : forms_;
    const auto found = known.find(term.text);
    if (found != known.end()) {
        return found->second;
    }
    for (const auto &[start, origin] : starts_) {
        if (term.kind == TermKind::exact && term.text.compare(0, start.size(), start) == 0) {
            return origin;
        }
    }
    return {};
}

std::string Origins::typed_in(const ScoredQuery &clause) const {
    std::vector<std::string> typed;
    const auto collect = [&](const auto &self, const ScoredQuery &at) -> void {
        for (const std::string &term : at.terms) {
            std::string words = of(parts_of(term)).typed;
            if (!words.empty() && std::find(typed.begin(), typed.end(), words) == typed.end()) {
                typed.push_back(std::move(words));
            }
        }
        for (const ScoredQuery &child : at.children) {
            self(self, child);
        }
    };
    collect(collect, clause);
    std::string joined;
    for (const std::string &words : typed) {
        joined += (joined.empty() ? "" : " ") + words;
    }
    return joined;
}

} // namespace ideary::search
