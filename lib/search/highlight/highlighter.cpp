// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/highlight/highlighter.hpp"

#include <algorithm>
#include <functional>

#include "search/plan/query_words.hpp"

namespace ideary::search {
namespace {

using text::Token;
using text::TokenKind;

/// The beginnings of all that is looked for.
text::Starts starts_of(const Wanted &wanted) {
    text::Starts starts;
    const auto add = [&starts](const std::string &word) { starts.add(word); };
    std::for_each(wanted.forms.begin(), wanted.forms.end(), add);
    std::for_each(wanted.stems.begin(), wanted.stems.end(), add);
    for (const std::vector<std::string> &phrase : wanted.phrases) {
        std::for_each(phrase.begin(), phrase.end(), add);
    }
    return starts;
}

bool is_wanted(const Token &token, const Wanted &wanted, const index::Stemmer &stemmer) {
    return wanted.forms.count(token.form) > 0 ||
           (!wanted.stems.empty() && wanted.stems.count(stemmer.stem(token)) > 0);
}

/// The words at each position, in order: what a phrase runs along. Compounds of several parts are
/// their parts, as in the index.
std::vector<const Token *> line_of(const std::vector<Token> &tokens) {
    std::vector<const Token *> line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const std::size_t left = tokens.size() - i;
        const bool parts = token.compound && left > 2 && tokens[i + 1].part && tokens[i + 2].part;
        const bool only_part =
            token.part && !line.empty() && token.offset < line.back()->offset + line.back()->length;
        if (token.kind != TokenKind::pair && !parts && !only_part) {
            line.push_back(&token);
        }
    }
    return line;
}

/// The pairs of characters of scripts without blanks; a word of two is its own pair.
std::vector<const Token *> pairs_of(const std::vector<Token> &tokens) {
    std::vector<const Token *> line;
    for (const Token &token : tokens) {
        const bool word = token.kind == TokenKind::ideograph && points_of(token.form) == 2;
        if (token.kind == TokenKind::pair || word) {
            line.push_back(&token);
        }
    }
    std::stable_sort(line.begin(), line.end(),
                     [](const Token *a, const Token *b) { return a->offset < b->offset; });
    return line;
}

bool stands_at(const std::vector<const Token *> &line, std::size_t at,
               const std::vector<std::string> &phrase) {
    if (at + phrase.size() > line.size()) {
        return false;
    }
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (line[at + i]->form != phrase[i]) {
            return false;
        }
    }
    return true;
}

void find(const std::vector<std::vector<std::string>> &phrases,
          const std::vector<const Token *> &line, std::vector<Match> &matches) {
    for (const std::vector<std::string> &phrase : phrases) {
        for (std::size_t at = 0; !phrase.empty() && at < line.size(); ++at) {
            if (stands_at(line, at, phrase)) {
                const Token &last = *line[at + phrase.size() - 1];
                const std::size_t start = line[at]->offset;
                const std::size_t what = std::hash<std::string>()(phrase.back());
                matches.push_back({{start, last.offset + last.length - start}, what});
            }
        }
    }
}

/// In order, and one where several lie over or right beside each other.
std::vector<Match> merged(std::vector<Match> matches) {
    std::sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return a.span.offset != b.span.offset ? a.span.offset < b.span.offset
                                              : a.span.length > b.span.length;
    });
    std::vector<Match> result;
    for (const Match &match : matches) {
        if (result.empty() ||
            match.span.offset > result.back().span.offset + result.back().span.length) {
            result.push_back(match);
            continue;
        }
        Span &last = result.back().span;
        last.length = std::max(last.offset + last.length, match.span.offset + match.span.length) -
                      last.offset;
    }
    return result;
}

} // namespace

Read read(std::string_view text, const std::string &language, const Wanted &wanted,
          AnalysisContext &bench) {
    const index::Stemmer &stemmer = bench.stemmer(language);
    const text::Starts starts = starts_of(wanted);
    std::vector<Token> &tokens = bench.tokens;
    if (stemmer.keeps_start()) {
        bench.analyzer.tokenize(text, starts, tokens);
    } else {
        bench.analyzer.tokenize(text, tokens);
    }
    Read result;
    result.words.reserve(tokens.size());
    for (const Token &token : tokens) {
        if (!token.part && token.kind != TokenKind::pair) {
            result.words.push_back({token.offset, token.length});
        }
    }
    if (wanted.empty()) {
        return result;
    }
    std::vector<Match> matches;
    for (const Token &token : tokens) {
        const bool may_be = !stemmer.keeps_start() || starts.may_be(token.form);
        if (may_be && is_wanted(token, wanted, stemmer)) {
            const std::size_t what = std::hash<std::string>()(stemmer.stem(token));
            matches.push_back({{token.offset, token.length}, what});
        }
    }
    if (!wanted.phrases.empty()) {
        find(wanted.phrases, line_of(tokens), matches);
    }
    if (!wanted.runs.empty()) {
        find(wanted.runs, pairs_of(tokens), matches);
    }
    result.matches = merged(std::move(matches));
    return result;
}

MarkedText mark(std::string_view text, const Read &read) {
    MarkedText marked;
    marked.text = text;
    for (const Match &match : read.matches) {
        marked.marks.push_back(match.span);
    }
    return marked;
}

} // namespace ideary::search
