// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The event that a title names.
#include <algorithm>
#include <vector>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

struct Word {
    std::string text;    ///< without the punctuation around it
    bool ends = false;   ///< a mark after it ends a run: `See:`, `Ideas-`, `(2023)`
    bool begins = false; ///< a mark in front of it begins one
};

std::vector<Word> words_with_signs(std::string_view title) {
    std::vector<Word> words;
    for (const std::string_view raw : words_of(title.substr(0, 400))) {
        const std::string_view bare = bare_word(raw);
        if (bare.empty()) {
            if (!words.empty()) {
                words.back().ends = true;
            }
            continue;
        }
        const auto before = static_cast<std::size_t>(bare.data() - raw.data());
        words.push_back({std::string(bare), before + bare.size() < raw.size(), before > 0});
    }
    return words;
}

bool is_year(const std::string &word) {
    return word.size() == 4 && last_year(word) != 0;
}

/// One word that is an event's own name: `PyCon`, `JSConf`, `PyConES`, `Ubucon`, `FOSDEM`.
/// Several capitals, one of them inside: `PyHaven`, `rootBSD`.
bool is_mixed_case(std::string_view word) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool small = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    return small && std::any_of(word.begin() + 1, word.end(), capital);
}

/// `kernel.conf.eu`: some part between dots is a word for an event.
bool has_event_part(const std::string &low) {
    for (std::size_t at = 0; at < low.size();) {
        const std::size_t end = std::min(low.find('.', at), low.size());
        if (low.find('.') != std::string::npos &&
            equals(PhraseSet::event_word, std::string_view(low).substr(at, end - at))) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

bool is_brand(const std::string &word) {
    if (has_event_part(folded(word))) {
        return true;
    }
    if (!capitalised(word) &&
        word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos) {
        return false;
    }
    const std::string low = folded(word);
    if (equals(PhraseSet::event_word, low) || low.size() < 5) {
        return false;
    }
    for (std::size_t at = 0; at < low.size(); at += letter_size(low, at)) {
        if (equals(PhraseSet::event_brand, std::string_view(low).substr(at))) {
            return true;
        }
    }
    // `PyConES`, `DjangoConUS`: Con followed by capitals.
    for (const std::string_view part : {"Con", "Conf"}) {
        const auto at = word.find(part);
        const std::size_t end = at + part.size();
        if (at != std::string::npos && at > 1 && end < word.size() && word[end] >= 'A' &&
            word[end] <= 'Z') {
            return true;
        }
    }
    return false;
}

/// A word that may stand between an event's name and its year: `US`, `AU`, `Europe`, `Latam`.
bool is_region(const Word &word) {
    const std::string low = folded(word.text);
    return (capitalised(word.text) || is_mixed_case(word.text)) &&
           !equals(PhraseSet::list_word, low) && !equals(PhraseSet::list_filler, low) &&
           !equals(PhraseSet::no_name, low) && low != "i'd";
}

bool is_short_region(const Word &word) {
    return word.text.size() <= 3 && is_region(word) &&
           std::ranges::all_of(word.text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string join(const std::vector<Word> &words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += (text.empty() ? "" : " ") + words[i].text;
    }
    return text;
}

/// The run of capitalised words that ends in the year at `year` and holds an event's name.
std::string event_before(const std::vector<Word> &words, std::size_t year) {
    std::size_t from = year;
    bool generic = false;
    while (from > 0 && year - from < 6 && !words[from - 1].ends && !words[from].begins) {
        const Word &word = words[from - 1];
        if (is_brand(word.text)) {
            return join(words, from - 1, year + 1);
        }
        const bool names =
            equals(PhraseSet::event_word, folded(word.text)) && capitalised(word.text);
        if (!names && !is_region(word) &&
            !(generic && capitalised(word.text) &&
              !equals(PhraseSet::list_word, folded(word.text)))) {
            break;
        }
        generic = generic || names;
        --from;
    }
    if (generic && year - from >= 2) {
        return join(words, from, year + 1);
    }
    const bool name = year == 1 && is_mixed_case(words[0].text) && !words[0].ends;
    return name ? join(words, 0, 2) : std::string{};
}

} // namespace

std::string find_event(std::string_view title) {
    const std::vector<Word> words = words_with_signs(title);
    std::size_t year = words.size();
    for (std::size_t i = words.size(); i-- > 0;) {
        if (!is_year(words[i].text)) {
            continue;
        }
        year = year == words.size() ? i : year;
        if (std::string event = event_before(words, i); !event.empty()) {
            return event;
        }
    }
    if (year == words.size()) {
        return {};
    }
    // The year stands apart: `DjangoCon US Talks I'd Like to See 2026 Edition`.
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_brand(words[i].text)) {
            continue;
        }
        std::size_t end = i + 1;
        while (end < words.size() && !words[end - 1].ends && is_short_region(words[end])) {
            ++end;
        }
        return join(words, i, end) + " " + words[year].text;
    }
    return {};
}

} // namespace ideary::ideas
