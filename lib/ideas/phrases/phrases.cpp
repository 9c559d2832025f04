// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/phrases/phrases.hpp"

#include <algorithm>

#include "ideas/phrases/phrase_table.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

/// Index of the first entry whose text is greater than `text`.
std::size_t upper_bound(const PhraseTable &table, std::string_view text) {
    const auto found = std::ranges::upper_bound(
        table.entries, text, {}, [&](const PhraseEntry &entry) { return table.text_of(entry); });
    return static_cast<std::size_t>(found - table.entries.begin());
}

/// Calls visit for each entry whose text is a prefix of `text`, longest first, until it returns
/// true. The greatest entry not after `text` starts with all of them, so its links name them.
template <class Visit>
bool any_prefix(const PhraseTable &table, std::string_view text, Visit visit) {
    for (std::size_t at = upper_bound(table, text); at > 0; at = table.entries[at - 1].prefix) {
        const PhraseEntry &entry = table.entries[at - 1];
        if (text.starts_with(table.text_of(entry)) && visit(entry)) {
            return true;
        }
    }
    return false;
}

bool is_word_start(std::string_view text, std::size_t at) {
    return at == 0 || !is_letter_before(text, at) || !is_letter_at(text, at);
}

/// The entry, whose text stands at `at`, ends where its flags allow.
bool fits(const PhraseEntry &entry, std::string_view text, std::size_t at) {
    if ((entry.flags & phrase_at_start) != 0 && at > 0) {
        return false;
    }
    const bool at_end = (entry.flags & phrase_at_end) != 0;
    std::size_t end = at + entry.size;
    if ((entry.flags & phrase_open_word) != 0) {
        while (at_end && end < text.size() && is_letter_at(text, end)) {
            end += letter_size(text, end);
        }
    } else if (end < text.size() && !is_word_start(text, end)) {
        return false;
    }
    return !at_end || end >= without_final_punctuation(text).size();
}

bool occurs_at(const PhraseTable &table, std::string_view text, std::size_t at) {
    return any_prefix(table, text.substr(at),
                      [&](const PhraseEntry &entry) { return fits(entry, text, at); });
}

} // namespace

bool starts_with(PhraseSet set, std::string_view text) {
    return !text.empty() && occurs_at(phrase_table(set), text, 0);
}

bool equals(PhraseSet set, std::string_view text) {
    const PhraseTable table = phrase_table(set);
    text = without_final_punctuation(text);
    const std::size_t at = upper_bound(table, text);
    return at > 0 && table.text_of(table.entries[at - 1]) == text;
}

bool contains(PhraseSet set, std::string_view text) {
    const PhraseTable table = phrase_table(set);
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        if (is_word_start(text, at) && occurs_at(table, text, at)) {
            return true;
        }
    }
    return false;
}

bool ends_with(PhraseSet set, std::string_view text) {
    const PhraseTable table = phrase_table(set);
    text = without_final_punctuation(text);
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        if (!is_word_start(text, at)) {
            continue;
        }
        const std::string_view rest = text.substr(at);
        const std::size_t last = upper_bound(table, rest);
        if (last > 0 && table.text_of(table.entries[last - 1]) == rest &&
            (at == 0 || (table.entries[last - 1].flags & phrase_at_start) == 0)) {
            return true;
        }
    }
    return false;
}

std::size_t longest_prefix(PhraseSet set, std::string_view text) {
    std::size_t size = 0;
    any_prefix(phrase_table(set), text, [&](const PhraseEntry &entry) {
        size = entry.size;
        return true;
    });
    return size;
}

} // namespace ideary::ideas
