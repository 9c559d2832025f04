// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/topics/topic_text.hpp"

#include <algorithm>

#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t long_title = 100;   ///< bytes: what is longer tells more than its subject
constexpr std::size_t least_subject = 12; ///< bytes
constexpr std::ptrdiff_t enumeration = 3; ///< commas

constexpr std::string_view dashes[] = {" - ", " – ", " — "};

/// Whether a text ends in what stands between a title and a name.
bool ends_in_credit(std::string_view before) {
    before = trimmed(before);
    for (const std::string_view mark : {"-", "–", "—", "(", "[", ",", "@", "|", "/", ":"}) {
        if (before.ends_with(mark)) {
            return true;
        }
    }
    const auto words = words_of(before);
    return !words.empty() && equals(PhraseSet::credit_by, folded(words.back()));
}

/// The title without the name of a person at its end and what follows that.
std::string_view without_name(std::string_view title, std::string_view person) {
    const std::size_t at = person.empty() ? std::string_view::npos : title.rfind(person);
    const bool credited =
        at != std::string_view::npos && at > 0 && ends_in_credit(title.substr(0, at));
    return credited ? title.substr(0, at) : title;
}

/// The title without `– J.D.@Company`.
std::string_view without_affiliation(std::string_view title) {
    std::size_t last = std::string_view::npos;
    for (const std::string_view dash : dashes) {
        const std::size_t at = title.rfind(dash);
        last = at != std::string_view::npos && (last == std::string_view::npos || at > last) ? at
                                                                                             : last;
    }
    const bool affiliated =
        last != std::string_view::npos && title.find('@', last) != std::string_view::npos;
    return affiliated ? title.substr(0, last) : title;
}

/// Bytes of the first sentence, or of what stands before a dash.
std::size_t end_of_clause(std::string_view title) {
    std::size_t end = title.size();
    for (const std::string_view mark : {". ", "? ", "! ", " - ", " – ", " — "}) {
        end = std::min(end, title.find(mark, least_subject));
    }
    return end;
}

} // namespace

TitleParts title_parts(std::string_view title, std::span<const std::string> people) {
    for (const std::string &person : people) {
        title = without_name(title, person);
    }
    title = without_affiliation(title);
    if (title.size() <= long_title) {
        return {title, {}};
    }
    const std::size_t end = end_of_clause(title);
    if (std::ranges::count(title.substr(end), ',') >= enumeration) {
        return {title, {}}; // its parts are named one by one
    }
    return {title.substr(0, end), title.substr(end)};
}

} // namespace ideary::ideas
