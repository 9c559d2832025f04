// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/scored_query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "search/match/term_parts.hpp"

namespace ideary::search {

using Kind = ScoredQuery::Kind;

ScoredQuery everything() {
    ScoredQuery clause;
    clause.kind = Kind::everything;
    return clause;
}

ScoredQuery term_clause(std::string term) {
    ScoredQuery clause;
    clause.kind = Kind::term;
    clause.terms.push_back(std::move(term));
    return clause;
}

ScoredQuery phrase_clause(std::vector<std::string> terms) {
    ScoredQuery clause;
    clause.kind = terms.empty() ? Kind::nothing : terms.size() == 1 ? Kind::term : Kind::phrase;
    clause.terms = std::move(terms);
    return clause;
}

ScoredQuery near_clause(std::vector<std::string> terms, std::uint32_t reach) {
    ScoredQuery clause = phrase_clause(std::move(terms));
    clause.kind = clause.kind == Kind::phrase ? Kind::near : clause.kind;
    clause.reach = reach;
    return clause;
}

ScoredQuery years_clause(int from, int to) {
    ScoredQuery clause;
    clause.kind = Kind::years;
    clause.from = from;
    clause.to = to;
    return clause;
}

ScoredQuery scaled(ScoredQuery clause, double factor) {
    clause.factor *= factor;
    return clause;
}

ScoredQuery combined(Kind kind, std::vector<ScoredQuery> children) {
    const bool needs_all = kind == Kind::all || kind == Kind::filter;
    const bool needs_first = kind == Kind::maybe || kind == Kind::without;
    const auto is_empty = [](const ScoredQuery &child) { return child.empty(); };
    if (children.empty() || (needs_first && children.front().empty()) ||
        (needs_all && std::any_of(children.begin(), children.end(), is_empty))) {
        return {};
    }
    children.erase(std::remove_if(children.begin(), children.end(), is_empty), children.end());
    if (children.size() <= 1) {
        return children.empty() ? ScoredQuery() : std::move(children.front());
    }
    ScoredQuery clause;
    clause.kind = kind;
    clause.children = std::move(children);
    return clause;
}

namespace {

using Frequency = std::function<std::uint64_t(const std::string &)>;

std::string term_in_words(const std::string &term, const Frequency &frequency) {
    const TermParts parts = parts_of(term);
    if (parts.value) {
        return fmt::format("{} is \"{}\"", parts.field, parts.text);
    }
    const std::uint64_t ideas = frequency(term);
    return fmt::format("{} \"{}\"{}, in {} idea{}", term_kind_name(parts.kind), parts.text,
                       parts.field.empty() ? "" : " in " + parts.field, ideas,
                       ideas == 1 ? "" : "s");
}

std::string phrase_in_words(const ScoredQuery &phrase) {
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

std::string name_of(const ScoredQuery &clause, const Frequency &frequency) {
    switch (clause.kind) {
    case Kind::nothing:
        return "no idea";
    case Kind::everything:
        return "every idea";
    case Kind::term:
        return term_in_words(clause.terms.front(), frequency);
    case Kind::phrase:
    case Kind::near:
        return phrase_in_words(clause);
    case Kind::values:
        return fmt::format("{} is one of {} values", schema::row(clause.field).name,
                           std::count(clause.ordinals.begin(), clause.ordinals.end(), true));
    case Kind::years:
        return fmt::format("year is {}..{}", clause.from, clause.to);
    case Kind::any:
        return "any of these";
    case Kind::all:
        return "all of these";
    case Kind::best:
        return "the best of these";
    case Kind::maybe:
        return "the first; the others add to the score";
    case Kind::filter:
        return "the first, where the others match; they add nothing";
    case Kind::without:
        return "the first, but none of the others";
    }
    return {};
}

bool has_weight(const ScoredQuery &clause) {
    const bool value = clause.kind == Kind::term && parts_of(clause.terms.front()).value;
    return !value && (clause.is_group() || clause.kind == Kind::term ||
                      clause.kind == Kind::phrase || clause.kind == Kind::near);
}

void write_words(const ScoredQuery &clause, std::size_t depth, const Frequency &frequency,
                 std::string &out) {
    out.append(2 * depth, ' ');
    if (clause.factor != 1 && has_weight(clause)) {
        out += fmt::format("{:.4g} × ", clause.factor);
    }
    out += name_of(clause, frequency) + '\n';
    for (const ScoredQuery &child : clause.children) {
        write_words(child, depth + 1, frequency, out);
    }
}

} // namespace

std::string in_words(const ScoredQuery &clause, const Frequency &frequency) {
    std::string out;
    write_words(clause, 0, frequency, out);
    return out;
}

} // namespace ideary::search
