// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/scored_query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "search/match/term_parts.hpp"

namespace ideary::search {

using Kind = ScoredQuery::Kind;

bool ScoredQuery::is_text() const {
    return kind == Kind::phrase || kind == Kind::near ||
           (kind == Kind::term && !parts_of(terms.front()).is_value);
}

ScoredQuery match_all() {
    ScoredQuery query;
    query.kind = Kind::match_all;
    return query;
}

ScoredQuery term_query(std::string term) {
    ScoredQuery query;
    query.kind = Kind::term;
    query.terms.push_back(std::move(term));
    return query;
}

ScoredQuery phrase_query(std::vector<std::string> terms) {
    ScoredQuery query;
    query.kind = terms.empty() ? Kind::match_none : terms.size() == 1 ? Kind::term : Kind::phrase;
    query.terms = std::move(terms);
    return query;
}

ScoredQuery near_query(std::vector<std::string> terms, std::uint32_t near_window) {
    ScoredQuery query = phrase_query(std::move(terms));
    query.kind = query.kind == Kind::phrase ? Kind::near : query.kind;
    query.near_window = near_window;
    return query;
}

ScoredQuery year_range_query(int from, int to) {
    ScoredQuery query;
    query.kind = Kind::years;
    query.from = from;
    query.to = to;
    return query;
}

ScoredQuery boosted(ScoredQuery query, double boost) {
    query.boost *= boost;
    return query;
}

ScoredQuery with_origin(ScoredQuery query, Origin origin, const TypedSpan &typed) {
    if (query.origin == Origin::related) {
        query.origin = origin;
    }
    if (query.typed.text.empty()) {
        query.typed = typed;
    }
    for (ScoredQuery &child : query.children) {
        child = with_origin(std::move(child), origin, typed);
    }
    return query;
}

ScoredQuery make_group(Kind kind, std::vector<ScoredQuery> children) {
    const bool needs_all = kind == Kind::and_ || kind == Kind::filter;
    const bool needs_first = kind == Kind::and_maybe || kind == Kind::and_not;
    const auto is_empty = [](const ScoredQuery &child) { return child.empty(); };
    if (children.empty() || (needs_first && children.front().empty()) ||
        (needs_all && std::any_of(children.begin(), children.end(), is_empty))) {
        return {};
    }
    children.erase(std::remove_if(children.begin(), children.end(), is_empty), children.end());
    if (children.size() <= 1) {
        return children.empty() ? ScoredQuery() : std::move(children.front());
    }
    ScoredQuery query;
    query.kind = kind;
    query.children = std::move(children);
    return query;
}

void visit_included(const ScoredQuery &query, const std::function<bool(const ScoredQuery &)> &f) {
    if (!f(query)) {
        return;
    }
    const std::size_t count = query.kind == Kind::and_not ? 1 : query.children.size();
    for (std::size_t i = 0; i < count; ++i) {
        visit_included(query.children[i], f);
    }
}

namespace {

using DocFrequency = std::function<std::uint64_t(const std::string &)>;

std::string describe_term(const std::string &term, const DocFrequency &doc_frequency) {
    const TermParts parts = parts_of(term);
    if (parts.is_value) {
        return fmt::format("{} is \"{}\"", parts.field, parts.text);
    }
    const std::uint64_t ideas = doc_frequency(term);
    return fmt::format("{} \"{}\"{}, in {} idea{}", term_kind_name(parts.kind), parts.text,
                       parts.field.empty() ? "" : " in " + parts.field, ideas,
                       ideas == 1 ? "" : "s");
}

std::string describe_phrase(const ScoredQuery &phrase) {
    std::string words;
    std::string field;
    for (const std::string &term : phrase.terms) {
        const TermParts parts = parts_of(term);
        words += (words.empty() ? "" : " ") + parts.text;
        field = parts.field.empty() ? "" : " in " + parts.field;
    }
    const TermKind kind = phrase.kind == Kind::near ? TermKind::near : TermKind::phrase;
    return fmt::format("{} \"{}\"{}", term_kind_name(kind), words, field);
}

std::string describe_node(const ScoredQuery &query, const DocFrequency &doc_frequency) {
    switch (query.kind) {
    case Kind::match_none:
        return "no idea";
    case Kind::match_all:
        return "every idea";
    case Kind::term:
        return describe_term(query.terms.front(), doc_frequency);
    case Kind::phrase:
    case Kind::near:
        return describe_phrase(query);
    case Kind::values:
        return fmt::format("{} is one of {} values", schema::row(query.field).name,
                           std::count(query.ordinals.begin(), query.ordinals.end(), true));
    case Kind::years:
        return fmt::format("year is {}..{}", query.from, query.to);
    case Kind::or_:
        return "any of these";
    case Kind::and_:
        return "all of these";
    case Kind::dis_max:
        return "the best of these";
    case Kind::and_maybe:
        return "the first; the others add to the score";
    case Kind::filter:
        return "the first, where the others match; they add nothing";
    case Kind::and_not:
        return "the first, but none of the others";
    }
    return {};
}

void append_description(const ScoredQuery &query, std::size_t depth,
                        const DocFrequency &doc_frequency, std::string &out) {
    out.append(2 * depth, ' ');
    if (query.boost != 1 && (query.is_group() || query.is_text())) {
        out += fmt::format("{:.4g} × ", query.boost);
    }
    out += describe_node(query, doc_frequency) + '\n';
    for (const ScoredQuery &child : query.children) {
        append_description(child, depth + 1, doc_frequency, out);
    }
}

} // namespace

std::string describe(const ScoredQuery &query, const DocFrequency &doc_frequency) {
    std::string out;
    append_description(query, 0, doc_frequency, out);
    return out;
}

} // namespace ideary::search
