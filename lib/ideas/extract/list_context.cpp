// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/extract/list_context.hpp"

#include <map>
#include <string_view>

#include "ideas/extract/normalize.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t long_list = 10; ///< ideas; in a shorter list any heading may be above all
constexpr std::size_t longest_sample = 2000; ///< bytes
constexpr std::size_t telling_words = 5;     ///< of a text in another language than its list

std::string sample_of(const Idea &idea) {
    return idea.title + "\n" + std::string(start_of(idea.body, longest_sample));
}

/// The language of a text; one that is not the list's only where the text is long enough or its
/// script tells it.
std::string shown_language(const std::string &text, const std::string &list_language) {
    std::string language = text::guess_language(text);
    if (language == list_language || list_language.empty()) {
        return language;
    }
    std::size_t ascii = 0;
    for (const char c : text) {
        ascii += static_cast<unsigned char>(c) < 0x80 ? 1 : 0;
    }
    const bool other_script = ascii * 2 < text.size();
    return other_script || words_of(text).size() >= telling_words ? language : std::string();
}

} // namespace

std::vector<std::string> list_subject(const Topics &topics, const Source &source,
                                      const std::vector<Draft> &drafts) {
    std::map<std::string_view, std::size_t> headings;
    for (const Draft &draft : drafts) {
        if (!draft.idea.section.empty()) {
            ++headings[draft.idea.section.front()];
        }
    }
    std::vector<std::string> texts{source.title, source.event};
    for (const auto &[heading, ideas] : headings) {
        if (drafts.size() >= long_list && ideas * 10 >= drafts.size() * 9) {
            texts.emplace_back(heading);
        }
    }
    return topics.subject_of(texts);
}

void set_languages(std::vector<Draft> &drafts, const std::string &list_language) {
    std::map<std::string, std::string> below; ///< heading → start of the text below it
    for (Draft &draft : drafts) {
        const std::string text = sample_of(draft.idea);
        draft.idea.language = shown_language(text, list_language);
        std::string &all = below[draft.heading];
        if (all.size() < longest_sample) {
            all += (all.empty() ? draft.heading : std::string()) + "\n" + text;
        }
    }
    std::map<std::string, std::string> languages; ///< heading → of the text below it
    for (const auto &[heading, text] : below) {
        languages[heading] = shown_language(text, list_language);
    }
    for (Draft &draft : drafts) {
        std::string &language = draft.idea.language;
        language = language.empty() ? languages[draft.heading] : language;
        language = language.empty() ? list_language : language;
    }
}

} // namespace ideary::ideas
