// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/highlight/highlighter.hpp"

#include <algorithm>
#include <functional>

#include "text/normalize.hpp"

namespace ideary::search {
namespace {

using text::Token;
using text::TokenKind;

/// A filter that only lets pass words that may be one of the terms.
text::PrefixFilter filter_of(const HighlightTerms &terms) {
    text::PrefixFilter filter;
    const auto add = [&filter](const std::string &word) { filter.add(word); };
    std::for_each(terms.forms.begin(), terms.forms.end(), add);
    std::for_each(terms.stems.begin(), terms.stems.end(), add);
    for (const std::vector<std::string> &phrase : terms.phrases) {
        std::for_each(phrase.begin(), phrase.end(), add);
    }
    return filter;
}

bool is_match(const Token &token, const HighlightTerms &terms, const index::Stemmer &stemmer) {
    return terms.forms.count(token.form) > 0 ||
           (!terms.stems.empty() && terms.stems.count(stemmer.stem(token)) > 0);
}

/// The tokens by position, on which phrases match. A compound of several parts is its parts, as in
/// the index.
std::vector<const Token *> token_line(const std::vector<Token> &tokens) {
    std::vector<const Token *> line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        const std::size_t left = tokens.size() - i;
        const bool has_parts =
            token.compound && left > 2 && tokens[i + 1].part && tokens[i + 2].part;
        const bool is_only_part =
            token.part && !line.empty() && token.offset < line.back()->offset + line.back()->length;
        if (token.kind != TokenKind::pair && !has_parts && !is_only_part) {
            line.push_back(&token);
        }
    }
    return line;
}

/// The pairs of characters of scripts without whitespace; a word of two characters is its own pair.
std::vector<const Token *> bigram_line(const std::vector<Token> &tokens) {
    std::vector<const Token *> line;
    for (const Token &token : tokens) {
        const bool is_pair =
            token.kind == TokenKind::ideograph && text::count_code_points(token.form) == 2;
        if (token.kind == TokenKind::pair || is_pair) {
            line.push_back(&token);
        }
    }
    std::stable_sort(line.begin(), line.end(),
                     [](const Token *a, const Token *b) { return a->offset < b->offset; });
    return line;
}

bool is_phrase_at(const std::vector<const Token *> &line, std::size_t at,
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

void find_phrases(const std::vector<std::vector<std::string>> &phrases,
                  const std::vector<const Token *> &line, std::vector<MatchSpan> &matches) {
    for (const std::vector<std::string> &phrase : phrases) {
        for (std::size_t at = 0; !phrase.empty() && at < line.size(); ++at) {
            if (is_phrase_at(line, at, phrase)) {
                const Token &last = *line[at + phrase.size() - 1];
                const std::size_t start = line[at]->offset;
                const std::size_t term_id = std::hash<std::string>()(phrase.back());
                matches.push_back({{start, last.offset + last.length - start}, term_id});
            }
        }
    }
}

/// Sorted; overlapping and adjacent spans are merged.
std::vector<MatchSpan> merge_overlapping(std::vector<MatchSpan> matches) {
    std::sort(matches.begin(), matches.end(), [](const MatchSpan &a, const MatchSpan &b) {
        return a.span.offset != b.span.offset ? a.span.offset < b.span.offset
                                              : a.span.length > b.span.length;
    });
    std::vector<MatchSpan> result;
    for (const MatchSpan &match : matches) {
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

AnalyzedText analyze(std::string_view text, const std::string &language,
                     const HighlightTerms &terms, AnalysisContext &analysis) {
    const index::Stemmer &stemmer = analysis.stemmer(language);
    const text::PrefixFilter filter = filter_of(terms);
    std::vector<Token> &tokens = analysis.tokens;
    if (stemmer.keeps_start()) {
        analysis.analyzer.tokenize(text, filter, tokens);
    } else {
        analysis.analyzer.tokenize(text, tokens);
    }
    AnalyzedText result;
    result.words.reserve(tokens.size());
    for (const Token &token : tokens) {
        if (!token.part && token.kind != TokenKind::pair) {
            result.words.push_back({token.offset, token.length});
        }
    }
    if (terms.empty()) {
        return result;
    }
    std::vector<MatchSpan> matches;
    for (const Token &token : tokens) {
        const bool may_match = !stemmer.keeps_start() || filter.may_match(token.form);
        if (may_match && is_match(token, terms, stemmer)) {
            const std::size_t term_id = std::hash<std::string>()(stemmer.stem(token));
            matches.push_back({{token.offset, token.length}, term_id});
        }
    }
    if (!terms.phrases.empty()) {
        find_phrases(terms.phrases, token_line(tokens), matches);
    }
    if (!terms.bigrams.empty()) {
        find_phrases(terms.bigrams, bigram_line(tokens), matches);
    }
    result.matches = merge_overlapping(std::move(matches));
    return result;
}

MarkedText mark(std::string_view text, const AnalyzedText &analyzed) {
    MarkedText marked;
    marked.text = text;
    for (const MatchSpan &match : analyzed.matches) {
        marked.marks.push_back(match.span);
    }
    return marked;
}

} // namespace ideary::search
