// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/term_builder.hpp"

#include <algorithm>
#include <string_view>

#include "query/limits.hpp"
#include "schema/fields.hpp"
#include "text/normalize.hpp"

namespace ideary::query {
namespace {

using Kind = QueryNode::Kind;

bool take(std::string_view &text, std::string_view start) {
    if (text.substr(0, start.size()) != start) {
        return false;
    }
    text.remove_prefix(start.size());
    return true;
}

/// One to four digits at the start of text.
std::optional<int> take_number(std::string_view &text) {
    std::size_t digits = 0;
    int number = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        if (digits == 4) {
            return std::nullopt;
        }
        number = number * 10 + (text[digits] - '0');
        ++digits;
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional<int>(number) : std::nullopt;
}

struct Range {
    std::optional<int> from, to;
};

/// `2024`, `2023..2025`, `2024..`, `..2024`; also with the `…` and `–` that editors make.
std::optional<Range> read_range(std::string_view text) {
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    Range range;
    range.from = take_number(text);
    if (text.empty() || text == ".") {
        range.to = range.from;
        return range.from ? std::optional<Range>(range) : std::nullopt;
    }
    const bool between = take(text, "...") || take(text, "..") || take(text, "\u2026") ||
                         take(text, "-") || take(text, "\u2013");
    range.to = take_number(text);
    const bool given = range.from || range.to;
    return between && given && text.empty() ? std::optional<Range>(range) : std::nullopt;
}

/// A word that reads like an operator once the signs around it are off: in small letters it is
/// none.
std::string word_text(const Lexeme &lexeme) {
    Lexeme bare;
    bare.raw = lexeme.text;
    if (!read_operator(bare)) {
        return lexeme.text;
    }
    std::string lower = lexeme.text;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// Why no idea can have this value, where its field takes few; nullptr: one may. It stays a value,
/// that matches nothing: whoever asks for kind:lecture does not want everything that says lecture.
const char *impossible(schema::FieldId field, const std::string &text) {
    const std::string value = text::fold_value(text);
    if (field == schema::FieldId::kind && !kind_from_name(value)) {
        return "A kind is wish, talk, proposal or note; no idea has this one.";
    }
    const bool code = value.size() == 2 || value.size() == 3;
    if (field == schema::FieldId::language && !code && text::language_code(value).empty()) {
        return "A language is written as its code of two or three letters, such as de.";
    }
    return nullptr;
}

} // namespace

std::optional<QueryNode> TermBuilder::make(const Lexeme &lexeme,
                                           const std::optional<Lexeme> &field) {
    QueryNode node = leaf(lexeme, field);
    node.length = lexeme.offset + lexeme.length - node.offset;
    return fits(node, lexeme.words) ? std::optional<QueryNode>(std::move(node)) : std::nullopt;
}

QueryNode TermBuilder::leaf(const Lexeme &lexeme, const std::optional<Lexeme> &field) {
    if (field && schema::row(field->field).kind == schema::FieldKind::number) {
        return number(lexeme, *field);
    }
    // Whatever has whole values is matched by them: section has words of its own besides.
    const bool tag = field && !schema::row(field->field).value_prefix.empty();
    QueryNode node;
    node.offset = field ? field->offset : lexeme.offset;
    node.kind = kind(lexeme, tag);
    node.text = field || node.kind != Kind::word ? lexeme.text : word_text(lexeme);
    node.field = field ? std::string(schema::row(field->field).name) : std::string();
    if (field && node.kind == Kind::value) {
        const char *never = impossible(field->field, node.text);
        if (never != nullptr) {
            add_remark(remarks_, lexeme.offset, lexeme.length, never);
        }
    }
    return node;
}

Kind TermBuilder::kind(const Lexeme &lexeme, bool tag) {
    if (lexeme.kind == LexemeKind::quoted) {
        return tag ? Kind::value : Kind::phrase;
    }
    if (lexeme.star) {
        if (lexeme.points >= min_prefix_letters) {
            return Kind::prefix;
        }
        add_remark(remarks_, lexeme.offset, lexeme.length,
                   "The start of a word needs two letters or more; it is searched as a word.");
    }
    if (lexeme.tilde && !tag) {
        if (!lexeme.digits && lexeme.words == 1 && lexeme.points >= min_fuzzy_letters) {
            return Kind::fuzzy;
        }
        add_remark(remarks_, lexeme.offset, lexeme.length,
                   "Typos are allowed in single words of three letters or more, without digits; "
                   "this is searched as it stands.");
    }
    return tag ? Kind::value : Kind::word;
}

QueryNode TermBuilder::number(const Lexeme &lexeme, const Lexeme &field) {
    QueryNode node;
    node.offset = field.offset;
    std::optional<Range> range = read_range(lexeme.raw); // not text: it would lack leading dots
    range = range ? range : read_range(lexeme.text);
    const std::string name(schema::row(field.field).name);
    if (!range) {
        const bool quoted = lexeme.kind == LexemeKind::quoted;
        node.kind = quoted ? Kind::phrase : Kind::word;
        node.text = quoted ? lexeme.text : name + ":" + lexeme.text;
        add_remark(remarks_, field.offset, lexeme.offset + lexeme.length - field.offset,
                   "A number or a range such as 2023..2025 is expected here; this is searched as "
                   "text.");
        return node;
    }
    if (range->from && range->to && *range->from > *range->to) {
        std::swap(range->from, range->to);
        add_remark(remarks_, lexeme.offset, lexeme.length,
                   "This range runs backwards; its ends were exchanged.");
    }
    node.kind = Kind::range;
    node.field = name;
    node.from = range->from;
    node.to = range->to;
    return node;
}

/// False. Says so where it was not said before.
bool TermBuilder::leave_out(const QueryNode &node, bool &said, const char *why) {
    if (!said) {
        add_remark(remarks_, node.offset, node.length, why);
    }
    said = true;
    return false;
}

/// Words that were there before cost nothing: pasted text repeats itself.
bool TermBuilder::fits(const QueryNode &node, std::size_t words) {
    std::string key = std::to_string(static_cast<int>(node.kind)) + node.field + ":" +
                      text::fold_value(node.text);
    key += node.from ? std::to_string(*node.from) : "";
    key += ".." + (node.to ? std::to_string(*node.to) : "");
    if (seen_.count(key) > 0) {
        return true;
    }
    const std::size_t cost = node.kind == Kind::range ? 1 : words;
    const bool phrase = node.kind == Kind::phrase && words > 1;
    if (words_ + cost > max_words) {
        return leave_out(node, full_,
                         "Only the first 64 different words of a query are searched; this one and "
                         "new ones behind it were left out.");
    }
    if (phrase && phrases_ == max_phrases) {
        return leave_out(node, full_of_phrases_,
                         "Only the first 6 phrases of a query are searched; this one and new ones "
                         "behind it were left out.");
    }
    words_ += cost;
    phrases_ += phrase ? 1 : 0;
    seen_.insert(std::move(key));
    return true;
}

} // namespace ideary::query
