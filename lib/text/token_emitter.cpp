// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "text/token_emitter.hpp"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/normalize.hpp"

namespace ideary::text {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_digit_point(char32_t point) {
    return (point >= '0' && point <= '9') || (point >= 0xFF10 && point <= 0xFF19);
}

/// 5.1, 2024, 5.x
bool is_number(std::string_view form) {
    if (form.empty() || !is_digit(form.front())) {
        return false;
    }
    if (form.size() > 2 && form.substr(form.size() - 2) == ".x") {
        form.remove_suffix(2);
    }
    return std::all_of(form.begin(), form.end(), [](char c) { return is_digit(c) || c == '.'; });
}

TokenKind kind_of(std::string_view form) {
    return is_number(form) ? TokenKind::number : TokenKind::word;
}

bool has_hangul_bytes(std::string_view form) {
    return std::any_of(form.begin(), form.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xEA && byte <= 0xED;
    });
}

} // namespace

/// One word or compound being read. Its own token waits at index first; the parts follow it.
struct TokenEmitter::Chain {
    std::size_t begin, end; ///< bytes of the segment, without an invalid prefix or suffix
    std::size_t first;      ///< index of the compound's token
    std::uint32_t position; ///< of the compound
    bool parts_only;
    std::string form;  ///< grows piece by piece
    bool plain = true; ///< one piece without signs so far
    bool too_long = false;
    std::size_t pieces = 0;
};

void TokenEmitter::word(std::size_t begin, std::size_t end, bool parts_only) {
    Chain chain{begin, end, tokens_.size(), position_, parts_only, {}};
    tokens_.emplace_back();
    read_prefix(chain);
    read_chain(chain);
    close(chain);
}

void TokenEmitter::folded_word(std::size_t begin, std::size_t end, std::string form) {
    const TokenKind kind = kind_of(form);
    push(begin, end, std::move(form), kind);
    ++position_;
}

void TokenEmitter::skipped_word(std::size_t begin, std::size_t end) {
    if (end - begin <= max_token_code_points) {
        tokens_.push_back(Token{{},
                                position_,
                                static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(end - begin),
                                TokenKind::word});
    }
    ++position_;
}

/// `.`, `--` and `@` belong to the word only where a word could not end before them.
void TokenEmitter::read_prefix(Chain &chain) {
    std::size_t i = chain.begin;
    const char sign = joiner_of(next_code_point(text_, i));
    if (sign != '.' && sign != '-' && sign != '@') {
        return;
    }
    if (sign == '-') {
        next_code_point(text_, i);
    }
    const char32_t previous = before(chain.begin);
    const bool inside = is_word_point(previous) || is_mark(previous) || previous == ')' ||
                        previous == ']' || joiner_of(previous) == sign;
    if (inside || chain.parts_only) {
        chain.begin = i;
        return;
    }
    chain.form = sign == '-' ? "--" : std::string(1, sign);
    chain.plain = false;
}

void TokenEmitter::read_chain(Chain &chain) {
    std::size_t i = chain.begin + chain.form.size();
    if (!chain.form.empty()) { // full-width signs are longer than their form
        i = chain.begin;
        for (std::size_t n = 0; n < chain.form.size(); ++n) {
            next_code_point(text_, i);
        }
    }
    std::size_t piece_start = i;
    while (i < chain.end) {
        const std::size_t at = i;
        const char32_t point = next_code_point(text_, i);
        if (joiner_of(point) == '\0') {
            continue;
        }
        const std::size_t next = read_joiner(chain, at, piece_start);
        if (next != at) {
            piece_start = next;
            i = next;
        }
    }
    piece(chain, piece_start, chain.end, {});
}

/// Reads the joiner at `at`, after the piece that starts at `piece`. Returns where the next piece
/// starts, or `at` if the joiner belongs to this piece.
std::size_t TokenEmitter::read_joiner(Chain &chain, std::size_t at, std::size_t piece_start) {
    std::size_t after_sign = at;
    const char sign = joiner_of(next_code_point(text_, after_sign));
    std::size_t second = after_sign;
    const char follows = after_sign < chain.end ? joiner_of(next_code_point(text_, second)) : '\0';
    if (sign == '+' && follows == '+') {
        piece(chain, piece_start, at, "++");
        return second;
    }
    if (sign == '#') {
        // C#12 is C# and 12, but of issue#12 and page#section the sign is none of the word.
        const char32_t next = chain.end == after_sign ? after(chain.end) : U'\0';
        const bool one_letter = count_code_points(text_.substr(piece_start, at - piece_start)) == 1;
        const bool versioned_name = one_letter && u_isdigit(static_cast<UChar32>(next));
        const bool sharp = !chain.parts_only && (!is_word_point(next) || versioned_name);
        piece(chain, piece_start, at, sharp ? "#" : "");
        chain.end = !sharp && chain.end == after_sign ? at : chain.end;
        return after_sign;
    }
    if (sign == '.' && joins_version(chain, at, after_sign)) {
        return at;
    }
    piece(chain, piece_start, at, {});
    chain.plain = false;
    if (chain.form.size() < 4 * max_token_code_points) {
        chain.form.push_back(sign);
    }
    if (sign == '/' && follows == '.') {
        chain.form.push_back('.');
        return second;
    }
    return after_sign;
}

/// The point of 5.1, v5.1, 5.x: digits before it, digits or a lone x after it.
bool TokenEmitter::joins_version(const Chain &chain, std::size_t at,
                                 std::size_t after_point) const {
    if (at == chain.begin || after_point >= chain.end) {
        return false;
    }
    std::size_t back = at;
    const char32_t previous = previous_code_point(text_, back);
    std::size_t ahead = after_point;
    const char32_t next = next_code_point(text_, ahead);
    const bool lone_x =
        (next == 'x' || next == 'X') && (ahead >= chain.end || !is_word_point(after(ahead)));
    return is_digit_point(previous) && (is_digit_point(next) || lone_x);
}

void TokenEmitter::piece(Chain &chain, std::size_t begin, std::size_t end,
                         std::string_view suffix) {
    if (begin >= end) {
        return;
    }
    std::string form = fold_slice(begin, end);
    if (form.empty()) {
        if (end - begin > max_letters) {
            chain.too_long = true;
            ++position_;
        }
        return;
    }
    if (chain.form.size() < 4 * max_token_code_points) {
        chain.form += form;
        chain.form += suffix;
    } else {
        chain.too_long = true;
    }
    const bool version = form.find('.') != std::string_view::npos && !is_digit(form.front());
    chain.plain = chain.plain && chain.pieces == 0 && suffix.empty() && !version;
    if (!suffix.empty()) {
        std::size_t suffix_end = end;
        for (std::size_t n = 0; n < suffix.size(); ++n) {
            next_code_point(text_, suffix_end);
        }
        // A lone C++ is the compound itself: only its bare letter is a part then. Which of the
        // two holds is known at the end, so both are made here and close() takes one out.
        push(begin, suffix_end, form + std::string(suffix), TokenKind::word);
    }
    if (version) {
        versioned(chain, begin, end);
    } else {
        part(chain, begin, end, std::move(form));
    }
}

/// python3.13 has the parts python and 3.13; of v5.1 only 5.1 is one.
void TokenEmitter::versioned(Chain &chain, std::size_t begin, std::size_t end) {
    std::size_t middle = begin;
    for (std::size_t i = begin; i < end && !is_digit_point(next_code_point(text_, i));) {
        middle = i;
    }
    std::string name = fold_slice(begin, middle);
    if (!name.empty() && name != "v") {
        part(chain, begin, middle, std::move(name));
    }
    std::string version = fold_slice(middle, end);
    if (!version.empty()) {
        part(chain, middle, end, std::move(version));
    }
}

void TokenEmitter::part(Chain &chain, std::size_t begin, std::size_t end, std::string form) {
    const TokenKind kind = kind_of(form);
    const std::string copy = has_hangul_bytes(form) ? form : std::string();
    push(begin, end, std::move(form), kind);
    if (!copy.empty()) {
        hangul_pairs(begin, end, copy);
    }
    ++position_;
    ++chain.pieces;
}

void TokenEmitter::close(Chain &chain) {
    const auto own = tokens_.begin() + static_cast<std::ptrdiff_t>(chain.first);
    const bool keep = !chain.plain && !chain.too_long && !chain.parts_only && chain.pieces > 0 &&
                      count_code_points(chain.form) <= max_token_code_points;
    if (!keep) {
        tokens_.erase(own);
        return;
    }
    *own = Token{chain.form,
                 chain.position,
                 static_cast<std::uint32_t>(chain.begin),
                 static_cast<std::uint32_t>(chain.end - chain.begin),
                 TokenKind::word,
                 false,
                 true};
    if (own + 1 != tokens_.end() && own[1].form == own->form) {
        tokens_.erase(own + 1);
    }
    bool numbers = true;
    for (std::size_t i = chain.first + 1; i < tokens_.size(); ++i) {
        tokens_[i].part = true;
        numbers = numbers && tokens_[i].kind == TokenKind::number;
    }
    tokens_[chain.first].kind = numbers ? TokenKind::number : TokenKind::word;
}

bool TokenEmitter::push(std::size_t begin, std::size_t end, std::string form, TokenKind kind) {
    if (form.empty() ||
        (form.size() > max_token_code_points && count_code_points(form) > max_token_code_points)) {
        return false;
    }
    tokens_.push_back(Token{std::move(form), position_, static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(end - begin), kind, false, false});
    return true;
}

char32_t TokenEmitter::before(std::size_t at) const {
    return at == 0 ? U'\0' : previous_code_point(text_, at);
}

char32_t TokenEmitter::after(std::size_t at) const {
    return at >= text_.size() ? U'\0' : next_code_point(text_, at);
}

} // namespace ideary::text
