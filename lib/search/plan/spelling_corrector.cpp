// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/spelling_corrector.hpp"

#include <algorithm>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"
#include "search/lexicon/term_cooccurrence.hpp"
#include "search/match/matcher.hpp"

namespace ideary::search {
namespace {

std::size_t end_of(const QueryNode &node) {
    return node.offset + node.length;
}

} // namespace

bool is_adjacent(const QueryNode &a, const QueryNode &b) {
    return b.offset >= end_of(a) && b.offset <= end_of(a) + 1;
}

bool is_single_word(const TypedText &text) {
    return text.words.size() == 1 && text.words[0].token.kind == text::TokenKind::word &&
           !text.words[0].token.compound;
}

/// Joins two adjacent words if the index has them as one and lacks one of them (`webas sembly`).
bool SpellingCorrector::join_misspelled(std::vector<TypedText> &texts, std::size_t at) {
    if (at + 1 >= texts.size() || !is_single_word(texts[at]) || !is_single_word(texts[at + 1]) ||
        !is_adjacent(*texts[at].node, *texts[at + 1].node)) {
        return false;
    }
    TypedText &text = texts[at];
    QueryWord &word = text.words[0];
    const QueryWord &next = texts[at + 1].words[0];
    const std::string joined = word.token.form + next.token.form;
    if (!analyzer_.has(index::word_term(joined)) ||
        !(is_unknown_word(word) || is_unknown_word(next))) {
        return false;
    }
    query_.corrections.push_back({text.node->offset, text.node->text,
                                  Span{word.token.offset, word.token.length}, joined,
                                  end_of(*texts[at + 1].node)});
    word.token.form = joined;
    text.corrected = {true};
    texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return true;
}

/// Two words that follow each other in some idea and are this word when joined; of several pairs
/// the most frequent.
std::optional<std::vector<std::string>>
SpellingCorrector::split_in_two(const std::string &form) const {
    constexpr std::size_t min_letters = 3, max_tried = 4;
    struct Pair {
        std::uint32_t frequency;
        std::vector<std::string> forms;
    };
    const index::SnapshotStatistics &statistics = analyzer_.context.statistics;
    std::vector<Pair> pairs;
    for (std::size_t at = min_letters; at + min_letters <= form.size(); ++at) {
        std::vector<std::string> forms{form.substr(0, at), form.substr(at)};
        const std::uint32_t frequency =
            std::min(statistics.doc_frequency(index::word_term(forms[0])),
                     statistics.doc_frequency(index::word_term(forms[1])));
        if (frequency > 0) {
            pairs.push_back({frequency, std::move(forms)});
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair &a, const Pair &b) { return a.frequency > b.frequency; });
    pairs.resize(std::min(pairs.size(), max_tried));
    for (const Pair &pair : pairs) {
        if (has_match(analyzer_.context, phrase_query(pair.forms))) {
            return pair.forms;
        }
    }
    return std::nullopt;
}

void SpellingCorrector::correct(std::vector<TypedText> &texts, std::size_t at) {
    if (join_misspelled(texts, at)) {
        return;
    }
    TypedText &text = texts[at];
    std::vector<QueryWord> words;
    std::vector<bool> corrected;
    for (const QueryWord &word : text.words) {
        const std::vector<std::string> meant = is_unknown_word(word)
                                                   ? suggest_correction(*text.node, word)
                                                   : std::vector<std::string>();
        if (meant.empty()) {
            words.push_back(word);
            corrected.push_back(false);
            continue;
        }
        std::string shown;
        for (const std::string &form : meant) {
            shown += (shown.empty() ? "" : " ") + form;
            words.push_back({word.token, {}, {}});
            words.back().token.form = form;
            corrected.push_back(true);
        }
        query_.corrections.push_back({text.node->offset, text.node->text,
                                      Span{word.token.offset, word.token.length}, shown, 0});
    }
    text.words = std::move(words);
    text.corrected = std::move(corrected);
}

/// Whether no idea holds a word in any form of the query's language. Words that occur in many talks
/// count as known.
bool SpellingCorrector::is_unknown_word(const QueryWord &word) const {
    if (word.token.kind != text::TokenKind::word || word.token.compound ||
        analyzer_.has(index::word_term(word.token.form))) {
        return false;
    }
    const std::string stem = analyzer_.stem_of(word.token.form);
    const bool is_in_talks =
        analyzer_.options.language == "en" && TermCooccurrence(cooccurrence_table()).has(stem);
    return !is_in_talks && !analyzer_.has(index::stem_term(stem)) &&
           !analyzer_.is_stop_word(word.token.form);
}

std::vector<std::string> SpellingCorrector::suggest_correction(const QueryNode &node,
                                                               const QueryWord &word) {
    const auto known = suggestions_.find(word.token.form);
    if (known != suggestions_.end()) {
        return known->second;
    }
    if (suggestions_.size() < max_corrections) {
        return suggestions_[word.token.form] = best_suggestion(word);
    }
    if (!limit_remark_added_) {
        limit_remark_added_ = true;
        Remark remark;
        remark.text = "Only the first unknown words are corrected; this one and those after it "
                      "are searched as typed.";
        remark.offset = node.offset;
        remark.length = node.length;
        query_.remarks.push_back(std::move(remark));
    }
    return {};
}

/// One word, or the two words it is without whitespace; empty: no suggestion. The stem in another
/// language of the index may match by accident, so a much more frequent word is preferred to it.
std::vector<std::string> SpellingCorrector::best_suggestion(const QueryWord &word) const {
    const std::string &form = word.token.form;
    const auto best = analyzer_.context.spelling().best_correction(form);
    std::uint32_t foreign = 0;
    for (const QueryStem &stem : analyzer_.stems(word.token, std::nullopt)) {
        const std::string term = index::stem_term(stem.text);
        foreign = std::max(foreign, analyzer_.context.statistics.doc_frequency(term));
    }
    const bool is_frequent = best && best->frequency > foreign_frequency_ratio * foreign;
    if (is_frequent && best->distance == 1) {
        return {best->form};
    }
    if (foreign == 0) {
        if (const auto two = split_in_two(form)) {
            return *two;
        }
    }
    return is_frequent ? std::vector<std::string>{best->form} : std::vector<std::string>();
}

} // namespace ideary::search
