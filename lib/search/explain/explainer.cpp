// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/explain/explainer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>

#include "search/context/word_counts.hpp"
#include "search/match/positions.hpp"
#include "search/match/scorer.hpp"
#include "search/match/term_parts.hpp"

namespace ideary::search {
namespace {

using Kind = ScoredQuery::Kind;

void append(std::vector<Contribution> &list, std::vector<Contribution> &&more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

/// One contribution for each term, however often it was sought.
std::vector<Contribution> merged(std::vector<Contribution> list) {
    std::vector<Contribution> result;
    for (Contribution &each : list) {
        const auto same =
            std::find_if(result.begin(), result.end(), [&](const Contribution &other) {
                return other.term == each.term && other.kind == each.kind &&
                       other.field == each.field && other.origin == each.origin &&
                       other.typed == each.typed;
            });
        if (same != result.end()) {
            same->score += each.score;
        } else if (each.score > 0) {
            result.push_back(std::move(each));
        }
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const Contribution &a, const Contribution &b) { return a.score > b.score; });
    return result;
}

/// Scores are 32-bit floats, and those of related hits are scaled: the parts of a sum follow.
void fit(std::vector<Contribution> &list, double score, bool scaled) {
    double sum = 0;
    for (const Contribution &each : list) {
        sum += each.score;
    }
    const bool rounding = std::abs(sum - score) <= 1e-6 * std::max(1.0, score);
    if (sum > 0 && (scaled || rounding)) {
        for (Contribution &each : list) {
            each.score *= score / sum;
        }
    }
}

} // namespace

Explainer::Explainer(const SearchContext &scene, ScoredQuery clause, const Origins &origins)
    : scene_(scene), origins_(origins), clause_(std::move(clause)), bm25_(scene.database) {}

std::string Explainer::in_words() const {
    return search::in_words(clause_, [this](const std::string &term) {
        return static_cast<std::uint64_t>(frequency(term));
    });
}

double Explainer::frequency(const std::string &term) const {
    return frequency_of(scene_, term);
}

std::vector<Contribution> Explainer::explain(const ScoredDoc &ranked, const Idea &idea,
                                             bool related) {
    doc_ = ranked.doc;
    read_texts(idea);
    std::vector<Contribution> list = merged(walk(clause_, 1).list);
    fit(list, static_cast<double>(ranked.score), related);
    for (Contribution &contribution : list) {
        if (related) {
            contribution.origin = Origin::related;
            contribution.typed.clear();
        }
        place(contribution, idea.language);
    }
    return list;
}

Explainer::Part Explainer::walk(const ScoredQuery &clause, double factor) {
    factor *= clause.factor;
    switch (clause.kind) {
    case Kind::nothing:
        return {};
    case Kind::term:
        return term(clause, factor);
    case Kind::phrase:
    case Kind::near:
        return together(clause, factor);
    case Kind::everything:
    case Kind::values:
    case Kind::years:
        return {holds(scene_.generation, clause, doc_), 0, {}};
    case Kind::best:
        return best(clause, factor);
    default:
        return sum(clause, factor);
    }
}

/// Groups whose children's weights add up. What comes behind the first child may choose, or add, or
/// both.
Explainer::Part Explainer::sum(const ScoredQuery &clause, double factor) {
    const Kind kind = clause.kind;
    Part result;
    result.matches = kind != Kind::any;
    bool first = true;
    for (const ScoredQuery &child : clause.children) {
        Part found = walk(child, factor);
        if (kind == Kind::any) {
            result.matches = result.matches || found.matches;
        } else if (first || kind == Kind::all || kind == Kind::filter) {
            result.matches = result.matches && found.matches;
        } else if (kind == Kind::without) {
            result.matches = result.matches && !found.matches;
        }
        if (found.matches && (first || (kind != Kind::filter && kind != Kind::without))) {
            result.weight += found.weight;
            append(result.list, std::move(found.list));
        }
        first = false;
    }
    return result.matches ? result : Part();
}

/// The child that weighs most is the whole weight. A synonym stands for what was typed beside it.
Explainer::Part Explainer::best(const ScoredQuery &clause, double factor) {
    Part result;
    for (const ScoredQuery &child : clause.children) {
        Part found = walk(child, factor);
        if (found.matches && (!result.matches || found.weight > result.weight)) {
            result = std::move(found);
        }
    }
    for (Contribution &each : result.list) {
        if (each.typed.empty()) {
            each.typed = origins_.typed_in(clause);
        }
    }
    return result;
}

Explainer::Part Explainer::term(const ScoredQuery &clause, double factor) const {
    const std::string &name = clause.terms.front();
    auto posting = scene_.database.postlist_begin(name);
    if (posting != scene_.database.postlist_end(name)) {
        posting.skip_to(doc_);
    }
    if (posting == scene_.database.postlist_end(name) || *posting != doc_) {
        return {};
    }
    const double count = posting.get_wdf();
    const double ideas = frequency(name);
    const double weight =
        bm25_.part(factor * bm25_.weight(ideas), count, scene_.generation.length(doc_));
    if (weight <= 0) {
        return {true, 0, {}};
    }
    const TermParts parts = parts_of(name);
    TermOrigin origin = origins_.of(parts);
    Contribution contribution;
    contribution.term = parts.text;
    contribution.kind = parts.kind;
    contribution.field = parts.field;
    contribution.origin = origin.origin;
    contribution.typed = std::move(origin.typed);
    contribution.ideas = static_cast<std::uint64_t>(ideas);
    contribution.occurrences = count / (parts.field.empty() ? schema::body_weight : 1);
    contribution.score = weight;
    return {true, weight, {std::move(contribution)}};
}

/// A phrase or what stands near weighs what its terms weigh.
Explainer::Part Explainer::together(const ScoredQuery &clause, double factor) const {
    Part sum;
    for (const std::string &each : clause.terms) {
        const Part found = term(term_clause(each), factor);
        if (!found.matches) {
            return {};
        }
        sum.weight += found.weight;
    }
    const bool near = clause.kind == Kind::near;
    Bits itself;
    itself.set(0);
    Positions(scene_.database, clause.terms, near ? clause.reach : 0).keep(doc_, itself);
    if (!itself.test(0)) {
        return {};
    }
    Contribution contribution;
    contribution.kind = near ? TermKind::near : TermKind::phrase;
    for (const std::string &each : clause.terms) {
        const TermParts parts = parts_of(each);
        contribution.term += (contribution.term.empty() ? "" : " ") + parts.text;
        contribution.field = parts.field;
        if (origins_.of(parts).origin == Origin::synonym) {
            contribution.origin = Origin::synonym;
        }
    }
    if (contribution.origin == Origin::typed) {
        contribution.typed = origins_.typed_in(clause);
    }
    contribution.score = sum.weight;
    return {true, sum.weight, {std::move(contribution)}};
}

void Explainer::read_texts(const Idea &idea) {
    texts_.clear();
    const auto add = [&](const char *field, std::string_view text) {
        Text read{field, std::string(text), {}, {}};
        const index::Stemmer &stemmer = scene_.bench.stemmer(idea.language);
        for (const text::Token &token : scene_.bench.analyzer.tokenize(text)) {
            read.stems.insert(stemmer.stem(token));
            read.forms.insert(token.form);
        }
        texts_.push_back(std::move(read));
    };
    add("title", idea.title);
    for (const std::string &heading : idea.section) {
        add("section", heading);
    }
    add("body", scene_.generation.body(doc_));
    for (const std::string &author : idea.authors) {
        add("author", author);
    }
    add("source_title", idea.source.title);
}

/// Says which texts hold the term.
void Explainer::place(Contribution &contribution, const std::string &language) {
    Wanted wanted;
    if (contribution.kind == TermKind::phrase) {
        wanted.phrases.emplace_back();
        std::istringstream forms(contribution.term);
        for (std::string form; forms >> form;) {
            wanted.phrases.back().push_back(form);
        }
    }
    for (const Text &text : texts_) {
        const bool own = contribution.field.empty() || contribution.field == text.field;
        bool holds = false;
        if (contribution.kind == TermKind::stem) {
            holds = text.stems.count(contribution.term) > 0;
        } else if (contribution.kind == TermKind::phrase) {
            holds = !read(text.text, language, wanted, scene_.bench).matches.empty();
        } else if (contribution.kind == TermKind::exact) {
            holds = text.forms.count(contribution.term) > 0;
        } else {
            const std::size_t blank = contribution.term.find(' ');
            holds = text.forms.count(contribution.term.substr(0, blank)) > 0;
        }
        std::vector<std::string> &fields = contribution.found_in;
        if (own && holds && (fields.empty() || fields.back() != text.field)) {
            fields.push_back(text.field);
        }
    }
}

} // namespace ideary::search

namespace ideary {

const char *origin_name(Origin origin) {
    constexpr const char *names[] = {"typed", "corrected", "synonym", "start", "typo", "related"};
    return names[static_cast<std::size_t>(origin)];
}

const char *term_kind_name(TermKind kind) {
    constexpr const char *names[] = {"stem", "exact", "phrase", "near", "other"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace ideary
