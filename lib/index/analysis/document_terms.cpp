// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/analysis/document_terms.hpp"

#include <algorithm>
#include <optional>

#include "text/normalize.hpp"

namespace ideary::index {

using schema::FieldId;
using text::TokenKind;

namespace {

constexpr std::size_t max_list = 1000;        ///< values of one list of an idea
constexpr std::size_t max_short_bytes = 4096; ///< of a title, a value, a path
constexpr std::size_t max_remembered = 1 << 14;

void limit(std::string &text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return;
    }
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    text.resize(end);
}

void limit(std::vector<std::string> &values) {
    values.resize(std::min(values.size(), max_list));
    for (std::string &value : values) {
        limit(value, max_short_bytes);
    }
}

/// Code points of a short form: 1, 2 or more.
std::size_t points_up_to_two(std::string_view form) {
    std::size_t points = 0;
    for (const char byte : form) {
        points += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    }
    return std::min<std::size_t>(points, 2);
}

} // namespace

Idea within_limits(const Idea &idea) {
    Idea result = idea;
    limit(result.body, max_text_bytes);
    for (std::string *field :
         {&result.id, &result.title, &result.curator, &result.event, &result.language,
          &result.source.path, &result.source.title, &result.source.url}) {
        limit(*field, max_short_bytes);
    }
    limit(result.topics);
    limit(result.section);
    limit(result.authors);
    result.links.resize(std::min(result.links.size(), max_list));
    for (Link &link : result.links) {
        limit(link.text, max_short_bytes);
        limit(link.url, max_short_bytes);
    }
    if (result.year && (*result.year < 1 || *result.year > 9999)) {
        result.year.reset();
    }
    return result;
}

std::vector<std::string_view> values_of(const Idea &idea, FieldId field) {
    const auto list = [](const std::vector<std::string> &values) {
        return std::vector<std::string_view>(values.begin(), values.end());
    };
    const auto one = [](std::string_view value) {
        return value.empty() ? std::vector<std::string_view>{} : std::vector{value};
    };
    switch (field) {
    case FieldId::topic:
        return list(idea.topics);
    case FieldId::section:
        return list(idea.section);
    case FieldId::author:
        return list(idea.authors);
    case FieldId::event:
        return one(idea.event);
    case FieldId::kind:
        return one(kind_name(idea.kind));
    case FieldId::language:
        return one(idea.language);
    case FieldId::url:
        return one(idea.source.url);
    case FieldId::source: {
        std::vector<std::string_view> values = one(idea.source.path);
        for (const std::string_view value :
             {std::string_view(idea.source.title),
              std::string_view(idea.id).substr(0, std::min(idea.id.find('/'), idea.id.size()))}) {
            if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) {
                values.push_back(value);
            }
        }
        return values;
    }
    case FieldId::title:
    case FieldId::year:
    case FieldId::source_title:
        break;
    }
    return {};
}

/// How the words of one text go in.
struct DocumentMaker::Field {
    Xapian::termcount weight = 0;    ///< wdf of a word in the merged list, times ten
    std::optional<FieldId> own = {}; ///< also as words of this field
};

DocumentMaker::DocumentMaker() = default;
DocumentMaker::~DocumentMaker() = default;

Xapian::Document DocumentMaker::make(const Idea &idea, std::string_view source_key) {
    document_ = Xapian::Document();
    stemmer_ = &stemmer(idea.language);
    start_ = 0;
    add_texts(idea);
    add_values(idea, source_key);
    return std::move(document_);
}

const Stemmer &DocumentMaker::stemmer(const std::string &language) {
    const auto found = stemmers_.find(language);
    if (found != stemmers_.end()) {
        return found->second;
    }
    if (stemmers_.size() > 64) { // a stream may name any number of languages
        stemmers_.clear();
    }
    return stemmers_.emplace(language, Stemmer(language)).first->second;
}

void DocumentMaker::add_texts(const Idea &idea) {
    const auto field = [](FieldId id) {
        const schema::FieldRow &row = schema::row(id);
        return Field{static_cast<Xapian::termcount>(row.weight),
                     row.word_prefix.empty() ? std::nullopt : std::optional(id)};
    };
    add_field(idea.title, field(FieldId::title));
    for (const std::string &heading : idea.section) {
        add_field(heading, field(FieldId::section));
    }
    add_field(idea.body, Field{schema::body_weight});
    for (const std::string &author : idea.authors) {
        add_field(author, field(FieldId::author));
    }
    add_field(idea.source.title, field(FieldId::source_title));
}

void DocumentMaker::add_field(std::string_view text, const Field &field) {
    if (text.empty()) {
        return;
    }
    analyzer_.tokenize(text, tokens_);
    Xapian::termpos last = 0;
    bool stop_compound = false; // don't: its parts say nothing either
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const text::Token &token = tokens_[i];
        last = std::max<Xapian::termpos>(last, token.position);
        // A pair that is a whole dictionary word says nothing more than the word.
        if (token.kind == TokenKind::pair && i > 0 && tokens_[i - 1].form == token.form) {
            continue;
        }
        const bool stop = (token.part && stop_compound) || stemmer_->is_stop_word(token.form);
        stop_compound = token.part ? stop_compound : token.compound && stop;
        Field weighted = field;
        weighted.weight = stop ? 0 : field.weight;
        add_token(token, weighted);
    }
    start_ += last + field_gap;
}

/// Exact forms have positions. Pairs have none: they find what the dictionary segments differently.
/// A stop word is an exact form with wdf 0. A one-letter part has no stem.
void DocumentMaker::add_token(const text::Token &token, const Field &field) {
    const bool stop = field.weight == 0;
    const bool stem = !stop && !(token.part && points_up_to_two(token.form) < 2);
    const Xapian::termcount own_weight = stop ? 0 : 1;
    const auto add_exact = [&](const std::string &term, Xapian::termcount weight) {
        if (token.kind == TokenKind::pair) {
            document_.add_term(term, weight);
        } else {
            document_.add_posting(term, start_ + token.position, weight);
        }
    };
    add_exact(word_term(token.form), field.weight);
    if (field.own) {
        add_exact(word_term(token.form, *field.own), own_weight);
    }
    if (stem) {
        const std::string form = stemmer_->stem(token);
        document_.add_term(stem_term(form), field.weight);
        if (field.own) {
            document_.add_term(stem_term(form, *field.own), own_weight);
        }
    }
}

void DocumentMaker::add_values(const Idea &idea, std::string_view source_key) {
    for (const schema::FieldRow &row : schema::field_table()) {
        if (row.value_prefix.empty()) {
            continue;
        }
        for (const std::string_view value : values_of(idea, row.id)) {
            auto found = folds_.find(value);
            if (found == folds_.end()) {
                if (folds_.size() >= max_remembered) {
                    folds_.clear();
                }
                found = folds_.emplace(std::string(value), text::fold_value(value)).first;
            }
            if (!found->second.empty()) {
                document_.add_boolean_term(value_term(row.id, found->second));
            }
        }
    }
    if (idea.year) {
        document_.add_boolean_term(year_term(*idea.year));
    }
    document_.add_boolean_term(id_term(idea.id));
    document_.add_boolean_term(source_key_term(source_key));
}

} // namespace ideary::index
