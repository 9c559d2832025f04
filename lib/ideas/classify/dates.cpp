// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L4: text that is a date, perhaps with an hour and a place, and nothing else.
#include <algorithm>
#include <string>
#include <vector>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

enum class DateWord { number, year, numeric, month, day, filler, other };

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The word without final punctuation; a colon or dash after it ends the date.
DateWord kind_of(const std::string &word) {
    const std::size_t digits = static_cast<std::size_t>(std::ranges::count_if(word, is_digit));
    if (digits > 0) {
        const std::string_view marks = "0123456789./-:–—,";
        const bool plain = word.find_first_not_of(marks) == std::string::npos;
        if (plain && digits == word.size()) {
            const int value = digits <= 4 ? std::stoi(word) : 0;
            return value >= 1900 && value <= 2099 ? DateWord::year
                   : value >= 1 && value <= 31    ? DateWord::number
                                                  : DateWord::other;
        }
        if (plain && digits >= 3) { // 2024-03-01, 26.08, 18:30, 10-12/2024; no version, no list
            const auto separators = static_cast<std::size_t>(word.size() - digits);
            const bool date =
                std::ranges::count(word, ':') > 0 || separators >= 2 || last_year(word) != 0;
            return date ? DateWord::numeric : DateWord::other;
        }
        if (is_digit(word[0])) { // 3rd, 18h, 6pm, 8., 21-23
            static constexpr std::string_view endings[] = {
                "st", "nd",  "rd", "th", "er", "e",  "o",  "a",  "h",  "am", "pm", "uhr",
                "hs", "hrs", "日", "月", "年", "時", "时", "号", "일", "월", "년", "시"};
            const std::size_t end = word.find_first_not_of("0123456789:.-–/");
            const std::string_view rest =
                end == std::string::npos ? std::string_view{} : std::string_view(word).substr(end);
            const bool cjk = !rest.empty() && !is_letter_at(rest, 0) && has_letter(rest);
            const bool known = rest.empty() || cjk ||
                               std::ranges::any_of(endings, [&](auto e) { return rest == e; });
            return known ? (cjk ? DateWord::numeric : DateWord::number) : DateWord::other;
        }
        return DateWord::other;
    }
    if (equals(PhraseSet::month, word)) {
        return DateWord::month;
    }
    if (equals(PhraseSet::day, word)) {
        return DateWord::day;
    }
    return equals(PhraseSet::date_filler, word) ? DateWord::filler : DateWord::other;
}

struct Token {
    DateWord kind;
    bool capital; ///< begins with a capital letter or has no case
    bool ends;    ///< punctuation after it that a place may follow: `,` `(` `@` `-`
    bool colon;   ///< a colon after it: what follows is no part of the date
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (const std::string_view word : words_of(text)) {
        const std::string_view bare = bare_word(word);
        if (bare.empty()) {
            if (!tokens.empty()) {
                tokens.back().ends = true;
            }
            continue;
        }
        if (!tokens.empty() && word.data() != bare.data()) {
            tokens.back().ends = true; // an opening bracket
        }
        const std::string low = folded(bare);
        const char last = word.back();
        tokens.push_back({kind_of(low), capitalised(bare), last == ',' || last == ')',
                          last == ':' || word.ends_with("：")});
    }
    return tokens;
}

bool is_date_part(const Token &token) {
    return token.kind != DateWord::other && token.kind != DateWord::filler;
}

} // namespace

std::string_view after_date(std::string_view text) {
    // The date may be in brackets: `[June 1] Error handling`.
    const std::string_view start = trimmed(text.substr(0, 60));
    std::size_t end = start.find_first_of(":]");
    for (const std::string_view dash : {" - ", " – ", " — ", "："}) {
        end = std::min(end, start.find(dash));
    }
    if (end == std::string_view::npos || end + 1 >= start.size() || start[end] == '.') {
        return {};
    }
    const bool clock = start[end] == ':' && is_digit(start[end + 1]);
    const bool date = !clock && is_only_date(without_leading_punctuation(start.substr(0, end)));
    return date ? trimmed(without_leading_punctuation(start.substr(end))) : std::string_view{};
}

bool is_only_date(std::string_view text) {
    if (text.size() > 120) {
        return false;
    }
    const std::vector<Token> tokens = tokens_of(text);
    bool month = false, number = false, whole = false, weekday = false;
    std::size_t others = 0; // words of a place
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const bool beside =
            (i > 0 &&
             (tokens[i - 1].kind == DateWord::number || tokens[i - 1].kind == DateWord::year)) ||
            (i + 1 < tokens.size() &&
             (tokens[i + 1].kind == DateWord::number || tokens[i + 1].kind == DateWord::year ||
              tokens[i + 1].kind == DateWord::filler)) ||
            (i > 1 && tokens[i - 1].kind == DateWord::filler && is_date_part(tokens[i - 2]));
        month = month || (token.kind == DateWord::month && beside);
        weekday = weekday || token.kind == DateWord::day;
        number = number || token.kind == DateWord::number || token.kind == DateWord::year;
        whole = whole || token.kind == DateWord::numeric;
        if (token.kind == DateWord::other) {
            const bool led = i == 0 || tokens[i - 1].ends ||
                             tokens[i - 1].kind == DateWord::other ||
                             tokens[i - 1].kind == DateWord::filler;
            const bool apart =
                i + 1 >= tokens.size() || token.ends || tokens[i + 1].kind == DateWord::other;
            if (!token.capital || !led || !apart || (i > 0 && tokens[i - 1].colon) ||
                ++others > 3) {
                return false;
            }
        }
        if (token.colon && i + 1 < tokens.size() && others + 1 < tokens.size() &&
            tokens[i + 1].kind == DateWord::other) {
            return false; // `4. Mai: Lizenzen` has a title
        }
    }
    if (others > 0 && others * 2 > tokens.size()) {
        return false;
    }
    const std::size_t digits = static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
    return (month && number) || (weekday && (number || whole)) || (whole && digits >= 6);
}

} // namespace ideary::ideas
