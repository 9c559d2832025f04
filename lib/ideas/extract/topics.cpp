// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The topic table: canonical topics by their aliases.
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "ideas/ideas.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t max_alias_words = 8; ///< words

bool is_unspaced(char32_t c) {
    return c >= 0x0E00 && (c < 0x1E00 || c >= 0x2E80);
}

/// A pronoun or the like that French puts in front of a verb without a space. Articles (`l'IA`) are
/// none: what stands after those is a word of its own.
bool is_elided(std::string_view word) {
    return word == "j" || word == "n" || word == "m" || word == "t" || word == "s" || word == "c";
}

/// Words for comparison: letters and digits, a `+` or `#` after them (`c++`), a lone dot in front
/// (`.net`). Scripts without spaces between words give none.
std::vector<std::string> match_words(std::string_view folded) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && word != ".") {
            words.push_back(std::move(word));
        }
        word.clear();
    };
    for (std::size_t at = 0; at < folded.size(); at += letter_size(folded, at)) {
        const char c = folded[at];
        if (is_letter_at(folded, at)) {
            word += folded.substr(at, letter_size(folded, at));
        } else if ((c == '+' || c == '#') && !word.empty()) {
            word += c;
        } else if (is_elided(word) && (c == '\'' || folded.substr(at).starts_with("’"))) {
            word += '\''; // `j'ai` is one word and not about AI
        } else {
            end_word();
            const bool starts = at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '(';
            if (c == '.' && starts) {
                word = ".";
            }
        }
    }
    end_word();
    return words;
}

bool holds_unspaced(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        if (is_unspaced(point_at(text, at))) {
            return true;
        }
    }
    return false;
}

std::string key_of(const std::vector<std::string> &words, std::size_t from, std::size_t count) {
    std::string key;
    for (std::size_t i = from; i < from + count; ++i) {
        key += (key.empty() ? "" : " ") + words[i];
    }
    return key;
}

} // namespace

struct Topics::Impl {
    std::vector<std::string> names;
    std::unordered_map<std::string, std::size_t> numbers;               ///< of names
    std::vector<std::optional<std::size_t>> parents;                    ///< of each name
    std::unordered_map<std::string, std::vector<std::size_t>> by_words; ///< alias → topics
    std::unordered_map<std::string, std::size_t> first_words;  ///< → most words of such an alias
    std::vector<std::pair<std::string, std::size_t>> unspaced; ///< aliases found anywhere

    void add(const std::string &alias, std::size_t topic) {
        const std::string folded = text::fold_value(alias);
        if (holds_unspaced(folded)) {
            unspaced.emplace_back(folded, topic);
            return;
        }
        const auto words = match_words(folded);
        if (words.empty() || words.size() > max_alias_words) {
            return;
        }
        by_words[key_of(words, 0, words.size())].push_back(topic);
        std::size_t &most = first_words[words[0]];
        most = std::max(most, words.size());
    }

    std::size_t number_of(const std::string &name) {
        const auto [at, is_new] = numbers.try_emplace(name, names.size());
        if (is_new) {
            names.push_back(name);
            parents.emplace_back();
        }
        return at->second;
    }

    /// What is filed under a topic is filed under the wider ones too.
    void add_parents(std::set<std::size_t> &found) const {
        for (const std::size_t topic : std::set<std::size_t>(found)) {
            auto parent = parents[topic];
            while (parent && found.insert(*parent).second) {
                parent = parents[*parent];
            }
        }
    }

    void match(std::string_view text, std::set<std::size_t> &found) const {
        const std::string folded = text::fold_value(text);
        const auto words = match_words(folded);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto first = first_words.find(words[i]);
            if (first == first_words.end()) {
                continue;
            }
            const std::size_t most = std::min(first->second, words.size() - i);
            for (std::size_t count = 1; count <= most; ++count) {
                const auto hit = by_words.find(key_of(words, i, count));
                if (hit != by_words.end()) {
                    found.insert(hit->second.begin(), hit->second.end());
                }
            }
        }
        if (unspaced.empty() || !holds_unspaced(folded)) {
            return;
        }
        for (const auto &[alias, topic] : unspaced) {
            if (folded.find(alias) != std::string::npos) {
                found.insert(topic);
            }
        }
    }
};

Topics::Topics(const std::vector<source::TopicRow> &rows) : impl_(std::make_unique<Impl>()) {
    for (const source::TopicRow &row : rows) {
        const std::size_t topic = impl_->number_of(row.name);
        for (const std::string &alias : row.aliases) {
            impl_->add(alias, topic);
        }
    }
    for (const source::TopicRow &row : rows) {
        if (!row.parent.empty()) {
            const std::size_t parent = impl_->number_of(row.parent);
            impl_->parents[impl_->number_of(row.name)] = parent;
        }
    }
}

Topics::~Topics() = default;
Topics::Topics(Topics &&) noexcept = default;
Topics &Topics::operator=(Topics &&) noexcept = default;

std::vector<std::string> Topics::file(std::string_view title,
                                      const std::vector<std::string> &section) const {
    return file(title, section, section.empty() ? std::string_view{} : section.back());
}

std::vector<std::string> Topics::file(std::string_view title,
                                      const std::vector<std::string> &section,
                                      std::string_view heading) const {
    std::set<std::size_t> found;
    impl_->match(title, found);
    for (const std::string &part : section) {
        impl_->match(part, found);
    }
    impl_->add_parents(found);
    std::vector<std::string> topics;
    for (const std::size_t topic : found) {
        if (std::ranges::find(topics, impl_->names[topic]) == topics.end()) {
            topics.push_back(impl_->names[topic]);
        }
    }
    if (topics.empty() && !heading.empty()) {
        topics.emplace_back(heading);
    }
    return topics;
}

} // namespace ideary::ideas
