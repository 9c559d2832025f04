// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/synonyms.hpp"

#include "source/config/synonyms.hpp"
#include "text/tokens.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::size_t max_words = 8; ///< of one member
constexpr std::string_view own_head = "synonyms 1 own\n";
constexpr std::string_view built_in_head = "synonyms 1 built-in\n";

/// Makes members out of words and phrases.
class Members {
  public:
    explicit Members(std::string_view path) : path_(path) {}

    std::string member(const std::string &words, int line) {
        analyzer_.tokenize(words, tokens_);
        std::string forms, whole;
        std::size_t count = 0, units = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const text::Token &token = tokens_[i];
            const bool several =
                token.compound && i + 2 < tokens_.size() && is_part(i + 1) && is_part(i + 2);
            const bool only_part = token.part && !in_compound_;
            if (token.kind == text::TokenKind::pair || only_part) {
                continue;
            }
            units += token.part ? 0 : 1;
            if (!token.part) {
                in_compound_ = several;
            }
            if (several) {
                whole = token.form;
                continue;
            }
            forms += (count++ > 0 ? " " : "") + token.form;
        }
        if (count == 0 || count > max_words) {
            source::refuse_synonyms(path_, line,
                                    count == 0 ? "a member has no word"
                                               : "a member has more than 8 words");
        }
        return units == 1 && !whole.empty() ? whole + "  " + forms : forms;
    }

  private:
    bool is_part(std::size_t i) const {
        return tokens_[i].part && tokens_[i].kind != text::TokenKind::pair;
    }

    std::string_view path_;
    text::Analyzer analyzer_;
    std::vector<text::Token> tokens_;
    bool in_compound_ = false;
};

} // namespace

std::string normal_synonyms(std::string_view yaml, std::string_view own_path) {
    const bool own = !own_path.empty();
    const std::string_view path = own ? own_path : "(built in)";
    Members members(path);
    std::string text(own ? own_head : built_in_head);
    for (const source::SynonymRow &row : source::read_synonyms(yaml, path)) {
        text += row.language.empty() ? "*" : row.language;
        for (const std::string &words : row.from) {
            text += "\t" + members.member(words, row.line);
        }
        text += row.to.empty() ? "" : "\t>";
        for (const std::string &words : row.to) {
            text += "\t" + members.member(words, row.line);
        }
        text += '\n';
    }
    return text;
}

std::string wanted_synonyms(const IngestOptions &options, const std::string &kept) {
    if (!options.synonyms.empty()) {
        return normal_synonyms(options.synonyms, options.synonyms_path.empty()
                                                     ? std::string_view("(given)")
                                                     : std::string_view(options.synonyms_path));
    }
    const bool own = kept.compare(0, own_head.size(), own_head) == 0;
    return own ? kept : normal_synonyms(default_synonyms(), {});
}

} // namespace ideary::ingesting
