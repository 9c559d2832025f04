// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/topics/topic_headings.hpp"

#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

/// `2024`, `1st`, `iv`, `b`.
bool is_number(std::string_view word) {
    if (word.size() <= 1 || word.find_first_not_of("ivx") == std::string_view::npos) {
        return true;
    }
    const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
    const std::string_view rest = word.substr(end);
    return end > 0 &&
           (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th");
}

bool is_filler(std::string_view word) {
    return is_number(word) || equals(PhraseSet::heading_filler, word) ||
           equals(PhraseSet::day, word) || equals(PhraseSet::month, word);
}

bool is_kind(std::string_view word) {
    return equals(PhraseSet::heading_kind, word);
}

/// Letters without whitespace between words that are fillers, one after the other: 其他话题.
bool is_unspaced_filler(std::string_view run) {
    const std::string folded = text::fold_value(run);
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t size =
            longest_prefix(PhraseSet::heading_filler, std::string_view(folded).substr(at));
        if (size == 0) {
            return false;
        }
        at += size;
    }
    return true;
}

/// Whether each run of letters without whitespace between words, aliases taken out, is a filler.
bool only_unspaced_fillers(const AliasTable &aliases, std::string_view heading,
                           const std::vector<AliasHit> &hits) {
    std::string rest(heading);
    for (const AliasHit &hit : hits) {
        const std::string &alias = aliases[hit.alias].text;
        for (std::size_t at = rest.find(alias); hit.count == 0 && at != std::string::npos;
             at = rest.find(alias)) {
            rest.replace(at, alias.size(), " ");
        }
    }
    return std::ranges::all_of(unspaced_runs(rest), is_unspaced_filler);
}

/// Whether all words that a hit covers are of one kind.
template <typename Test>
bool covers_only(const AliasHits &found, const AliasHit &hit, Test is_such) {
    for (std::size_t i = hit.word; i < hit.word + hit.count; ++i) {
        if (!is_such(found.words[i].folded)) {
            return false;
        }
    }
    return hit.count > 0;
}

std::vector<AliasHit> whole_topics(const AliasTable &aliases, std::string_view heading) {
    AliasHits found = aliases.find(heading);
    for (std::size_t i = 0; i < found.words.size(); ++i) {
        const std::string &word = found.words[i].folded;
        if (!found.covered[i] && !is_filler(word) && !is_kind(word)) {
            return {};
        }
    }
    if (found.hits.empty() || !only_unspaced_fillers(aliases, heading, found.hits)) {
        return {};
    }
    std::erase_if(found.hits,
                  [&](const AliasHit &hit) { return covers_only(found, hit, is_filler); });
    const auto of_kind = [&](const AliasHit &hit) {
        return covers_only(found, hit,
                           [](std::string_view word) { return is_filler(word) || is_kind(word); });
    };
    if (!std::ranges::all_of(found.hits, of_kind)) { // *Ruby Community* is about Ruby
        std::erase_if(found.hits, of_kind);
    }
    return std::move(found.hits);
}

/// Bytes of a heading before its first colon, bracket or dash between spaces.
std::size_t end_of_subject(std::string_view heading) {
    std::size_t end = std::min(heading.find_first_of(":("), heading.size());
    for (const std::string_view dash : {" - ", " – ", " — ", "："}) {
        end = std::min(end, heading.find(dash));
    }
    return end;
}

std::string without_brackets(std::string_view heading) {
    std::string rest;
    int depth = 0;
    for (const char c : heading) {
        depth += c == '(' ? 1 : 0;
        rest += depth == 0 ? c : ' ';
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return rest;
}

bool is_person(std::string_view heading, std::span<const std::string> people) {
    const std::string name = text::fold_value(heading);
    return std::ranges::any_of(
        people, [&](const std::string &person) { return text::fold_value(person) == name; });
}

} // namespace

std::vector<AliasHit> heading_topics(const AliasTable &aliases, std::string_view heading) {
    std::vector<AliasHit> hits = whole_topics(aliases, heading);
    const std::size_t end = end_of_subject(heading);
    return hits.empty() && end < heading.size() ? whole_topics(aliases, heading.substr(0, end))
                                                : hits;
}

bool is_enumeration(std::string_view heading) {
    constexpr std::string_view conjunctions[] = {"and", "or", "und", "oder", "y", "et",
                                                 "ou",  "ed", "e",   "i",    "и", "es"};
    if (heading.find_first_of(",/&+;") != std::string_view::npos ||
        heading.find("、") != std::string_view::npos) {
        return true;
    }
    return std::ranges::any_of(topic_words(heading), [&](const TopicWord &word) {
        return std::ranges::find(conjunctions, word.folded) != std::end(conjunctions);
    });
}

bool is_generic_heading(std::string_view heading, std::span<const std::string> people) {
    if (is_person(heading, people) || section_owner(heading, "") ||
        starts_with(PhraseSet::invite, folded(heading))) {
        return true;
    }
    const std::string rest = without_brackets(heading);
    const auto words = topic_words(rest);
    const auto runs = unspaced_runs(rest);
    return std::ranges::all_of(words, [](const TopicWord &w) { return is_filler(w.folded); }) &&
           std::ranges::all_of(runs, is_unspaced_filler);
}

} // namespace ideary::ideas
