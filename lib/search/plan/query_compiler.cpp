// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/query_compiler.hpp"

#include <algorithm>

#include "index/analysis/terms.hpp"
#include "search/context/value_lookup.hpp"
#include "search/context/weights.hpp"
#include "search/plan/rewriter.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;
using schema::FieldId;

namespace {

/// Any of some words, with the boost of a field.
ScoredQuery any_form(const std::vector<ScoredQuery> &forms, const Field &field) {
    return boosted(make_group(ScoredQuery::Kind::dis_max, forms), field ? field_boost : 1);
}

} // namespace

CompiledQuery compile(const QueryNode &tree, const SearchContext &context,
                      const CompileOptions &options) {
    return QueryCompiler(context, options).run(Rewriter(context, options).run(tree));
}

QueryCompiler::QueryCompiler(const SearchContext &context, const CompileOptions &options)
    : analyzer_(context, options), phrases_(analyzer_, remarks_), words_(analyzer_, phrases_),
      synonyms_(analyzer_, words_, phrases_, remarks_) {}

CompiledQuery QueryCompiler::run(RewrittenQuery query) {
    CompiledQuery compiled;
    compiled.scored = node(query.root);
    compiled.filter = filter_of(compiled.scored);
    compiled.highlights = highlight_terms(compiled.scored);
    compiled.has_scored_terms = has_scored_terms(compiled.scored);
    compiled.has_unquoted_terms = has_unquoted_terms(compiled.scored);
    compiled.remarks = query.remarks;
    compiled.remarks.insert(compiled.remarks.end(), remarks_.begin(), remarks_.end());
    compiled.rewritten = std::move(query);
    return compiled;
}

void QueryCompiler::remark(const QueryNode &node, const char *text) {
    Remark remark;
    remark.text = text;
    remark.offset = node.offset;
    remark.length = node.length;
    remarks_.push_back(std::move(remark));
}

ScoredQuery QueryCompiler::node(const RewrittenNode &node) {
    switch (node.kind) {
    case RewrittenNode::Kind::nothing:
        return {};
    case RewrittenNode::Kind::words:
        return synonyms_.group(node.words, node.role);
    case RewrittenNode::Kind::leaf:
        return leaf(*node.node, node.role);
    case RewrittenNode::Kind::group:
        return group(node);
    }
    return {};
}

ScoredQuery QueryCompiler::leaf(const QueryNode &node, Role role) {
    switch (node.kind) {
    case Kind::everything:
        return match_all();
    case Kind::phrase:
        return phrases_.phrase(node, role);
    case Kind::prefix:
        return prefix(node, role);
    case Kind::fuzzy:
        return fuzzy(node, role);
    case Kind::near:
        return phrases_.near(node, role);
    case Kind::value:
        return value(node);
    case Kind::range:
        return year_range_query(node.from.value_or(1), node.to.value_or(9999));
    default: // nothing; the rewriter makes words and groups of the others
        return {};
    }
}

std::vector<ScoredQuery> QueryCompiler::nodes(const std::vector<RewrittenNode> &nodes) {
    std::vector<ScoredQuery> queries;
    for (const RewrittenNode &each : nodes) {
        const ScoredQuery query = node(each);
        queries.push_back(each.count > 1 ? boosted(query, each.count) : query);
    }
    return queries;
}

/// Words that must match, then those that may; values select and do not score.
ScoredQuery QueryCompiler::group(const RewrittenNode &group) {
    const std::vector<ScoredQuery> musts = nodes(group.musts);
    const std::vector<ScoredQuery> options = nodes(group.options);
    const std::vector<ScoredQuery> filters = nodes(group.filters);
    const std::vector<ScoredQuery> excluded = nodes(group.excluded);
    ScoredQuery query = match_all();
    if (!musts.empty()) {
        query = make_group(ScoredQuery::Kind::and_, musts);
        if (!options.empty() && group.role != Role::exclude) { // there they change nothing
            query = make_group(ScoredQuery::Kind::and_maybe,
                               {query, make_group(ScoredQuery::Kind::or_, options)});
        }
    } else if (!options.empty()) {
        query = make_group(ScoredQuery::Kind::or_, options);
    }
    if (!filters.empty()) {
        query = make_group(ScoredQuery::Kind::filter,
                           {query, make_group(ScoredQuery::Kind::and_, filters)});
    }
    return make_group(ScoredQuery::Kind::and_not,
                      {query, make_group(ScoredQuery::Kind::or_, excluded)});
}

ScoredQuery QueryCompiler::value(const QueryNode &node) const {
    const FieldId field = *field_of(node);
    const index::FacetColumn &column = analyzer_.context.generation.column(field);
    const bool is_prefix = node.kind == Kind::prefix;
    const std::vector<std::uint32_t> ordinals =
        values_with(analyzer_.context, field, node.text, is_prefix);
    if (ordinals.size() > max_value_terms) {
        ScoredQuery query;
        query.kind = ScoredQuery::Kind::values;
        query.field = field;
        query.ordinals.resize(column.value_count());
        for (const std::uint32_t ordinal : ordinals) {
            query.ordinals[ordinal] = true;
        }
        return query;
    }
    std::vector<ScoredQuery> terms;
    for (const std::uint32_t ordinal : ordinals) {
        terms.push_back(term_query(index::value_term(field, column.folded(ordinal))));
    }
    return boosted(make_group(ScoredQuery::Kind::or_, terms), 0);
}

/// Number of words that a prefix or fuzzy node may still stand for; 0 is remarked.
std::size_t QueryCompiler::expansion_limit(const QueryNode &node) {
    const std::size_t left = max_expansions - std::min(expansions_, max_expansions);
    if (left == 0) {
        remark(
            node,
            "Too many starts of words and typos in one query: this one stands for no other words.");
    }
    return std::min(left, max_expansion);
}

ScoredQuery QueryCompiler::prefix(const QueryNode &node, Role role) {
    const Field field = field_of(node);
    if (field && !schema::row(*field).value_prefix.empty()) {
        return value(node);
    }
    const std::vector<QueryWord> words = analyzer_.words(node.text);
    const std::size_t max = words.empty() ? 0 : expansion_limit(node);
    if (max == 0) {
        return {};
    }
    std::vector<index::TermCount> terms = analyzer_.context.statistics.terms_with_prefix(
        form_term(words.back().token.form, field), max_visited_terms);
    std::sort(terms.begin(), terms.end(), [](const auto &a, const auto &b) {
        return a.ideas != b.ideas ? a.ideas > b.ideas : a.term < b.term;
    });
    if (terms.size() > max) {
        remark(node, "Only the most frequent words with this start are searched.");
        terms.resize(max);
    }
    expansions_ += terms.size();
    std::vector<ScoredQuery> forms;
    for (const index::TermCount &each : terms) {
        forms.push_back(term_query(each.term));
    }
    std::vector<ScoredQuery> queries{any_form(forms, field)};
    if (words.size() > 1) { // before the prefix, as std:: in std::vec*
        queries.push_back(phrases_.phrase_of({words.begin(), words.end() - 1}, field, role));
    }
    return with_origin(make_group(ScoredQuery::Kind::and_, queries), Origin::prefix,
                       {node.offset, node.length, node.text + "*"});
}

ScoredQuery QueryCompiler::fuzzy(const QueryNode &node, Role role) {
    const Field field = field_of(node);
    const std::vector<QueryWord> words = analyzer_.words(node.text);
    if (words.empty()) {
        return {};
    }
    const TypedSpan span{node.offset, node.length, node.text};
    const TypedSpan fuzzy_span{node.offset, node.length, node.text + "~"};
    const std::size_t max = expansion_limit(node);
    const std::string typed = words.front().token.form;
    std::vector<ScoredQuery> forms;
    if (max > 0) {
        for (const FuzzyMatch &match : analyzer_.context.spelling().within_one_edit(typed, max)) {
            const ScoredQuery query = term_query(form_term(match.form, field));
            forms.push_back(match.form == typed ? with_origin(query, Origin::typed, span)
                                                : with_origin(boosted(query, fuzzy_boost),
                                                              Origin::fuzzy, fuzzy_span));
        }
    }
    expansions_ += forms.size();
    const ScoredQuery itself =
        with_origin(words_.query_word(words.front(), field, role), Origin::typed, span);
    const ScoredQuery query =
        make_group(ScoredQuery::Kind::dis_max, {itself, any_form(forms, field)});
    return with_origin(query, Origin::typed, span);
}

} // namespace ideary::search
