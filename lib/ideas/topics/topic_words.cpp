// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/topics/topic_words.hpp"

#include <algorithm>

#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

bool is_unspaced(char32_t c) {
    return (c >= 0x0E00 && c < 0x1E00) || (c >= 0x2E80 && c < 0xFF00) || c >= 0x20000;
}

/// A pronoun or the like that French puts before a verb without whitespace. Articles (`l'IA`) are
/// none: what follows those is a word of its own.
bool is_elided(std::string_view word) {
    constexpr std::string_view letters = "jnmtscJNMTSC";
    return word.size() == 1 && letters.find(word[0]) != std::string_view::npos;
}

std::string fold_word(std::string_view word) {
    std::string lower(word);
    for (char &c : lower) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            return text::fold_value(word);
        }
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

/// Bytes of a web address at this place; 0 when there is none.
std::size_t address_size(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") &&
        !rest.starts_with("www.")) {
        return 0;
    }
    return std::min(rest.find_first_of(" \t\n"), rest.size());
}

class WordReader {
  public:
    explicit WordReader(std::string_view text) : text_(text) {}

    std::vector<TopicWord> run() {
        while (at_ < text_.size()) {
            step();
        }
        end_word();
        return std::move(words_);
    }

  private:
    bool open() const { return begin_ != none; }
    std::string_view word() const {
        return open() ? text_.substr(begin_, at_ - begin_) : std::string_view();
    }

    void end_word() {
        if (open() && word() != ".") {
            words_.push_back({fold_word(word()), begin_, at_});
        }
        begin_ = none;
    }

    void step() {
        const char c = text_[at_];
        if (is_letter_at(text_, at_)) {
            if (const std::size_t size = open() ? 0 : address_size(text_, at_); size > 0) {
                at_ += size;
                return;
            }
            begin_ = open() ? begin_ : at_;
            at_ += letter_size(text_, at_);
        } else if (((c == '+' || c == '#') && open()) || joins_elided()) {
            at_ += letter_size(text_, at_);
        } else {
            end_word();
            const bool first = at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '(';
            begin_ = c == '.' && first ? at_ : none;
            at_ += letter_size(text_, at_);
        }
    }

    /// `j'ai` is one word and not about AI.
    bool joins_elided() const {
        return is_elided(word()) && (text_[at_] == '\'' || text_.substr(at_).starts_with("’"));
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::string_view text_;
    std::vector<TopicWord> words_;
    std::size_t at_ = 0, begin_ = none;
};

} // namespace

std::vector<TopicWord> topic_words(std::string_view text) {
    return WordReader(text).run();
}

bool holds_unspaced(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        if (is_unspaced(point_at(text, at))) {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> unspaced_runs(std::string_view text) {
    std::vector<std::string_view> runs;
    std::size_t begin = text.size();
    for (std::size_t at = 0; at < text.size(); at += letter_size(text, at)) {
        const bool inside = is_unspaced(point_at(text, at));
        if (inside && begin == text.size()) {
            begin = at;
        } else if (!inside && begin < text.size()) {
            runs.push_back(text.substr(begin, at - begin));
            begin = text.size();
        }
    }
    if (begin < text.size()) {
        runs.push_back(text.substr(begin));
    }
    return runs;
}

} // namespace ideary::ideas
