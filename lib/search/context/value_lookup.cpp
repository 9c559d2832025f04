// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/context/value_lookup.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "index/analysis/terms.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;

struct ValueWord {
    std::string form;
    bool is_bounded = true; ///< begins and ends at a word boundary; not in scripts without them
};

/// The words of a text: the parts of a compound, because a value may be written with other
/// punctuation; the whole where punctuation makes the word (C++).
std::vector<ValueWord> value_words(const std::string &text, AnalysisContext &analysis) {
    std::vector<ValueWord> words;
    const std::vector<text::Token> tokens = analysis.analyzer.tokenize(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const text::Token &token = tokens[i];
        if (token.kind == text::TokenKind::pair || token.part) {
            continue;
        }
        std::vector<ValueWord> parts;
        for (std::size_t j = i + 1; token.compound && j < tokens.size() && tokens[j].part; ++j) {
            parts.push_back({tokens[j].form, true});
        }
        if (parts.size() > 1) {
            words.insert(words.end(), parts.begin(), parts.end());
        } else {
            words.push_back({token.form, token.kind != text::TokenKind::ideograph});
        }
    }
    return words;
}

bool is_ascii_alnum(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// First two bytes of general and CJK punctuation.
bool is_punctuation(std::string_view bytes) {
    return bytes == "\xE2\x80" || bytes == "\xE2\x81" || bytes == "\xE3\x80";
}

/// Whether the character of folded text that ends here belongs to a word.
bool ends_word_character(std::string_view text, std::size_t end) {
    const auto byte = static_cast<unsigned char>(text[end - 1]);
    return byte < 0x80 ? is_ascii_alnum(byte)
                       : !is_punctuation(text.substr(end >= 3 ? end - 3 : 0, 2));
}

bool starts_word_character(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? is_ascii_alnum(byte) : !is_punctuation(text.substr(at, 2));
}

/// Offset of a whole word in folded text, from an offset on; npos: none.
std::size_t find_word(std::string_view text, const ValueWord &word, std::size_t from,
                      bool is_prefix) {
    for (std::size_t at = text.find(word.form, from); at != std::string_view::npos;
         at = text.find(word.form, at + 1)) {
        const std::size_t end = at + word.form.size();
        const bool is_left_bounded = at == 0 || !ends_word_character(text, at);
        const bool is_right_bounded =
            is_prefix || end == text.size() || !starts_word_character(text, end);
        if (!word.is_bounded || (is_left_bounded && is_right_bounded)) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool holds(std::string_view text, const std::vector<ValueWord> &words, bool is_prefix) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        at = find_word(text, words[i], at, is_prefix && i + 1 == words.size());
        if (at == std::string_view::npos) {
            return false;
        }
        at += words[i].form.size();
    }
    return !words.empty();
}

/// The term of one of the words, if its postings are cheaper to read than all values. Only words of
/// authors are in the catch-all field of every idea with such a value.
std::optional<std::string> rarest_term(const SearchContext &context, FieldId field,
                                       const std::vector<ValueWord> &words, bool is_prefix) {
    double min_ideas = static_cast<double>(context.generation.column(field).value_count()) / 2;
    std::optional<std::string> rarest;
    for (std::size_t i = 0; field == FieldId::author && i < words.size(); ++i) {
        const bool is_whole = words[i].is_bounded && !(is_prefix && i + 1 == words.size());
        const std::string term = index::word_term(words[i].form);
        const double ideas = is_whole ? context.statistics.doc_frequency(term) : min_ideas;
        if (ideas < min_ideas) {
            min_ideas = ideas;
            rarest = term;
        }
    }
    return rarest;
}

std::vector<std::uint32_t> values_of_ideas_with(const SearchContext &context,
                                                const index::FacetColumn &column,
                                                const std::string &term) {
    std::vector<std::uint32_t> ordinals;
    auto posting = context.database.postlist_begin(term);
    for (; posting != context.database.postlist_end(term); ++posting) {
        const auto values = column.of(*posting);
        ordinals.insert(ordinals.end(), values.begin(), values.end());
    }
    std::sort(ordinals.begin(), ordinals.end());
    ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    return ordinals;
}

} // namespace

std::vector<std::uint32_t> values_with(const SearchContext &context, FieldId field,
                                       const std::string &text, bool is_prefix) {
    std::vector<ValueWord> words = value_words(text, context.analysis);
    if (field == FieldId::language && words.size() == 1 && !is_prefix) {
        const std::string code = text::language_code(text);
        words.front().form = code.empty() ? words.front().form : code;
    }
    const index::FacetColumn &column = context.generation.column(field);
    std::vector<std::uint32_t> ordinals;
    const auto test = [&](std::uint32_t ordinal) {
        if (holds(column.folded(ordinal), words, is_prefix)) {
            ordinals.push_back(ordinal);
        }
    };
    const std::optional<std::string> term = rarest_term(context, field, words, is_prefix);
    if (!term) {
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            test(ordinal);
        }
        return ordinals;
    }
    const std::vector<std::uint32_t> candidates = values_of_ideas_with(context, column, *term);
    std::for_each(candidates.begin(), candidates.end(), test);
    return ordinals;
}

} // namespace ideary::search
