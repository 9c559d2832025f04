// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/topics/topic_aliases.hpp"

#include <algorithm>

#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_alias = 8; ///< words
constexpr std::size_t shortest_open = 2; ///< bytes before a `*`
constexpr std::size_t longest_open = 48;
constexpr std::size_t shortest_joined = 6; ///< letters: `D&I` joined would be the Italian `di`

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_latin_word(std::string_view word) {
    return word.size() >= 2 && std::ranges::all_of(word, is_lower);
}

/// The English plural of a word; empty when it has none or looks like one.
std::string plural(const std::string &word) {
    if (!is_latin_word(word) || word.ends_with('s')) {
        return {};
    }
    const char before = word[word.size() - 2];
    if (word.ends_with('y') && std::string_view("aeiou").find(before) == std::string_view::npos) {
        return word.substr(0, word.size() - 1) + "ies";
    }
    const bool hissing =
        word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") || word.ends_with("sh");
    return word + (hissing ? "es" : "s");
}

/// `WebAssembly` as `Web Assembly`; the text itself where it has no such capital.
std::string taken_apart(std::string_view name) {
    std::string apart;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool inside = i >= 2 && i + 1 < name.size();
        if (inside && is_upper(name[i]) && is_lower(name[i - 1]) && is_lower(name[i - 2]) &&
            (is_upper(name[i + 1]) || is_lower(name[i + 1]))) {
            apart += ' ';
        }
        apart += name[i];
    }
    return apart;
}

/// The words of an alias; one that ends in `*` keeps it.
Words alias_words(std::string_view alias) {
    Words words;
    for (const std::string_view part : words_of(alias)) {
        const bool open = part.ends_with('*');
        for (TopicWord &word : topic_words(part.substr(0, part.size() - (open ? 1 : 0)))) {
            words.push_back(std::move(word.folded));
        }
        if (open && !words.empty()) {
            words.back() += '*';
        }
    }
    return words;
}

std::string joined(const Words &words) {
    std::string all;
    for (const std::string &word : words) {
        all += word;
    }
    return all;
}

/// A word without the version after it: `python` of `python3`; empty when it has none.
std::string without_version(const std::string &word) {
    constexpr std::size_t shortest = 3, most_digits = 2;
    const std::size_t end = word.find_last_not_of("0123456789") + 1;
    const bool versioned = end >= shortest && end < word.size() && word.size() - end <= most_digits;
    return versioned && is_latin_word(word.substr(0, end)) ? word.substr(0, end) : std::string();
}

bool all_latin(const Words &words) {
    return std::ranges::all_of(words, is_latin_word);
}

} // namespace

void AliasTable::add(std::size_t topic, const std::string &alias, AliasKind kind) {
    const auto number = static_cast<std::uint32_t>(aliases_.size());
    aliases_.push_back({topic, alias, kind});
    if (holds_unspaced(alias)) {
        unspaced_.emplace_back(text::fold_value(alias), number);
        return;
    }
    const Words words = alias_words(alias);
    if (words.empty() || words.size() > longest_alias) {
        return;
    }
    std::vector<Words> forms{words};
    if (kind != AliasKind::name) {
        const std::string whole = joined(words);
        if (words.size() > 1 && words.size() <= 4 && whole.size() >= shortest_joined &&
            whole.find('*') == std::string::npos) {
            forms.push_back({whole});
        }
        if (const Words apart = alias_words(taken_apart(alias));
            apart.size() > words.size() && all_latin(apart)) {
            forms.push_back(apart);
        }
    }
    for (Words &form : forms) {
        add_form(form, number);
        if (const std::string more = plural(form.back());
            kind != AliasKind::name && !more.empty()) {
            form.back() = more;
            add_form(form, number);
        }
    }
}

void AliasTable::add_form(const Words &words, std::uint32_t alias) {
    std::string key;
    for (const std::string &word : words) {
        key += (key.empty() ? "" : " ") + word;
        if (word.ends_with('*') && word.size() > shortest_open) {
            open_words_.insert(word);
            open_starts_.insert(word.substr(0, shortest_open));
        }
    }
    auto &known = forms_[key];
    if (known.empty() || known.back() != alias) {
        known.push_back(alias);
    }
    std::size_t &most = most_words_[words.front()];
    most = std::max(most, words.size());
}

/// The words of aliases that a word of a text may stand for.
Words AliasTable::spellings(const std::string &word) const {
    Words all{word};
    if (std::string bare = without_version(word); !bare.empty()) {
        all.push_back(std::move(bare));
    }
    if (word.size() < shortest_open || !open_starts_.contains(word.substr(0, shortest_open))) {
        return all;
    }
    for (std::size_t size = shortest_open; size <= std::min(word.size(), longest_open); ++size) {
        if (std::string open = word.substr(0, size) + "*"; open_words_.contains(open)) {
            all.push_back(std::move(open));
        }
    }
    return all;
}

void AliasTable::extend(const std::string &key, std::size_t count,
                        const std::vector<Words> &spelled, std::size_t word,
                        std::vector<std::pair<std::size_t, std::uint32_t>> &matches) const {
    if (const auto form = forms_.find(key); form != forms_.end()) {
        for (const std::uint32_t alias : form->second) {
            matches.emplace_back(count, alias);
        }
    }
    if (count >= longest_alias || word + count >= spelled.size()) {
        return;
    }
    for (const std::string &next : spelled[word + count]) {
        extend(key + " " + next, count + 1, spelled, word, matches);
    }
}

AliasTable::Longest AliasTable::longest_at(const AliasHits &found, std::string_view text,
                                           const std::vector<Words> &spelled,
                                           std::size_t word) const {
    Longest longest;
    for (const std::string &first : spelled[word]) {
        const auto most = most_words_.find(first);
        if (most == most_words_.end()) {
            continue;
        }
        std::vector<std::pair<std::size_t, std::uint32_t>> matches;
        const std::size_t end = std::min(word + most->second, spelled.size());
        const std::vector<Words> window(spelled.begin() + static_cast<std::ptrdiff_t>(word),
                                        spelled.begin() + static_cast<std::ptrdiff_t>(end));
        extend(first, 1, window, 0, matches);
        for (const auto &[count, alias] : matches) {
            const std::size_t begin = found.words[word].begin;
            const std::size_t size = found.words[word + count - 1].end - begin;
            const bool written = aliases_[alias].kind != AliasKind::name ||
                                 text.substr(begin, size) == aliases_[alias].text;
            if (!written || count < longest.count) {
                continue;
            }
            if (count > longest.count) {
                longest = {count, {}};
            }
            if (std::ranges::find(longest.aliases, alias) == longest.aliases.end()) {
                longest.aliases.push_back(alias);
            }
        }
    }
    return longest;
}

void AliasTable::find_unspaced(std::string_view text, AliasHits &found) const {
    if (unspaced_.empty() || !holds_unspaced(text)) {
        return;
    }
    const std::string folded = text::fold_value(text);
    for (const auto &[alias, number] : unspaced_) {
        if (aliases_[number].topic == no_topic || folded.find(alias) == std::string::npos) {
            continue;
        }
        const std::size_t at = text.find(aliases_[number].text);
        const bool as_written = at != std::string_view::npos; // else another width: the whole text
        found.hits.push_back({number, 0, 0, as_written ? at : 0,
                              as_written ? at + aliases_[number].text.size() : text.size()});
    }
}

AliasHits AliasTable::find(std::string_view text) const {
    AliasHits found;
    found.words = topic_words(text);
    found.covered.resize(found.words.size());
    std::vector<Words> spelled;
    spelled.reserve(found.words.size());
    for (const TopicWord &word : found.words) {
        spelled.push_back(spellings(word.folded));
    }
    for (std::size_t word = 0; word < spelled.size();) {
        const Longest longest = longest_at(found, text, spelled, word);
        for (const std::uint32_t alias : longest.aliases) {
            if (aliases_[alias].topic != no_topic) {
                found.hits.push_back({alias, word, longest.count, found.words[word].begin,
                                      found.words[word + longest.count - 1].end});
            }
        }
        const std::size_t end = word + std::max<std::size_t>(longest.count, 1);
        std::fill(found.covered.begin() + static_cast<std::ptrdiff_t>(word),
                  found.covered.begin() + static_cast<std::ptrdiff_t>(end), longest.count > 0);
        word = end;
    }
    find_unspaced(text, found);
    return found;
}

} // namespace ideary::ideas
