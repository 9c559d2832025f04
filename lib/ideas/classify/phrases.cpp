// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/phrases.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "ideas/classify/phrases_tables.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t compared_bytes = 400;

struct Pattern {
    std::string text;
    bool start = false; ///< had a first `^`
    bool whole = false; ///< had a final `$`
    bool open = false;  ///< had a final `*`
};

/// A table folded once: patterns by their first byte, and all of them for whole comparison.
struct Table {
    std::array<std::vector<Pattern>, 256> by_first;
    std::vector<Pattern> all;
    std::unordered_set<std::string> exact;
};

/// Each `{a|b}` of a row stands for its alternatives: all phrases that the row means.
std::vector<std::string> alternatives_of(std::string_view row) {
    std::vector<std::string> made{""};
    while (!row.empty()) {
        const std::size_t open = std::min(row.find('{'), row.size());
        const std::size_t close = std::min(row.find('}', open), row.size());
        const std::string_view before = row.substr(0, open);
        std::string_view slot = open < row.size() ? row.substr(open + 1, close - open - 1) : "";
        std::vector<std::string> longer;
        for (bool more = true; more;) {
            const std::size_t end = std::min(slot.find('|'), slot.size());
            for (const std::string &start : made) {
                longer.push_back(start + std::string(before) + std::string(slot.substr(0, end)));
            }
            more = end < slot.size();
            slot.remove_prefix(more ? end + 1 : end);
        }
        made = std::move(longer);
        row.remove_prefix(std::min(close + 1, row.size()));
    }
    return made;
}

std::vector<std::string> phrases_of(std::span<const PhraseRow> rows) {
    std::vector<std::string> phrases;
    for (const PhraseRow &row : rows) {
        for (std::string &phrase : alternatives_of(row.text)) {
            phrases.push_back(std::move(phrase));
        }
    }
    return phrases;
}

Table fold_table(std::span<const PhraseRow> phrases) {
    Table table;
    for (const std::string &phrase : phrases_of(phrases)) {
        std::string_view text = phrase;
        Pattern pattern;
        pattern.start = text.starts_with('^');
        text.remove_prefix(pattern.start ? 1 : 0);
        for (bool more = true; more && !text.empty();) {
            more = text.back() == '$' || text.back() == '*';
            pattern.whole = pattern.whole || text.back() == '$';
            pattern.open = pattern.open || text.back() == '*';
            text.remove_suffix(more ? 1 : 0);
        }
        pattern.text = folded(text);
        if (pattern.text.empty()) {
            continue;
        }
        table.by_first[static_cast<unsigned char>(pattern.text[0])].push_back(pattern);
        table.exact.insert(pattern.text);
        table.all.push_back(std::move(pattern));
    }
    return table;
}

const Table &folded_table(Say table) {
    static const std::vector<Table> tables = [] {
        std::vector<Table> made;
        for (int i = 0; i < static_cast<int>(Say::count_); ++i) {
            made.push_back(fold_table(rows(static_cast<Say>(i))));
        }
        return made;
    }();
    return tables[static_cast<std::size_t>(table)];
}

/// The pattern stands at this place of the text and ends where a word may end.
bool stands_at(const Pattern &pattern, std::string_view text, std::size_t at) {
    if ((pattern.start && at > 0) || text.compare(at, pattern.text.size(), pattern.text) != 0) {
        return false;
    }
    std::size_t end = at + pattern.text.size();
    if (pattern.open) {
        while (pattern.whole && end < text.size() && is_letter_at(text, end)) {
            end += letter_size(text, end);
        }
    } else if (end < text.size() && is_letter_at(text, end) && is_letter_before(text, end)) {
        return false;
    }
    return !pattern.whole || end >= without_final_signs(text).size();
}

} // namespace

std::span<const PhraseRow> rows(Say table) {
    switch (table) {
    case Say::stop:
        return stop_table();
    case Say::invite:
        return invite_table();
    default:
        const auto found = list_table(table);
        return found.empty() ? name_table(table) : found;
    }
}

std::string folded(std::string_view text) {
    text = text.substr(0, compared_bytes);
    std::string result = text::fold_value(text);
    straighten_quotes(result);
    return result;
}

std::string folded_end(std::string_view text) {
    if (text.size() > compared_bytes) {
        text = text.substr(text.size() - compared_bytes);
        while (!text.empty() && (static_cast<unsigned char>(text[0]) & 0xC0U) == 0x80U) {
            text.remove_prefix(1);
        }
    }
    return folded(text);
}

bool opens(Say table, std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const auto &bucket = folded_table(table).by_first[static_cast<unsigned char>(text[0])];
    return std::ranges::any_of(bucket, [&](const Pattern &p) { return stands_at(p, text, 0); });
}

bool is(Say table, std::string_view text) {
    return folded_table(table).exact.contains(std::string(without_final_signs(text)));
}

bool holds(Say table, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_letter_before(text, at) && is_letter_at(text, at)) {
            continue;
        }
        const auto &bucket = folded_table(table).by_first[static_cast<unsigned char>(text[at])];
        if (std::ranges::any_of(bucket, [&](const Pattern &p) { return stands_at(p, text, at); })) {
            return true;
        }
    }
    return false;
}

bool closes(Say table, std::string_view text) {
    text = without_final_signs(text);
    return std::ranges::any_of(folded_table(table).all, [&](const Pattern &p) {
        if (!text.ends_with(p.text)) {
            return false;
        }
        const std::size_t at = text.size() - p.text.size();
        const bool word = !is_letter_before(text, at) || !is_letter_at(text, at);
        return at == 0 || (!p.start && word);
    });
}

} // namespace ideary::ideas
