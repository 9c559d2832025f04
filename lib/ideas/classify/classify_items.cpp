// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L4: items and cells that are no ideas, whatever stands around them.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

/// `www.example.org`, `example.org/page`: a link's text that is its address.
bool looks_like_site(std::string_view text) {
    text = trimmed(text);
    const std::size_t dot = text.find('.');
    return text.find(' ') == std::string_view::npos && dot != std::string_view::npos && dot > 0 &&
           text.find('/') != std::string_view::npos && dot < text.find('/') &&
           dot + 2 < text.size();
}

/// L4: only a URL, or a link whose text is one.
bool is_only_url(const source::Text &text) {
    return is_url(text.plain) || (is_wholly_links(text) && looks_like_site(text.plain)) ||
           (is_wholly_links(text) && folded(text.plain).starts_with("www."));
}

/// L4: only an e-mail address.
bool is_only_address(std::string_view plain) {
    const std::string_view text = trimmed(plain);
    return text.find(' ') == std::string_view::npos && has_address(text);
}

/// L4: only a pointer to a document: `Slides`, `Django 1.11 release notes`.
bool is_pointer(const source::Text &text) {
    const std::string plain = folded(text.plain);
    if (equals(PhraseSet::pointer, plain)) {
        return true;
    }
    static constexpr std::string_view endings[] = {"release notes", "versionshinweise",
                                                   "notes de version", "notas de la version"};
    const std::string_view ended = without_final_punctuation(plain);
    const bool notes = std::ranges::any_of(
        endings, [&](std::string_view ending) { return ended.ends_with(ending); });
    return words_of(ended).size() <= 5 &&
           (notes || (is_wholly_links(text) && ends_with(PhraseSet::pointer, ended)));
}

/// L4: wholly links that name other lists of talk ideas, or editions; or ask to submit.
bool links_to_lists(const source::Text &text) {
    if (!is_wholly_links(text)) {
        return false;
    }
    const std::string_view plain = text.plain;
    const bool only_year = last_year(plain) != 0 && plain.size() <= 24 &&
                           words_of(plain).size() <= 3 &&
                           plain.find_first_not_of("0123456789, &and") == std::string_view::npos;
    const std::string start = folded(without_leading_punctuation(plain));
    return only_year || names_list(plain) ||
           (has_list_word(plain) &&
            (starts_with(PhraseSet::invite, start) || last_year(plain) != 0)) ||
           starts_with(PhraseSet::stop, start);
}

/// L4: `label: value`, the value only an address of some kind, a handle or a date.
bool is_labelled_value(const source::Text &text) {
    const std::string_view plain = text.plain;
    const std::size_t colon = plain.find(": ");
    if (colon == std::string_view::npos || words_of(plain.substr(0, colon)).size() > 4) {
        return false;
    }
    const std::string_view value = trimmed(plain.substr(colon + 2));
    const std::size_t blanks = static_cast<std::size_t>(std::ranges::count(value, ' '));
    const bool handle = value.starts_with('@') && blanks == 0;
    return is_url(value) || looks_like_site(value) || handle ||
           (blanks == 0 && has_address(value)) || is_only_date(value);
}

/// L4: to be filled in: `<Your topic here>`, `list a few ideas …`, `___`.
bool is_placeholder(std::string_view plain) {
    const std::string whole = folded(plain);
    if (whole.starts_with("{{") && whole.ends_with("}}")) {
        return true; // a variable of a template
    }
    const bool bracketed = (whole.starts_with('<') && whole.ends_with('>')) ||
                           (whole.starts_with('[') && whole.ends_with(']')) ||
                           (whole.starts_with('{') && whole.ends_with('}'));
    if (starts_with(PhraseSet::placeholder, without_leading_punctuation(whole))) {
        return bracketed || words_of(whole).size() <= 8;
    }
    return bracketed && whole.starts_with('<');
}

/// L4: done, and a remark says when: `~~Passkeys~~ (held in May)`, `~~Passkeys~~ → thanks, Ann`.
bool is_struck_with_remark(const source::Text &text) {
    if (text.struck_start == 0 || text.struck_start >= text.plain.size()) {
        return false;
    }
    const std::string_view rest = trimmed(std::string_view(text.plain).substr(text.struck_start));
    static constexpr std::string_view signs[] = {"(", "[", "-", "–", "—", "→", "=>", ":", ",", "✅"};
    return !has_letter(rest) ||
           std::ranges::any_of(signs, [&](auto sign) { return rest.starts_with(sign); }) ||
           (!words_of(rest).empty() && words_of(rest).front().ends_with(':')) ||
           words_of(rest).size() <= 1;
}

/// L4: a dated entry that says there is nothing: `11 May: no meeting`.
bool is_cancelled(std::string_view plain) {
    const std::string_view entry = after_date(plain);
    return !entry.empty() && contains(PhraseSet::no_event, folded(entry));
}

/// L4: an entry of a timeline: `Submission deadline: 5 July`.
bool is_milestone(std::string_view plain) {
    const std::string whole = folded(plain);
    const std::size_t words = words_of(whole).size();
    const bool number = whole.find_first_of("0123456789") != std::string::npos;
    return words <= (number ? 12U : 4U) && contains(PhraseSet::milestone, whole);
}

/// L4: a box to tick (`I agree that …`).
bool is_consent(std::string_view plain) {
    return starts_with(PhraseSet::consent, folded(without_leading_punctuation(plain)));
}

} // namespace

bool is_catch_all(std::string_view plain) {
    const std::string whole = folded(plain);
    const std::string_view start = without_leading_punctuation(whole);
    return starts_with(PhraseSet::catch_all, start) && !start.starts_with("whatever happened");
}

bool is_no_title(const source::Text &cell) {
    return !has_letter(cell.plain) || is_only_url(cell) || is_catch_all(cell.plain) ||
           is_placeholder(cell.plain) || cell.all_struck;
}

std::string_view rejection_rule(const Node &node) {
    const source::Text &text = node.text;
    const std::string_view plain = text.plain;
    const bool inside = std::ranges::any_of(
        text.links, [](const source::InlineLink &link) { return link.target.starts_with('#'); });
    return is_catch_all(plain)                              ? "L4: says that there is more"
           : text.all_struck || is_struck_with_remark(text) ? "L4: struck out"
           : text.all_image || !has_letter(plain)           ? "L4: nothing to read"
           : inside                                         ? "L4: a link into the document"
           : is_only_url(text) || is_only_address(plain)    ? "L4: an address alone"
           : is_pointer(text)                               ? "L4: points to a document"
           : is_only_date(plain)                            ? "L4: a date"
           : is_labelled_value(text)                        ? "L4: a label with an address or date"
           : links_to_lists(text)                           ? "L4: links to other lists"
           : is_placeholder(plain)                          ? "L4: to be filled in"
           : is_cancelled(plain)                            ? "L4: a date without an event"
           : is_milestone(plain)                            ? "L4: an entry of a timeline"
           : is_consent(plain)                              ? "L4: a box to tick"
                                                            : "";
}

Rejection classify_item(const Node &node) {
    if (is_catch_all(node.text.plain)) {
        return Rejection::catch_all;
    }
    return rejection_rule(node).empty() ? Rejection::kept : Rejection::no_idea;
}

} // namespace ideary::ideas
