// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/marks.hpp"

#include <algorithm>
#include <functional>

namespace ideary::search {
namespace {

using text::Token;
using text::TokenKind;

bool has_prefix(const Wanted &wanted, const std::string &form) {
    return std::any_of(wanted.prefixes.begin(), wanted.prefixes.end(),
                       [&](const std::string &start) { return form.rfind(start, 0) == 0; });
}

bool is_wanted(const Token &token, const Wanted &wanted, const index::Stemmer &stemmer) {
    return wanted.forms.count(token.form) > 0 || has_prefix(wanted, token.form) ||
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

void find_phrases(const Wanted &wanted, const std::vector<Token> &tokens,
                  std::vector<Match> &matches) {
    const std::vector<const Token *> line = line_of(tokens);
    for (std::size_t number = 0; number < wanted.phrases.size(); ++number) {
        const std::vector<std::string> &phrase = wanted.phrases[number];
        for (std::size_t at = 0; !phrase.empty() && at < line.size(); ++at) {
            if (stands_at(line, at, phrase)) {
                const Token &last = *line[at + phrase.size() - 1];
                const std::size_t start = line[at]->offset;
                matches.push_back({{start, last.offset + last.length - start}, number});
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
          Workbench &bench) {
    Read result;
    bench.analyzer.tokenize(text, result.tokens);
    if (wanted.empty()) {
        return result;
    }
    const index::Stemmer &stemmer = bench.stemmer(language);
    std::vector<Match> matches;
    for (const Token &token : result.tokens) {
        if (is_wanted(token, wanted, stemmer)) {
            const std::size_t what = std::hash<std::string>()(stemmer.stem(token));
            matches.push_back({{token.offset, token.length}, what});
        }
    }
    find_phrases(wanted, result.tokens, matches);
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
