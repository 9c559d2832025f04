// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/word_forms.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ideary::search {
namespace {

/// British and American letters, before an ending.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> spellings{{
    {"is", "iz"}, // optimise
    {"ys", "yz"}, // analyse
    {"our", "or"},
    {"ence", "ense"}, // licence
    {"tre", "ter"},
    {"ogue", "og"},
    {"amme", "am"}, // programme
}};
constexpr std::array<std::string_view, 18> endings{"",     "s",   "d",   "e",   "ed",    "es",
                                                   "er",   "ers", "rs",  "ing", "ation", "ations",
                                                   "able", "al",  "ful", "ist", "ite",   "less"};
constexpr std::size_t min_letters_before = 3; ///< hour is not hor

} // namespace

std::vector<std::string> other_spellings(const std::string &form) {
    std::vector<std::string> others;
    const auto replace = [&](std::string_view from, std::string_view to) {
        const std::size_t at = form.rfind(from);
        if (at == form.npos || at < min_letters_before) {
            return;
        }
        const std::string_view rest = std::string_view(form).substr(at + from.size());
        if (std::find(endings.begin(), endings.end(), rest) != endings.end()) {
            others.push_back(form.substr(0, at) + std::string(to) + std::string(rest));
        }
    };
    for (const auto &[british, american] : spellings) {
        replace(british, american);
        replace(american, british);
    }
    return others;
}

std::vector<std::string> forms_of_stem(const std::string &stem) {
    std::vector<std::string> forms;
    for (const char *ending : {"", "e", "ing", "ed", "er", "y", "ion", "ation", "ment", "ity",
                               "ize", "izing", "ization"}) {
        forms.push_back(stem + ending);
    }
    return forms;
}

} // namespace ideary::search
