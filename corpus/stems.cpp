// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
//
// Prints the words of each line of standard input as the index sees them in English, for the
// scripts that learn tables. A line out for a line in; of each word three fields: A if it begins
// with a capital letter, else a; its folded form; its stem. Stop words and numbers are left out.
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

#include "index/analysis/terms.hpp"
#include "text/tokens.hpp"

namespace {

using ideary::text::Token;
using ideary::text::TokenKind;

void print_words(const std::string &line, const std::vector<Token> &tokens,
                 const ideary::index::Stemmer &stemmer) {
    bool in_stop_word = false; // the parts of a compound that is a stop word: don't
    const char *separator = "";
    for (const Token &token : tokens) {
        const bool stop = (token.part && in_stop_word) || stemmer.is_stop_word(token.form);
        in_stop_word = token.part ? in_stop_word : token.compound && stop;
        if (stop || token.kind != TokenKind::word || (token.part && token.form.size() < 2)) {
            continue;
        }
        const bool capital = std::isupper(static_cast<unsigned char>(line[token.offset])) != 0;
        std::cout << separator << (capital ? "A " : "a ") << token.form << ' '
                  << stemmer.stem(token);
        separator = " ";
    }
    std::cout << '\n';
}

} // namespace

int main() {
    std::ios::sync_with_stdio(false);
    ideary::text::Analyzer analyzer;
    const ideary::index::Stemmer stemmer("en");
    std::vector<Token> tokens;
    for (std::string line; std::getline(std::cin, line);) {
        analyzer.tokenize(line, tokens);
        print_words(line, tokens, stemmer);
    }
}
