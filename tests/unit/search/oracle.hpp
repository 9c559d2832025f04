// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Matches of a query, found without an index by testing every idea.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ideary/query.hpp"
#include "index/analysis/terms.hpp"
#include "text/normalize.hpp"
#include "text/tokens.hpp"

namespace search_test {

using ideary::Idea;
using ideary::QueryNode;

/// An idea with its stems and exact forms.
struct AnalyzedIdea {
    const Idea *idea;
    std::set<std::string> stems;
    std::vector<std::vector<std::string>> texts; ///< exact forms
};

class Oracle {
  public:
    explicit Oracle(const std::vector<Idea> &ideas) {
        for (const Idea &idea : ideas) {
            AnalyzedIdea seen{&idea, {}, {}};
            std::vector<std::string> texts{idea.title, idea.body};
            texts.insert(texts.end(), idea.authors.begin(), idea.authors.end());
            for (const std::string &text : texts) {
                seen.texts.emplace_back();
                for (const auto &token : analyzer_.tokenize(text)) {
                    seen.stems.insert(stemmer_.stem(token));
                    seen.texts.back().push_back(token.form);
                }
            }
            seen_.push_back(std::move(seen));
        }
    }

    std::vector<const Idea *> matches(const QueryNode &tree) {
        std::vector<const Idea *> found;
        for (const AnalyzedIdea &seen : seen_) {
            if (holds(seen, tree)) {
                found.push_back(seen.idea);
            }
        }
        return found;
    }

  private:
    bool word(const AnalyzedIdea &seen, const std::string &text) {
        for (const auto &token : analyzer_.tokenize(text)) {
            if (seen.stems.count(stemmer_.stem(token)) > 0) {
                return true;
            }
        }
        return false;
    }
    bool phrase(const AnalyzedIdea &seen, const std::string &text) {
        std::vector<std::string> forms;
        for (const auto &token : analyzer_.tokenize(text)) {
            forms.push_back(token.form);
        }
        return std::any_of(seen.texts.begin(), seen.texts.end(), [&](const auto &line) {
            return std::search(line.begin(), line.end(), forms.begin(), forms.end()) != line.end();
        });
    }
    bool value(const AnalyzedIdea &seen, const QueryNode &node) {
        std::vector<std::string> values = node.field == "author"  ? seen.idea->authors
                                          : node.field == "topic" ? seen.idea->topics
                                                                  : std::vector<std::string>{};
        return std::any_of(values.begin(), values.end(), [&](const std::string &value) {
            const std::string folded = " " + ideary::text::fold_value(value) + " ";
            return folded.find(" " + ideary::text::fold_value(node.text) + " ") !=
                   std::string::npos;
        });
    }
    bool range(const AnalyzedIdea &seen, const QueryNode &node) {
        return seen.idea->year && *seen.idea->year >= node.from.value_or(0) &&
               *seen.idea->year <= node.to.value_or(9999);
    }
    static bool is_filter(const QueryNode &node) {
        if (!node.children.empty() && !node.must_not) {
            return std::all_of(node.children.begin(), node.children.end(), is_filter);
        }
        return node.must_not || node.kind == QueryNode::Kind::value ||
               node.kind == QueryNode::Kind::range;
    }
    bool group(const AnalyzedIdea &seen, const QueryNode &node) {
        bool wanted = false, found = false, must = false;
        for (const QueryNode &child : node.children) {
            const bool match = holds(seen, child);
            const bool each = child.must || node.kind == QueryNode::Kind::all;
            if (child.must_not ? match : each && !match) {
                return false;
            }
            must = must || (each && !child.must_not && !is_filter(child));
            wanted = wanted || (!child.must_not && !each);
            found = found || (!child.must_not && !each && match);
        }
        return must || !wanted || found;
    }
    bool holds(const AnalyzedIdea &seen, const QueryNode &node) {
        switch (node.kind) {
        case QueryNode::Kind::everything:
            return true;
        case QueryNode::Kind::word:
            return word(seen, node.text);
        case QueryNode::Kind::phrase:
            return phrase(seen, node.text);
        case QueryNode::Kind::value:
            return value(seen, node);
        case QueryNode::Kind::range:
            return range(seen, node);
        case QueryNode::Kind::any:
        case QueryNode::Kind::all:
        case QueryNode::Kind::query:
            return group(seen, node);
        default:
            return false;
        }
    }

    ideary::text::Analyzer analyzer_;
    ideary::index::Stemmer stemmer_{"en"};
    std::vector<AnalyzedIdea> seen_;
};

} // namespace search_test
