// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/parser.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/groups.hpp"
#include "query/limits.hpp"
#include "query/parser_state.hpp"
#include "text/fold.hpp"

namespace ideary::query {

using Kind = QueryNode::Kind;

Parsed Parser::run() {
    for (Lexeme lexeme = lexer_.next(); lexeme.kind != LexemeKind::end; lexeme = lexer_.next()) {
        anything_ = true;
        take(lexeme);
    }
    Parsed parsed;
    parsed.tree = root();
    std::stable_sort(remarks_.begin(), remarks_.end(),
                     [](const Remark &a, const Remark &b) { return a.offset < b.offset; });
    parsed.remarks = std::move(remarks_);
    return parsed;
}

void Parser::take(const Lexeme &lexeme) {
    switch (lexeme.kind) {
    case LexemeKind::open:
        return open(lexeme);
    case LexemeKind::close:
        return close(lexeme);
    case LexemeKind::op_and:
    case LexemeKind::op_or:
    case LexemeKind::op_near:
        return join_with(lexeme);
    case LexemeKind::plus:
    case LexemeKind::minus:
    case LexemeKind::op_not:
        return sign(lexeme);
    case LexemeKind::field:
        open_groups_.back().field = lexeme;
        return;
    case LexemeKind::bareword:
    case LexemeKind::quoted:
        return leaf(lexeme);
    case LexemeKind::punctuation:
    case LexemeKind::end:
        return drop_prefix_operators();
    }
}

void Parser::open(const Lexeme &lexeme) {
    if (open_groups_.size() > max_open_groups) {
        ignored_ += 1;
        cut_ = true;
        return;
    }
    ParenGroup group;
    group.opened = lexeme;
    group.group_field =
        open_groups_.back().field ? open_groups_.back().field : open_groups_.back().group_field;
    open_groups_.back().field.reset();
    open_groups_.push_back(std::move(group));
}

void Parser::close(const Lexeme &lexeme) {
    if (ignored_ > 0) {
        ignored_ -= 1;
        return;
    }
    if (open_groups_.size() == 1) {
        remark(lexeme, "This parenthesis closes nothing; it was left out.");
        return;
    }
    ParenGroup group = std::move(open_groups_.back());
    open_groups_.pop_back();
    QueryNode node = end_group(group);
    if (node.kind == Kind::nothing) {
        const bool closed = lexeme.length > 0;
        const char *open = "This parenthesis opens nothing; it was left out.";
        remark(group.opened,
               closed ? "There is nothing to search between these parentheses." : open);
        drop_prefix_operators();
        return;
    }
    operand(std::move(node));
}

/// AND, OR, NEAR: kept until the right operand is parsed.
void Parser::join_with(const Lexeme &lexeme) {
    ParenGroup &group = open_groups_.back();
    operators_.push_back(lexeme);
    if (group.and_operands.empty() || group.joiner || group.prefix.first) {
        remark(lexeme, "This operator joins nothing on its left; it was left out.");
        return;
    }
    group.joiner = lexeme;
}

void Parser::sign(const Lexeme &lexeme) {
    PrefixOperators &prefix = open_groups_.back().prefix;
    prefix.must = prefix.must || lexeme.kind == LexemeKind::plus;
    prefix.negated = prefix.negated != (lexeme.kind != LexemeKind::plus);
    if (!prefix.first) {
        prefix.first = lexeme;
    }
    if (lexeme.kind == LexemeKind::op_not) {
        operators_.push_back(lexeme);
    }
}

/// The operand of the prefix operators and the field has no word.
void Parser::drop_prefix_operators() {
    ParenGroup &group = open_groups_.back();
    group.prefix = {};
    if (group.field) {
        remark(*group.field, "This field has no value; it was left out.");
        group.field.reset();
    }
}

void Parser::leaf(const Lexeme &lexeme) {
    ParenGroup &group = open_groups_.back();
    const std::optional<Lexeme> field = group.field ? group.field : group.group_field;
    const bool own = group.field.has_value();
    group.field.reset();
    std::optional<QueryNode> node = term_builder_.make(lexeme, field);
    if (!node) {
        group.prefix = {};
        group.joiner.reset();
        return;
    }
    if (field && !own) {
        node->offset = lexeme.offset;
        node->length = lexeme.length;
    }
    operand(std::move(*node));
}

void Parser::operand(QueryNode node) {
    ParenGroup &group = open_groups_.back();
    const PrefixOperators prefix = std::exchange(group.prefix, {});
    node.must_not = node.must_not != prefix.negated;
    node.must = (node.must || prefix.must) && !node.must_not;
    const std::optional<Lexeme> joiner = std::exchange(group.joiner, std::nullopt);
    if (joiner && joiner->kind == LexemeKind::op_near &&
        join_near(group.and_operands.back(), node, *joiner)) {
        return;
    }
    const bool joined_by_or = joiner && joiner->kind == LexemeKind::op_or;
    const bool chained = joiner ? !joined_by_or : all_;
    if (!chained) {
        end_item(group, joined_by_or);
    }
    group.and_operands.push_back(std::move(node));
}

static bool is_near_able(const QueryNode &node) {
    return (node.kind == Kind::word || node.kind == Kind::phrase) && !node.must && !node.must_not &&
           node.field.empty();
}

/// How many operands of a chain equal the item, apart from case and accents.
static std::size_t times_in(const QueryNode &chain, const QueryNode &item) {
    const std::string said = text::fold_form(canonical(item));
    return static_cast<std::size_t>(
        std::count_if(chain.children.begin(), chain.children.end(), [&](const QueryNode &each) {
            return text::fold_form(canonical(each)) == said;
        }));
}

/// A chain of NEAR is one node; its distance is the largest of the chain.
bool Parser::join_near(QueryNode &left, QueryNode &right, const Lexeme &near) {
    const bool chain = left.kind == Kind::near && !left.must && !left.must_not;
    if (!is_near_able(right) || !(chain || is_near_able(left))) {
        remark(near, "NEAR stands between two words or phrases; this was read as AND.");
        return false;
    }
    int distance = std::max(near.distance, 1);
    if (distance > max_distance) {
        remark(near, "NEAR reaches 64 words at most; this was read as NEAR/64.");
        distance = max_distance;
    }
    if (chain && left.children.size() >= max_near_words) {
        add_remark(remarks_, right.offset, right.length,
                   "NEAR joins 16 words or phrases at most; this one was left out.");
        return true;
    }
    if (chain && times_in(left, right) >= max_near_again) {
        add_remark(remarks_, right.offset, right.length,
                   "NEAR joins a word with itself once; this one was left out.");
        return true;
    }
    if (!chain) {
        QueryNode node;
        node.kind = Kind::near;
        node.offset = left.offset;
        node.children.push_back(std::move(left));
        left = std::move(node);
    }
    left.distance = std::max(left.distance, distance);
    left.length = right.offset + right.length - left.offset;
    left.children.push_back(std::move(right));
    return true;
}

/// by_or: OR follows the item.
void Parser::end_item(ParenGroup &group, bool joined_by_or) {
    if (!group.and_operands.empty()) {
        group.items.push_back(
            {make_all(std::exchange(group.and_operands, {}), cut_), group.joined_by_or});
        group.joined_by_or = joined_by_or;
    }
}

QueryNode Parser::end_group(ParenGroup &group) {
    if (group.joiner) {
        remark(*group.joiner, "This operator joins nothing on its right; it was left out.");
    }
    if (group.prefix.first) {
        remark(*group.prefix.first, "Nothing stands behind this; it was left out.");
    }
    end_item(group, false);
    return make_any(restrict(std::move(group.items), cut_), cut_);
}

/// A query of operators alone is searched as words.
QueryNode Parser::operators_as_words() {
    std::vector<QueryNode> words;
    for (Lexeme &lexeme : operators_) {
        lexeme.text = lexeme.kind == LexemeKind::op_near ? "near" : lexeme.raw;
        std::transform(lexeme.text.begin(), lexeme.text.end(), lexeme.text.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        lexeme.words = 1;
        if (auto word = term_builder_.make(lexeme, std::nullopt)) {
            words.push_back(std::move(*word));
        }
    }
    remarks_.clear();
    remark(operators_.front(), "There are only operators here; they are searched as words.");
    return make_any(std::move(words), cut_);
}

QueryNode Parser::root() {
    ignored_ = 0;
    while (open_groups_.size() > 1) {
        const ParenGroup &group = open_groups_.back();
        if (!group.items.empty() || !group.and_operands.empty()) {
            remark(group.opened, "This parenthesis is not closed; it closes at the end.");
        }
        close({});
    }
    QueryNode tree = end_group(open_groups_.front());
    if (tree.kind == Kind::nothing && !operators_.empty()) {
        tree = operators_as_words();
    }
    if (cut_) {
        add_remark(
            remarks_, 0, text_.size(),
            "Groups inside groups go eight deep; deeper ones were joined with those around.");
    }
    if (tree.kind == Kind::nothing && !anything_ && remarks_.empty()) {
        tree.kind = Kind::everything;
    } else if (tree.kind == Kind::nothing) {
        add_remark(remarks_, 0, text_.size(), "There is no word to search for.");
    } else if (tree.must || tree.must_not) {
        QueryNode whole;
        whole.offset = tree.offset;
        whole.length = tree.length;
        whole.children.push_back(std::move(tree));
        tree = std::move(whole);
        tree.kind = Kind::query;
    } else if (tree.kind == Kind::any) {
        tree.kind = Kind::query;
    }
    return tree;
}

Parsed parse_whole(std::string_view text, bool all) {
    return Parser(text, all).run();
}

} // namespace ideary::query
