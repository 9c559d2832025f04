// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Words that no idea holds: what was probably meant.
#include <algorithm>

#include "index/analysis/terms.hpp"
#include "search/context/weights.hpp"
#include "search/context/word_counts.hpp"
#include "search/lexicon/term_cooccurrence.hpp"
#include "search/match/scorer.hpp"
#include "search/plan/query_compiler.hpp"

namespace ideary::search {

std::size_t end_of(const QueryNode &node) {
    return node.offset + node.length;
}

bool touch(const QueryNode &a, const QueryNode &b) {
    return b.offset >= end_of(a) && b.offset <= end_of(a) + 1;
}

bool beside(const QueryNode &a, const QueryNode &b) {
    constexpr std::size_t most_blanks = 3; // " OR " and " AND " are longer
    return b.offset >= end_of(a) && b.offset <= end_of(a) + most_blanks;
}

bool is_single(const TypedWord &word) {
    return word.units.size() == 1 && word.units[0].token.kind == text::TokenKind::word &&
           !word.units[0].token.compound;
}

/// The words of a run, with those replaced that no idea holds.
std::vector<TypedWord> Planner::typed_words(const std::vector<const QueryNode *> &nodes,
                                            Role role) {
    std::vector<TypedWord> words;
    for (const QueryNode *node : nodes) {
        words.push_back({node, units(node->text), {}});
        words.back().guessed.resize(words.back().units.size());
    }
    if (nodes.empty() || !is_free(*nodes.front(), role) || !options_.correct ||
        field_of(*nodes.front())) {
        return words;
    }
    Widening ignored;
    for (std::size_t i = 0; i < words.size();) {
        // Words of the synonym table are known, whatever the index has.
        if (const std::size_t count = known_from(words, i, ignored)) {
            i += count;
        } else {
            correct(words, i);
            ++i;
        }
    }
    return words;
}

bool Planner::join_mistyped(std::vector<TypedWord> &words, std::size_t at) {
    const auto mistyped = [&](std::size_t i) { return is_unknown(words[i].units[0]); };
    if (at + 1 >= words.size() || !is_single(words[at]) || !is_single(words[at + 1]) ||
        !touch(*words[at].node, *words[at + 1].node)) {
        return false;
    }
    const std::string &second = words[at + 1].units[0].token.form;
    const std::string joined = words[at].units[0].token.form + second;
    if (!has(index::word_term(joined)) || !(mistyped(at) || mistyped(at + 1))) {
        return false;
    }
    TypedWord &word = words[at];
    const Unit &unit = word.units[0];
    plan_.replaced.push_back({word.node->offset, word.node->text,
                              Span{unit.token.offset, unit.token.length}, joined,
                              end_of(*words[at + 1].node)});
    word.units[0].token.form = joined;
    word.guessed = {true};
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return true;
}

/// Two words of the index that stand one behind the other somewhere and are this one without a
/// blank; of several the most frequent.
std::optional<std::vector<std::string>> Planner::split_in_two(const std::string &form) const {
    constexpr std::size_t least_part = 3, most_tried = 4;
    struct Pair {
        double frequency;
        std::vector<std::string> forms;
    };
    std::vector<Pair> pairs;
    for (std::size_t at = least_part; at + least_part <= form.size(); ++at) {
        std::vector<std::string> forms{form.substr(0, at), form.substr(at)};
        const double frequency = std::min(frequency_of(scene_, index::word_term(forms[0])),
                                          frequency_of(scene_, index::word_term(forms[1])));
        if (frequency > 0) {
            pairs.push_back({frequency, std::move(forms)});
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair &a, const Pair &b) { return a.frequency > b.frequency; });
    pairs.resize(std::min(pairs.size(), most_tried));
    for (const Pair &pair : pairs) {
        if (has_match(scene_, phrase_clause(pair.forms))) {
            return pair.forms;
        }
    }
    return std::nullopt;
}

/// Replaces what was mistyped at a place of the run.
void Planner::correct(std::vector<TypedWord> &words, std::size_t at) {
    if (join_mistyped(words, at)) {
        return;
    }
    TypedWord &word = words[at];
    for (std::size_t i = 0; i < word.units.size(); ++i) {
        const Unit unit = word.units[i];
        if (!is_unknown(unit)) {
            continue;
        }
        const std::vector<std::string> meant = guess(*word.node, unit);
        if (meant.empty()) {
            continue;
        }
        std::string said;
        std::vector<Unit> instead;
        for (const std::string &form : meant) {
            said += (said.empty() ? "" : " ") + form;
            instead.push_back({unit.token, {}, {}});
            instead.back().token.form = form;
        }
        plan_.replaced.push_back({word.node->offset, word.node->text,
                                  Span{unit.token.offset, unit.token.length}, said, 0});
        const auto place = static_cast<std::ptrdiff_t>(i);
        word.units.erase(word.units.begin() + place);
        word.units.insert(word.units.begin() + place, instead.begin(), instead.end());
        word.guessed.erase(word.guessed.begin() + place);
        word.guessed.insert(word.guessed.begin() + place, instead.size(), true);
        i += instead.size() - 1;
    }
}

/// Whether no idea holds a word in a form of the query's language.
bool Planner::is_unknown(const Unit &unit) {
    if (unit.token.kind != text::TokenKind::word || unit.token.compound ||
        has(index::word_term(unit.token.form))) {
        return false;
    }
    const index::Stemmer &stemmer = scene_.bench.stemmer(options_.language);
    const std::string stem = stemmer.stem(unit.token);
    // What many talks say is no mistake, though no idea here says it.
    const bool said = options_.language == "en" && TermCooccurrence(related_table()).knows(stem);
    return !said && !has(index::stem_term(stem)) && !stemmer.is_stop_word(unit.token.form);
}

/// What was probably meant by a word that no idea holds: one word, or two that it is without a
/// blank; nothing when that cannot be told.
std::vector<std::string> Planner::guess(const QueryNode &node, const Unit &unit) {
    const std::string &form = unit.token.form;
    const auto done = guesses_.find(form);
    if (done != guesses_.end()) {
        return done->second;
    }
    if (guesses_.size() >= max_guesses) {
        if (guesses_.size() == max_guesses) {
            remark(node, "Only the first unknown words are corrected; this one and those after it "
                         "are searched as typed.");
            guesses_[""]; // said
        }
        return {};
    }
    std::vector<std::string> &meant = guesses_[form];
    const auto closest = scene_.known.vocabulary(scene_.generation).closest(form);
    // A stem of some other language may be an accident: a much more frequent word is likelier.
    Xapian::doccount foreign = 0;
    for (const std::string &stem : stems(unit.token, std::nullopt)) {
        foreign = std::max(foreign, frequency_of(scene_, index::stem_term(stem)));
    }
    if (closest && closest->distance == 1 && closest->frequency > foreign_share * foreign) {
        return meant = {closest->form};
    }
    if (foreign == 0) {
        if (const auto two = split_in_two(form)) {
            return meant = *two;
        }
    }
    if (closest && closest->frequency > foreign_share * foreign) {
        meant = {closest->form};
    }
    return meant;
}

} // namespace ideary::search
