// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A2, A3: whose an idea is, when it is not the document's author's.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

bool is_list_or_filler(std::string_view word) {
    const std::string bare = folded(bare_word(word));
    return bare.empty() || equals(PhraseSet::list_word, bare) ||
           equals(PhraseSet::list_filler, bare) ||
           bare.find_first_not_of("0123456789") == std::string::npos;
}

/// The name in front of a possessive mark; empty when the word has none.
std::string_view owner_in(std::string_view word) {
    for (const std::string_view ending : {"'s", "’s"}) {
        if (word.ends_with(ending)) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    for (const std::string_view ending : {"s'", "s’"}) {
        if (word.ends_with(ending)) {
            return word.substr(0, word.size() - ending.size() + 1);
        }
    }
    return {};
}

/// The full name in a text that repeats the first name: `Drew Winstel`; empty when it does not.
std::string full_name(std::string_view first_name, std::string_view below) {
    const auto words = words_of(below.substr(0, 2000));
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != first_name) {
            continue;
        }
        std::string_view last = words[i + 1];
        const std::string_view owner = owner_in(last);
        last = bare_word(owner.empty() ? last : owner);
        if (looks_like_name(last, 1, 1)) {
            return std::string(first_name) + " " + std::string(last);
        }
    }
    return {};
}

/// The words from `at` on hold a word for a list and nothing but such words.
bool only_list_words(const std::vector<std::string_view> &words, std::size_t at) {
    bool found = false;
    for (; at < words.size(); ++at) {
        if (!is_list_or_filler(words[at])) {
            return false;
        }
        found = found || equals(PhraseSet::list_word, folded(bare_word(words[at])));
    }
    return found;
}

std::string joined(const std::vector<std::string_view> &words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += (text.empty() ? "" : " ") + std::string(words[i]);
    }
    return text;
}

/// `Drew's Topics`, `Jane Doe’s list of talks`; German `Annas Themen` when the text below says who.
std::optional<std::string> owner_in_front(const std::vector<std::string_view> &words,
                                          std::string_view below) {
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i) {
        const std::string_view last = owner_in(words[i]);
        if (!last.empty() && only_list_words(words, i + 1)) {
            std::string name = joined(words, 0, i);
            name += (name.empty() ? "" : " ") + std::string(last);
            if (!looks_like_name(name, 1, 3)) {
                return std::nullopt;
            }
            const std::string full = i == 0 ? full_name(name, below) : name;
            return full.empty() ? name : full;
        }
    }
    if (words.size() >= 2 && words[0].size() > 3 && words[0].ends_with('s') &&
        only_list_words(words, 1)) {
        const std::string full = full_name(words[0].substr(0, words[0].size() - 1), below);
        return full.empty() ? std::nullopt : std::optional(full);
    }
    return std::nullopt;
}

/// `Topics by Jane Doe`, `Themen von Anna`: one word only where the text below repeats it.
std::optional<std::string> owner_behind(const std::vector<std::string_view> &words,
                                        std::string_view below) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!equals(PhraseSet::credit_by, folded(words[i])) && words[i] != "de") {
            continue;
        }
        const std::vector<std::string_view> front(words.begin(),
                                                  words.begin() + static_cast<std::ptrdiff_t>(i));
        const std::string name = joined(words, i + 1, words.size());
        if (!only_list_words(front, 0) || !looks_like_name(name, 1, 3)) {
            continue;
        }
        if (i + 2 < words.size()) {
            return name;
        }
        const std::string full = full_name(name, below);
        return full.empty() ? std::nullopt : std::optional(full);
    }
    return std::nullopt;
}

/// How a credit stands in its title.
struct CreditPlace {
    std::size_t begin = 0; ///< of the word of credit
    std::size_t name = 0;  ///< of the name
    bool via = false;
    bool von = false;   ///< German writes its nouns with capitals: Title Case says nothing
    bool apart = false; ///< in brackets, or after a dash or comma
    bool from = false;  ///< `from` credits only in brackets or after a dash
};

bool is_apart(std::string_view before) {
    before = trimmed(before);
    return before.ends_with('-') || before.ends_with("–") || before.ends_with("—") ||
           before.ends_with(',') || before.ends_with('(') || before.ends_with('[');
}

/// The last word of credit among the final eight words.
std::optional<CreditPlace> find_credit(std::string_view plain) {
    const auto words = words_of(plain);
    const std::size_t from = words.size() > 8 ? words.size() - 8 : 0;
    for (std::size_t i = words.size(); i-- > std::max<std::size_t>(from, 1);) {
        std::string_view word = words[i];
        const bool bracket = word.starts_with('(') || word.starts_with('[');
        word.remove_prefix(bracket ? 1 : 0);
        const std::string bare = folded(word);
        const bool via = bare == "via" || bare == "via:";
        if ((!via && !equals(PhraseSet::credit_by, bare)) || i + 1 >= words.size()) {
            continue;
        }
        CreditPlace place;
        place.begin = static_cast<std::size_t>(word.data() - plain.data());
        place.name = static_cast<std::size_t>(words[i + 1].data() - plain.data());
        place.via = via;
        place.von = bare == "von";
        place.from = bare == "from";
        place.apart = bracket || is_apart(plain.substr(0, place.begin));
        return place;
    }
    return std::nullopt;
}

/// Title Case: a capitalised pair of words at the end need not be a name then.
bool is_title_case(std::string_view text) {
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    for (const std::string_view word : words_of(text)) {
        if (word.size() >= 4) {
            ++long_words;
            capitals += capitalised(bare_word(word)) ? 1 : 0;
        }
    }
    return long_words >= 2 && capitals * 4 >= long_words * 3;
}

std::string_view name_in(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() &&
           std::string_view(").],;:!").find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    return text;
}

bool is_handle(std::string_view name) {
    return name.size() > 1 && name[0] == '@' && name.find(' ') == std::string_view::npos;
}

std::string_view bracketless(std::string_view text) {
    text = name_in(text);
    while (text.starts_with('(') || text.starts_with('[')) {
        text.remove_prefix(1);
    }
    return text;
}

} // namespace

std::optional<std::string> section_owner(std::string_view heading, std::string_view below) {
    const auto words = words_of(heading.substr(0, 200));
    if (words.size() < 2 || words.size() > 10) {
        return std::nullopt;
    }
    auto owner = owner_in_front(words, below);
    return owner ? owner : owner_behind(words, below);
}

std::optional<std::string> item_credit(const source::Text &text) {
    const std::string_view plain = text.plain;
    const auto place = find_credit(plain);
    if (!place) {
        return std::nullopt;
    }
    if (place->from && (!place->apart || trimmed(plain.substr(0, place->begin)).ends_with(','))) {
        return std::nullopt;
    }
    const std::string_view name = name_in(plain.substr(place->name));
    const std::size_t words = words_of(name).size();
    bool linked = false;
    for (const source::InlineLink &link : text.links) {
        // A5: inside a link that began before it, `by` belongs to the name of a work.
        if (link.offset < place->begin && link.offset + link.length > place->name) {
            return std::nullopt;
        }
        linked = linked || (link.offset <= place->name && place->name < link.offset + link.length);
    }
    if (name.empty() || words > 4 || is_url(name)) {
        return std::nullopt;
    }
    const bool person =
        looks_like_name(name, 2, 3) &&
        (place->apart || place->von || !is_title_case(plain.substr(0, place->begin)));
    const bool known = place->via ? linked || is_handle(name) || place->apart || person
                                  : is_handle(name) || person ||
                                        ((linked || place->apart) && looks_like_name(name, 1, 3));
    return known ? std::optional(std::string(name)) : std::nullopt;
}

std::optional<std::string> name_at_end(const source::Text &text) {
    const std::string_view plain = trimmed(text.plain);
    const std::size_t last_space = plain.rfind(' ');
    if (last_space != std::string_view::npos) {
        const std::string_view handle = bracketless(plain.substr(last_space + 1));
        if (is_handle(handle)) {
            return std::string(handle);
        }
    }
    std::size_t begin = std::string_view::npos;
    if (plain.ends_with(')') || plain.ends_with(']')) {
        const std::size_t open = plain.rfind(plain.ends_with(')') ? '(' : '[');
        begin = open == std::string_view::npos ? open : open + 1;
    } else {
        for (const std::string_view dash : {" - ", " – ", " — "}) {
            if (const std::size_t at = plain.rfind(dash); at != std::string_view::npos) {
                begin = at + dash.size();
            }
        }
    }
    if (begin == std::string_view::npos || begin < 4) {
        return std::nullopt;
    }
    const std::string_view name = bracketless(plain.substr(begin));
    return looks_like_name(name, 2, 3) ? std::optional(std::string(name)) : std::nullopt;
}

std::vector<std::string> split_people(std::string_view text) {
    std::vector<std::string> people;
    std::string_view rest = text;
    while (!rest.empty()) {
        std::size_t at = rest.size();
        std::size_t size = 0;
        for (const std::string_view mark : {",", ";", " & ", " / ", "、", "，", " and ", " und ",
                                            " et ", " y ", " e ", " i ", " и "}) {
            if (const std::size_t found = rest.find(mark); found < at) {
                at = found;
                size = mark.size();
            }
        }
        people.emplace_back(trimmed(rest.substr(0, at)));
        rest.remove_prefix(std::min(at + size, rest.size()));
    }
    std::erase_if(people, [](const std::string &person) { return !has_letter(person); });
    const bool names = std::ranges::all_of(people, [](const std::string &person) {
        return looks_like_name(person, 2, 4) || is_handle(person) || !is_letter_at(person, 0);
    });
    return names ? people : std::vector<std::string>{std::string(trimmed(text))};
}

void credit_cell(std::vector<std::string> &authors, std::string_view cell) {
    std::vector<std::string> people = split_people(cell);
    const bool given_name =
        !cell.empty() && words_of(cell).size() == 1 && is_letter_at(cell, 0) && !is_handle(cell);
    const bool unsplit = people.size() == 1 && (given_name || cell.find(" & ") != cell.npos);
    if (!people.empty() && (authors.empty() || !unsplit)) {
        authors = std::move(people);
    }
}

} // namespace ideary::ideas
