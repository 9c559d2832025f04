// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/query_analyzer.hpp"

#include <algorithm>

#include "index/analysis/terms.hpp"
#include "search/context/background_frequencies.hpp"
#include "search/context/bm25.hpp"
#include "search/context/weights.hpp"
#include "search/lexicon/word_forms.hpp"

namespace ideary::search {

using text::TokenKind;

std::vector<std::string> phrase_forms(const std::vector<QueryWord> &words) {
    std::vector<std::string> forms;
    for (const QueryWord &word : words) {
        if (word.parts.size() < 2) {
            forms.push_back(word.token.form);
            continue;
        }
        for (const text::Token &part : word.parts) {
            forms.push_back(part.form);
        }
    }
    return forms;
}

Field field_of(const QueryNode &node) {
    return node.field.empty() ? std::nullopt : schema::find_field(node.field);
}

std::string form_term(const std::string &form, const Field &field) {
    return field ? index::word_term(form, *field) : index::word_term(form);
}

std::string stem_term(const std::string &stem, const Field &field) {
    return field ? index::stem_term(stem, *field) : index::stem_term(stem);
}

std::vector<QueryWord> QueryAnalyzer::words(const std::string &text) const {
    const auto end_of = [](const text::Token &token) { return token.offset + token.length; };
    std::vector<QueryWord> words;
    for (const text::Token &token : context.analysis.analyzer.tokenize(text)) {
        if (token.kind == TokenKind::pair) {
            // A pair that reaches into the next word belongs to neither.
            if (!words.empty() && token.offset < end_of(words.back().token) &&
                end_of(token) <= end_of(words.back().token)) {
                words.back().pairs.push_back(token.form);
            }
        } else if (token.part && !words.empty()) {
            words.back().parts.push_back(token);
        } else {
            words.push_back({token, {}, {}});
        }
    }
    return words;
}

bool QueryAnalyzer::is_stop_word(const std::string &form) const {
    return stemmer().is_stop_word(form);
}

bool QueryAnalyzer::is_stop_word(const QueryNode &node) const {
    if (node.kind != QueryNode::Kind::word || !node.field.empty()) {
        return false;
    }
    const std::vector<QueryWord> found = words(node.text);
    return std::all_of(found.begin(), found.end(),
                       [&](const QueryWord &word) { return is_stop_word(word.token.form); });
}

std::string QueryAnalyzer::stem_of(const std::string &form) const {
    return stemmer().stem({form, 1, 0, 0, TokenKind::word});
}

std::vector<QueryStem> QueryAnalyzer::stems(const text::Token &token, const Field &field) const {
    std::vector<QueryStem> stems{{stem_of(token.form)}};
    const auto add = [&](std::string stem, bool is_other_spelling) {
        const bool is_known = std::any_of(stems.begin(), stems.end(),
                                          [&](const QueryStem &each) { return each.text == stem; });
        if (!is_known && has(stem_term(stem, field))) {
            stems.push_back({std::move(stem), is_other_spelling});
        }
    };
    if (options.language == "en" && token.kind == TokenKind::word && !options.literal) {
        for (const std::string &form : other_spellings(token.form)) {
            add(stem_of(form), true);
        }
    }
    const bool is_ascii = std::all_of(token.form.begin(), token.form.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (token.kind == TokenKind::word && stems.size() == 1 &&
        !(is_ascii && has(stem_term(stems.front().text, field)))) {
        for (const std::string &language : context.languages()) {
            add(context.analysis.stemmer(language).stem(token), false);
        }
    }
    return stems;
}

double QueryAnalyzer::max_docs_with(const std::vector<std::string> &forms) const {
    double docs = forms.empty() ? 0 : context.statistics.doc_count();
    for (const std::string &form : forms) {
        const double held = context.statistics.doc_frequency(index::stem_term(stem_of(form)));
        docs = std::min(docs, held);
    }
    return docs;
}

double QueryAnalyzer::sum_of_idf(const std::vector<std::string> &forms) const {
    double sum = 0;
    for (const std::string &form : forms) {
        const std::string stem = stem_of(form);
        const double docs = context.statistics.doc_frequency(index::stem_term(stem));
        sum += idf(docs, context.statistics.doc_count()) * background_idf_ratio(stem);
    }
    return sum;
}

double QueryAnalyzer::background_idf_ratio(const std::string &stem) const {
    const double all = context.statistics.doc_count();
    const double own = context.statistics.doc_frequency(index::stem_term(stem));
    if (own == 0 || all > background_max_ratio * background_docs || options.language != "en") {
        return 1;
    }
    return idf(own + background_docs * background_share(stem), all + background_docs) /
           idf(own, all);
}

} // namespace ideary::search
