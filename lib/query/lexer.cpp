// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "query/lexer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "query/characters.hpp"
#include "query/limits.hpp"

namespace ideary::query {
namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether text begins with a sign that would be an operator before a word.
bool is_sign(std::string_view text) {
    return (text[0] == '-' || text[0] == '+') && (text.size() == 1 || text[1] != text[0]);
}

std::size_t count_points(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

} // namespace

void add_remark(std::vector<Remark> &remarks, std::size_t offset, std::size_t length,
                const char *text) {
    Remark remark;
    remark.text = text;
    remark.offset = offset;
    remark.length = length;
    remarks.push_back(std::move(remark));
}

void Lexer::remark(std::size_t offset, std::size_t length, const char *text) {
    add_remark(remarks_, offset, length, text);
}

Lexeme Lexer::sign(LexemeKind kind, std::size_t length) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.offset = at_;
    lexeme.length = length;
    at_ += length;
    return lexeme;
}

Lexeme Lexer::next() {
    while (at_ < text_.size()) {
        const Character character = character_at(text_, at_);
        if (character.character_class == CharacterClass::open) {
            value_ = false;
            return sign(LexemeKind::open, character.length);
        }
        if (character.character_class == CharacterClass::close) {
            return sign(LexemeKind::close, character.length);
        }
        if (character.character_class == CharacterClass::quote && opens_quote()) {
            return quote(character.length);
        }
        if (character.character_class != CharacterClass::blank &&
            character.character_class != CharacterClass::quote) {
            const bool unary = !value_ && (is_unary('-') || is_unary('+'));
            if (!unary) {
                return bareword();
            }
            after_prefix_operator_ = true;
            return sign(text_[at_] == '-' ? LexemeKind::minus : LexemeKind::plus, 1);
        }
        after_prefix_operator_ = false;
        at_ += character.length;
    }
    return sign(LexemeKind::end, 0);
}

/// A sign counts at the start of something, when something follows that is not the same sign:
/// `a-b`, `a - b`, `--option` and `C++` hold no operator.
bool Lexer::is_unary(char sign) const {
    if (text_[at_] != sign || at_ + 1 >= text_.size() || text_[at_ + 1] == sign) {
        return false;
    }
    const CharacterClass after = character_at(text_, at_ + 1).character_class;
    if (after == CharacterClass::blank || after == CharacterClass::close) {
        return false;
    }
    if (at_ == 0) {
        return true;
    }
    const char before = text_[at_ - 1];
    if (before == '(' || before == '+' || before == '-') {
        return true;
    }
    // The last character may have several bytes (a wide space or parenthesis): find where it
    // starts.
    std::size_t start = at_ - 1;
    while (start > 0 && (static_cast<unsigned char>(text_[start]) & 0xC0U) == 0x80) {
        --start;
    }
    const CharacterClass sign_before = character_at(text_, start).character_class;
    return sign_before == CharacterClass::blank || sign_before == CharacterClass::open;
}

/// A straight mark directly after a letter or digit is an inch mark or a slip (`5" disk`).
bool Lexer::opens_quote() const {
    return text_[at_] != '"' || at_ == 0 ||
           !(is_ascii_letter(text_[at_ - 1]) || is_ascii_digit(text_[at_ - 1]));
}

/// Any quotation mark closes any other: editors mix them, and one rule is linear.
Lexeme Lexer::quote(std::size_t mark) {
    const std::size_t inner = at_ + mark;
    std::size_t end = inner;
    Character character;
    for (; end < text_.size(); end += character.length) {
        character = character_at(text_, end);
        if (character.character_class == CharacterClass::quote) {
            break;
        }
    }
    if (end >= text_.size()) {
        // No other mark follows, so no byte is read twice.
        remark(at_, mark, "This quotation mark is not closed; it was left out.");
        at_ += mark;
        return next();
    }
    Lexeme lexeme = sign(LexemeKind::quoted, end + character.length - at_);
    value_ = false;
    lexeme.raw = std::string(text_.substr(inner, end - inner));
    measure(lexeme, max_phrase_words, "Only the first 16 words of this phrase are searched.");
    if (lexeme.words == 0) {
        lexeme.kind = LexemeKind::punctuation;
        remark(lexeme.offset, lexeme.length, "There is no word between these quotation marks.");
    }
    return lexeme;
}

/// Reads the words of raw. The scheme of a URL is not part of the text. What follows must not be a
/// scheme either, or the canonical form would lose it when parsed. False: nested deeper than any
/// URL.
bool Lexer::skip_schemes(Lexeme &lexeme) {
    constexpr int most = 8;
    for (int nested = 0; nested <= most; ++nested) {
        const std::string_view raw = std::string_view(lexeme.raw).substr(lexeme.start);
        analyzer_.tokenize(raw, tokens_);
        const std::size_t first = tokens_.empty() ? 0 : tokens_.front().offset;
        if (raw.substr(0, first).find("://") == std::string_view::npos) {
            return true;
        }
        lexeme.start += first;
    }
    return false;
}

/// Finds the words of raw and sets everything that follows from them.
void Lexer::measure(Lexeme &lexeme, std::size_t max_tokens, const char *over) {
    if (!skip_schemes(lexeme)) {
        return;
    }
    std::size_t first = lexeme.raw.size();
    std::size_t last = 0;
    for (const text::Token &token : tokens_) {
        const bool whole = !token.part && token.kind != text::TokenKind::pair;
        if (whole && lexeme.words == max_tokens) {
            remark(lexeme.offset, lexeme.length, over);
            break;
        }
        lexeme.words += whole ? 1 : 0;
        lexeme.points = whole ? count_points(token.form) : lexeme.points;
        const std::size_t offset = lexeme.start + token.offset;
        first = std::min(first, offset);
        last = std::max(last, offset + token.length);
    }
    while (first < last && is_sign(std::string_view(lexeme.raw).substr(first, last - first))) {
        ++first;
    }
    if (lexeme.words == 0 || last <= first) {
        lexeme.words = 0;
        return;
    }
    const std::string_view text = std::string_view(lexeme.raw).substr(first, last - first);
    lexeme.text = collapse_whitespace(text);
    lexeme.digits = std::any_of(text.begin(), text.end(), is_ascii_digit);
    const bool starred = first > 0 && lexeme.raw[first - 1] == '*'; // *emphasis* of Markdown
    lexeme.star = !starred && last < lexeme.raw.size() && lexeme.raw[last] == '*';
    lexeme.tilde = last < lexeme.raw.size() && lexeme.raw[last] == '~';
}

bool read_operator(Lexeme &lexeme) {
    constexpr std::pair<std::string_view, LexemeKind> operators[] = {
        {"AND", LexemeKind::op_and}, {"OR", LexemeKind::op_or}, {"NOT", LexemeKind::op_not}};
    for (const auto &[name, kind] : operators) {
        if (lexeme.raw == name) {
            lexeme.kind = kind;
            return true;
        }
    }
    if (lexeme.raw.rfind("NEAR", 0) != 0) {
        return false;
    }
    int distance = default_distance;
    if (lexeme.raw.size() > 4) {
        const char *end = lexeme.raw.data() + lexeme.raw.size();
        const auto [stop, error] = std::from_chars(lexeme.raw.data() + 5, end, distance);
        const bool digits = is_ascii_digit(lexeme.raw.back());
        if (lexeme.raw[4] != '/' || stop != end || !digits || distance < 0) {
            return false;
        }
        distance = error == std::errc() ? distance : max_distance + 1;
    }
    lexeme.kind = LexemeKind::op_near;
    lexeme.distance = distance;
    return true;
}

/// Turns a chunk into a field when it begins with a known field's name and a colon. A name with
/// two colons (`event::loop`) is text.
bool Lexer::read_field(Lexeme &lexeme) {
    const std::string_view raw = lexeme.raw;
    const std::size_t start = lexeme.start + tokens_.front().offset;
    std::size_t end = start;
    while (end < raw.size() && (is_ascii_letter(raw[end]) || raw[end] == '_')) {
        ++end;
    }
    if (end == start || end == raw.size() ||
        character_at(raw, end).character_class != CharacterClass::colon) {
        return false;
    }
    const auto field = schema::find_field(raw.substr(start, end - start));
    const std::size_t value = end + character_at(raw, end).length;
    if (!field ||
        (value < raw.size() && character_at(raw, value).character_class == CharacterClass::colon)) {
        return false;
    }
    const std::size_t next = lexeme.offset + value;
    const CharacterClass after =
        next < text_.size() ? character_at(text_, next).character_class : CharacterClass::blank;
    if (after == CharacterClass::blank || after == CharacterClass::close) {
        lexeme.text = std::string(raw.substr(start, end - start));
        lexeme.words = 1;
        remark(lexeme.offset, lexeme.length,
               "This field has no value (it goes right behind the colon); its name is searched.");
        return true;
    }
    lexeme.kind = LexemeKind::field;
    lexeme.length = value;
    lexeme.field = *field;
    at_ = next;
    value_ = true;
    return true;
}

Lexeme Lexer::bareword() {
    std::size_t end = at_;
    const std::size_t start = at_;
    while (at_ < text_.size()) {
        const Character character = character_at(text_, at_);
        const bool breaks = character.character_class == CharacterClass::blank ||
                            character.character_class == CharacterClass::open ||
                            character.character_class == CharacterClass::close ||
                            character.character_class == CharacterClass::quote;
        if (breaks) {
            break;
        }
        at_ += character.length;
    }
    end = at_;
    at_ = start;
    Lexeme lexeme = sign(LexemeKind::bareword, end - start);
    lexeme.raw = std::string(text_.substr(start, end - start));
    const bool value = std::exchange(value_, false);
    const bool glued = std::exchange(after_prefix_operator_, false);
    if (!value && !glued && read_operator(lexeme)) {
        return lexeme;
    }
    measure(lexeme, max_words, "Only the first 64 words of this are searched.");
    if (lexeme.words == 0) {
        lexeme.kind = LexemeKind::punctuation;
        if (lexeme.start > 0) {
            remark(lexeme.offset, lexeme.length,
                   "This holds no word, or too many URLs inside each other; it was left out.");
        } else if (lexeme.raw.size() > max_words) {
            remark(lexeme.offset, lexeme.length, "This is too long for a word; it was left out.");
        }
    } else if (!value) {
        read_field(lexeme);
    }
    return lexeme;
}

} // namespace ideary::query
