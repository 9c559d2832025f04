// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which language a text is in: by its script, and within Latin and Cyrillic by its small words.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include "text/fold.hpp"
#include "text/function_words.hpp"
#include "text/icu.hpp"
#include "text/normalize.hpp"

namespace ideary::text {
namespace {

/// A longer text says nothing new about its language.
constexpr std::size_t sample_size = 20000;

using Languages = std::uint32_t; ///< one bit for each row of function_words

/// The rows that list each word.
const std::unordered_map<std::string, Languages> &words_by_form() {
    static const std::unordered_map<std::string, Languages> words = [] {
        std::unordered_map<std::string, Languages> made;
        for (std::size_t row = 0; row < function_words.size(); ++row) {
            const std::string_view list = function_words[row].words;
            for (std::size_t start = 0; start < list.size();) {
                const std::size_t end = std::min(list.find(' ', start), list.size());
                made[std::string(list.substr(start, end - start))] |= Languages{1} << row;
                start = end + 1;
            }
        }
        return made;
    }();
    return words;
}

struct Scripts {
    std::size_t letters = 0, kana = 0, han = 0;
    std::array<std::size_t, USCRIPT_CODE_LIMIT> of{};
};

Scripts count_scripts(std::string_view text) {
    Scripts counts;
    for (std::size_t i = 0; i < text.size();) {
        const auto code = static_cast<UChar32>(next_code_point(text, i));
        if (!u_isalpha(code)) {
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(code, &status);
        check(status, "reading a script");
        ++counts.letters;
        ++counts.of[static_cast<std::size_t>(script)];
        counts.kana += script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ? 1 : 0;
        counts.han += script == USCRIPT_HAN ? 1 : 0;
    }
    return counts;
}

struct ScriptLanguage {
    UScriptCode script;
    std::string_view language;
};

constexpr std::array<ScriptLanguage, 14> script_languages{{{USCRIPT_HANGUL, "ko"},
                                                           {USCRIPT_THAI, "th"},
                                                           {USCRIPT_GREEK, "el"},
                                                           {USCRIPT_HEBREW, "he"},
                                                           {USCRIPT_ARABIC, "ar"},
                                                           {USCRIPT_DEVANAGARI, "hi"},
                                                           {USCRIPT_BENGALI, "bn"},
                                                           {USCRIPT_TAMIL, "ta"},
                                                           {USCRIPT_GEORGIAN, "ka"},
                                                           {USCRIPT_ARMENIAN, "hy"},
                                                           {USCRIPT_LAO, "lo"},
                                                           {USCRIPT_KHMER, "km"},
                                                           {USCRIPT_MYANMAR, "my"},
                                                           {USCRIPT_TELUGU, "te"}}};

/// The language that a script implies. A Han character counts as three letters. A third of the
/// letters is enough, because talks are full of English names.
std::string by_script(const Scripts &counts) {
    const std::size_t eastern = counts.kana + counts.han;
    if (eastern * 3 >= counts.letters) {
        return counts.kana * 10 >= eastern ? "ja" : "zh";
    }
    for (const ScriptLanguage &row : script_languages) {
        if (counts.of[static_cast<std::size_t>(row.script)] * 3 >= counts.letters) {
            return std::string(row.language);
        }
    }
    return {};
}

/// Persian and Urdu write letters that Arabic has not.
std::string among_arabic(std::string_view text) {
    for (const std::string_view letter : {"ٹ", "ڈ", "ے", "ں"}) {
        if (text.find(letter) != text.npos) {
            return "ur";
        }
    }
    for (const std::string_view letter : {"پ", "چ", "ژ", "گ"}) {
        if (text.find(letter) != text.npos) {
            return "fa";
        }
    }
    return "ar";
}

using Hits = std::array<double, function_words.size()>;

void count_word(const std::string &word, Hits &hits) {
    const auto found = words_by_form().find(word);
    if (found == words_by_form().end()) {
        return;
    }
    const Languages languages = found->second;
    // 1 for a word of one language, less for what several share.
    const double worth = 1.0 / static_cast<double>(__builtin_popcount(languages));
    for (std::size_t row = 0; row < hits.size(); ++row) {
        hits[row] += (languages >> row & 1) != 0 ? 0.25 + 0.75 * worth : 0;
    }
}

Hits count_function_words(std::string_view text) {
    Hits hits{};
    std::string word;
    for (std::size_t i = 0; i <= text.size();) {
        const std::size_t start = i;
        const char32_t point = i < text.size() ? next_code_point(text, i) : (++i, U' ');
        if (u_isalpha(static_cast<UChar32>(point)) || is_mark(point)) {
            word.append(text, start, i - start);
        } else if (!word.empty()) {
            count_word(fold_form(word), hits);
            word.clear();
        }
    }
    return hits;
}

void count_letters(std::string_view text, Hits &hits) {
    for (std::size_t row = 0; row < hits.size(); ++row) {
        const std::string_view letters = function_words[row].letters;
        double found = 0;
        for (std::size_t i = 0; i < letters.size();) {
            const std::size_t start = i;
            next_code_point(letters, i);
            found += text.find(letters.substr(start, i - start)) != text.npos ? 0.6 : 0;
        }
        hits[row] += std::min(found, 1.8);
    }
}

std::string by_words(std::string_view text) {
    Hits hits = count_function_words(text);
    count_letters(text, hits);
    std::size_t best = 0;
    double second = 0;
    for (std::size_t row = 1; row < hits.size(); ++row) {
        if (hits[row] > hits[best]) {
            second = hits[best];
            best = row;
        } else {
            second = std::max(second, hits[row]);
        }
    }
    const bool many = hits[best] >= 2.5 && hits[best] >= second * 1.15;
    const bool clear = hits[best] >= 1.6 && hits[best] >= second * 2;
    return many || clear ? std::string(function_words[best].language) : std::string();
}

struct LetterLanguage {
    std::string_view letter;
    std::string_view language;
};

/// Cyrillic letters that only one of the common languages has; the first one found decides.
constexpr std::array<LetterLanguage, 12> cyrillic_letters{{{"ў", "be"},
                                                           {"ї", "uk"},
                                                           {"є", "uk"},
                                                           {"ґ", "uk"},
                                                           {"і", "uk"},
                                                           {"ђ", "sr"},
                                                           {"љ", "sr"},
                                                           {"њ", "sr"},
                                                           {"џ", "sr"},
                                                           {"ы", "ru"},
                                                           {"э", "ru"},
                                                           {"ё", "ru"}}};

std::string by_cyrillic_letters(std::string_view text) {
    for (const LetterLanguage &row : cyrillic_letters) {
        if (text.find(row.letter) != text.npos) {
            return std::string(row.language);
        }
    }
    return {};
}

} // namespace

std::string guess_language(std::string_view utf8) {
    const std::string text = normalize_nfc(truncate(utf8, sample_size));
    const Scripts counts = count_scripts(text);
    if (counts.letters == 0) {
        return {};
    }
    const std::string language = by_script(counts);
    if (language == "ar") {
        return among_arabic(text);
    }
    if (!language.empty()) {
        return language;
    }
    std::string found = by_words(text);
    if (found.empty() && counts.of[USCRIPT_CYRILLIC] * 3 >= counts.letters) {
        found = by_cyrillic_letters(text);
    }
    return found;
}

std::string language_code(std::string_view code) {
    const std::string wanted = fold_value(code);
    const std::string tag = wanted.substr(0, wanted.find_first_of("-_. "));
    if (tag.size() < 2 || tag.size() > 3 || !is_ascii(tag)) {
        return {};
    }
    const icu::Locale locale = icu::Locale::createCanonical(tag.c_str());
    const std::string language = locale.getLanguage();
    const char *const *known = icu::Locale::getISOLanguages();
    for (; *known != nullptr; ++known) {
        if (language == *known && language.size() == 2) {
            return language;
        }
    }
    return {};
}

} // namespace ideary::text
