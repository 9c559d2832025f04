// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/collect/field_filters.hpp"

#include <algorithm>

#include "ideary/error.hpp"
#include "index/analysis/terms.hpp"
#include "search/plan/compiled_query.hpp"
#include "text/normal.hpp"

namespace ideary::search {
namespace {

using schema::FieldId;

struct Piece {
    std::string form;
    bool bounded = true; ///< begins and ends at a word; not in scripts without blanks
};

/// The words of a value: parts of compounds rather than the whole, because a value may be written
/// with other signs; the whole where signs make the word (C++).
std::vector<Piece> pieces_of(const std::string &text, AnalysisContext &bench) {
    std::vector<Piece> pieces;
    const std::vector<text::Token> tokens = bench.analyzer.tokenize(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const text::Token &token = tokens[i];
        if (token.kind == text::TokenKind::pair || token.part) {
            continue;
        }
        std::vector<Piece> parts;
        for (std::size_t j = i + 1; token.compound && j < tokens.size() && tokens[j].part; ++j) {
            parts.push_back({tokens[j].form, true});
        }
        if (parts.size() > 1) {
            pieces.insert(pieces.end(), parts.begin(), parts.end());
        } else {
            pieces.push_back({token.form, token.kind != text::TokenKind::ideograph});
        }
    }
    return pieces;
}

/// Whether a character of folded text belongs to a word, seen from its last byte.
bool ends_word_character(std::string_view text, std::size_t end) {
    const auto byte = static_cast<unsigned char>(text[end - 1]);
    if (byte < 0x80) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    }
    // General and CJK punctuation (E2 80, E2 81, E3 80) are no letters.
    const std::string_view last = text.substr(end >= 3 ? end - 3 : 0, 2);
    return last != "\xE2\x80" && last != "\xE2\x81" && last != "\xE3\x80";
}

bool starts_word_character(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    }
    const std::string_view first = text.substr(at, 2);
    return first != "\xE2\x80" && first != "\xE2\x81" && first != "\xE3\x80";
}

/// Where the piece stands in folded text from a place on, as whole words; npos: nowhere.
std::size_t find_piece(std::string_view text, const Piece &piece, std::size_t from, bool open) {
    for (std::size_t at = text.find(piece.form, from); at != std::string_view::npos;
         at = text.find(piece.form, at + 1)) {
        const std::size_t end = at + piece.form.size();
        const bool left = at == 0 || !ends_word_character(text, at);
        const bool right = open || end == text.size() || !starts_word_character(text, end);
        if (!piece.bounded || (left && right)) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool holds(std::string_view text, const std::vector<Piece> &pieces, bool open) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        at = find_piece(text, pieces[i], at, open && i + 1 == pieces.size());
        if (at == std::string_view::npos) {
            return false;
        }
        at += pieces[i].form.size();
    }
    return !pieces.empty();
}

bool is_year(std::string_view text) {
    return !text.empty() && text.size() <= 4 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

Choice::Years read_years(const std::string &value) {
    const std::size_t dots = value.find("..");
    const std::string from = value.substr(0, dots);
    const std::string to = dots == std::string::npos ? from : value.substr(dots + 2);
    const bool given = !from.empty() || !to.empty();
    if (!given || (!from.empty() && !is_year(from)) || (!to.empty() && !is_year(to))) {
        throw Error(ErrorKind::usage, "this is no year and no range of years: " + value,
                    "Write it like 2024 or 2023..2025");
    }
    Choice::Years years;
    years.from = from.empty() ? years.from : std::stoi(from);
    years.to = to.empty() ? years.to : std::stoi(to);
    return years.from <= years.to ? years : Choice::Years{years.to, years.from};
}

void choose(Choice &choice, const std::string &value, const index::Generation &generation) {
    if (choice.field == FieldId::year) {
        choice.years.push_back(read_years(value));
        return;
    }
    const index::Column &column = generation.column(choice.field);
    std::string folded = text::fold_value(value);
    if (choice.field == FieldId::language) {
        const std::string code = text::language_code(value);
        folded = code.empty() ? folded : code;
    }
    if (const auto ordinal = column.find(folded)) {
        auto &chosen = choice.ordinals;
        const auto place = std::lower_bound(chosen.begin(), chosen.end(), *ordinal);
        if (place == chosen.end() || *place != *ordinal) {
            chosen.insert(place, *ordinal);
        }
    } else {
        choice.unknown.push_back(value);
    }
}

FieldId field_of(const std::string &name) {
    const auto field = schema::find_field(name);
    const bool values = field && !schema::row(*field).column.empty();
    if (!values) {
        throw Error(ErrorKind::usage, "this is no field with values: " + name,
                    "See: ideary help query");
    }
    return *field;
}

/// Words of authors stand in the merged list of their ideas: one of those pieces, if reading its
/// postings is less than reading all values.
std::optional<std::string> rarest_word(const SearchContext &scene, FieldId field,
                                       const std::vector<Piece> &pieces, bool open) {
    double least = static_cast<double>(scene.generation.column(field).value_count()) / 2;
    std::optional<std::string> rarest;
    for (std::size_t i = 0; field == FieldId::author && i < pieces.size(); ++i) {
        const bool whole = pieces[i].bounded && !(open && i + 1 == pieces.size());
        const std::string term = index::word_term(pieces[i].form);
        const double ideas = whole ? scene.database.get_termfreq(term) : least;
        if (ideas < least) {
            least = ideas;
            rarest = term;
        }
    }
    return rarest;
}

std::vector<std::uint32_t> values_of_ideas_with(const SearchContext &scene,
                                                const index::Column &column,
                                                const std::string &term) {
    std::vector<std::uint32_t> ordinals;
    auto posting = scene.database.postlist_begin(term);
    for (; posting != scene.database.postlist_end(term); ++posting) {
        const auto values = column.of(*posting);
        ordinals.insert(ordinals.end(), values.begin(), values.end());
    }
    std::sort(ordinals.begin(), ordinals.end());
    ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    return ordinals;
}

} // namespace

std::vector<std::uint32_t> values_with(const SearchContext &scene, FieldId field,
                                       const std::string &text, bool open) {
    std::vector<Piece> pieces = pieces_of(text, scene.bench);
    if (field == FieldId::language && pieces.size() == 1 && !open) {
        const std::string code = text::language_code(text);
        pieces.front().form = code.empty() ? pieces.front().form : code;
    }
    const index::Column &column = scene.generation.column(field);
    std::vector<std::uint32_t> ordinals;
    const auto take = [&](std::uint32_t ordinal) {
        if (holds(column.folded(ordinal), pieces, open)) {
            ordinals.push_back(ordinal);
        }
    };
    const std::optional<std::string> word = rarest_word(scene, field, pieces, open);
    if (!word) {
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            take(ordinal);
        }
        return ordinals;
    }
    const std::vector<std::uint32_t> candidates = values_of_ideas_with(scene, column, *word);
    std::for_each(candidates.begin(), candidates.end(), take);
    return ordinals;
}

bool Choice::has_year(int year) const {
    return year != 0 && std::any_of(years.begin(), years.end(), [year](const Years &range) {
               return range.from <= year && year <= range.to;
           });
}

bool Choice::passes(const index::Generation &generation, Xapian::docid doc) const {
    if (field == FieldId::year) {
        return has_year(generation.year(doc));
    }
    const auto values = generation.column(field).of(doc);
    return std::any_of(values.begin(), values.end(),
                       [this](std::uint32_t ordinal) { return has(ordinal); });
}

std::vector<Choice> read_filters(const std::vector<Filter> &filters,
                                 const index::Generation &generation) {
    std::vector<Choice> choices;
    for (const Filter &filter : filters) {
        const FieldId field = field_of(filter.field);
        auto choice = std::find_if(choices.begin(), choices.end(),
                                   [field](const Choice &c) { return c.field == field; });
        if (choice == choices.end()) {
            choices.push_back({});
            choice = choices.end() - 1;
            choice->field = field;
        }
        choose(*choice, filter.value, generation);
    }
    return choices;
}

FieldId facet_field(const std::string &name) {
    const FieldId field = field_of(name);
    return field;
}

} // namespace ideary::search
