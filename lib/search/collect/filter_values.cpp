// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/filter_values.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "ideary/text.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;

constexpr std::size_t max_named = 3;             ///< values in a remark
constexpr std::size_t max_stemmed_values = 5000; ///< more are not compared by stems

/// Letters, digits and all bytes of characters beyond ASCII.
bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_word_byte(folded[end])) {
            ++end;
        }
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

std::string without_separators(std::string_view folded) {
    std::string text(folded);
    std::erase_if(text, [](char c) { return !is_word_byte(c); });
    return text;
}

/// True if the value has all the words, in their order.
bool has_words(std::string_view folded, const std::vector<std::string_view> &words) {
    std::size_t next = 0;
    for (const std::string_view word : split_words(folded)) {
        next += next < words.size() && word == words[next] ? 1 : 0;
    }
    return next == words.size();
}

/// Stems of the words of a text, sorted.
std::vector<std::string> stems_of(const SearchContext &context, std::string_view text) {
    AnalysisContext &analysis = context.analysis;
    const index::Stemmer &stemmer = analysis.stemmer(context.statistics.majority_language());
    std::vector<std::string> stems;
    analysis.analyzer.tokenize(text, analysis.tokens);
    for (const text::Token &token : analysis.tokens) {
        if (!token.part) {
            stems.push_back(stemmer.stem(token));
        }
    }
    std::sort(stems.begin(), stems.end());
    return stems;
}

template <class Matches>
std::vector<std::uint32_t> ordinals_where(const index::FacetColumn &column, Matches &&matches) {
    std::vector<std::uint32_t> ordinals;
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        if (matches(column.folded(ordinal))) {
            ordinals.push_back(ordinal);
        }
    }
    return ordinals;
}

/// By all words; else by the letters without spaces; else, of topics, by the stems of all words.
std::vector<std::uint32_t> match_words(const SearchContext &context, FieldId field,
                                       const index::FacetColumn &column, const std::string &folded) {
    const std::vector<std::string_view> words = split_words(folded);
    const std::string letters = without_separators(folded);
    if (words.empty()) {
        return {};
    }
    std::vector<std::uint32_t> found = ordinals_where(
        column, [&](std::string_view value) { return without_separators(value) == letters; });
    if (found.empty()) {
        found =
            ordinals_where(column, [&](std::string_view value) { return has_words(value, words); });
    }
    if (found.empty() && field == FieldId::topic && column.value_count() <= max_stemmed_values) {
        const std::vector<std::string> stems = stems_of(context, folded);
        found = ordinals_where(column, [&](std::string_view value) {
            const std::vector<std::string> other = stems_of(context, value);
            return !stems.empty() &&
                   std::includes(other.begin(), other.end(), stems.begin(), stems.end());
        });
    }
    return found;
}

/// "Drew Winstel (94), Ann Winstel (2)": the values of most ideas first.
std::string name_values(const SearchContext &context, FieldId field,
                        std::vector<std::uint32_t> ordinals) {
    const std::vector<std::uint32_t> counts = context.statistics.facet_counts(field);
    const auto count = [&](std::uint32_t ordinal) {
        return ordinal < counts.size() ? counts[ordinal] : 0;
    };
    std::sort(ordinals.begin(), ordinals.end(), [&](std::uint32_t a, std::uint32_t b) {
        return count(a) != count(b) ? count(a) > count(b) : a < b;
    });
    std::string names;
    for (std::size_t i = 0; i < std::min(ordinals.size(), max_named); ++i) {
        names +=
            fmt::format("{}{} ({})", i == 0 ? "" : ", ",
                        context.statistics.facet_value(field, ordinals[i]), count(ordinals[i]));
    }
    return ordinals.size() > max_named
               ? fmt::format("{} and {} more", names, ordinals.size() - max_named)
               : names;
}

/// Values that have one of the words; else the value that is closest in spelling.
std::vector<std::uint32_t> suggested_values(const index::FacetColumn &column,
                                            const std::string &folded) {
    const std::vector<std::string_view> words = split_words(folded);
    std::vector<std::uint32_t> found = ordinals_where(column, [&](std::string_view value) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return has_words(value, {word}); });
    });
    if (!found.empty()) {
        return found;
    }
    std::vector<std::string> values, parts;
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        values.emplace_back(column.folded(ordinal));
        for (const std::string_view word : split_words(column.folded(ordinal))) {
            parts.emplace_back(word);
        }
    }
    const std::string near = closest(folded, values);
    const std::string near_word = near.empty() ? closest(folded, parts) : "";
    return ordinals_where(column, [&](std::string_view value) {
        return near.empty() ? !near_word.empty() && has_words(value, {near_word}) : value == near;
    });
}

} // namespace

FilterValueMatch match_filter_value(const SearchContext &context, FieldId field,
                                    const std::string &value) {
    const index::FacetColumn &column = context.generation.column(field);
    const std::string folded = text::fold_value(value);
    const bool takes_one = field == FieldId::author || field == FieldId::topic;
    const bool takes_all = field == FieldId::event;
    FilterValueMatch match;
    if (takes_one || takes_all) {
        match.ordinals = match_words(context, field, column, folded);
    }
    const std::string_view name = schema::row(field).name;
    if (takes_all ? !match.ordinals.empty() : match.ordinals.size() == 1) {
        match.remark = fmt::format("The {} {} was read as {}.", name, value,
                                   name_values(context, field, match.ordinals));
        return match;
    }
    const std::vector<std::uint32_t> suggested =
        match.ordinals.empty() ? suggested_values(column, folded) : match.ordinals;
    match.ordinals.clear();
    match.remark = suggested.empty() ? fmt::format("There is no {} {}.", name, value)
                                     : fmt::format("There is no {} {}; did you mean {}?", name,
                                                   value, name_values(context, field, suggested));
    return match;
}

} // namespace ideary::search
