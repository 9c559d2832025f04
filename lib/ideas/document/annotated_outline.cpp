// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/document/annotated_outline.hpp"

#include <algorithm>

#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

std::size_t next_block(const std::vector<Block> &blocks, std::size_t at) {
    while (at < blocks.size() && is_empty(blocks[at])) {
        ++at;
    }
    return at;
}

namespace {

/// T1: a mark at the end of a heading that links to the heading itself (`¶`, `#`).
void drop_permalink(source::Text &text) {
    if (text.links.empty()) {
        return;
    }
    const source::InlineLink &link = text.links.back();
    if (link.offset > 0 && link.offset + link.length == text.plain.size() &&
        link.target.starts_with('#') && !has_letter(link.text)) {
        text.plain.resize(link.offset);
        text.plain = trimmed(text.plain);
        text.links.pop_back();
    }
}

/// Start of an attribute list that ends the text: `{: .lead}`, `{.big #top}`; npos if none.
std::size_t attribute_list_at(std::string_view plain) {
    const std::size_t open = plain.ends_with('}') ? plain.rfind('{') : std::string_view::npos;
    if (open == std::string_view::npos || open + 2 >= plain.size()) {
        return std::string_view::npos;
    }
    const char first = plain[open + 1];
    const bool kramdown = first == ':' && (plain[open + 2] == ' ' || plain[open + 2] == '.' ||
                                           plain[open + 2] == '#');
    const bool pandoc = (first == '.' || first == '#') && plain[open + 2] > ' ';
    return kramdown || pandoc ? open : std::string_view::npos;
}

/// T1: attribute lists of Markdown dialects, and in scraped text code marks, are markup.
void clean(source::Text &text, source::Syntax syntax) {
    std::string &plain = text.plain;
    for (std::size_t at = attribute_list_at(plain);
         syntax == source::Syntax::markdown && at != std::string::npos;
         at = attribute_list_at(plain)) {
        plain.resize(at);
        plain = trimmed(plain);
        std::erase_if(text.links, [&](const source::InlineLink &link) {
            return link.offset + link.length > plain.size();
        });
    }
    const bool marks = syntax == source::Syntax::plain && text.links.empty() &&
                       std::ranges::count(plain, '`') % 2 == 0;
    if (marks) {
        std::erase(plain, '`');
    }
}

void clean(Node &node, source::Syntax syntax) {
    clean(node.text, syntax);
    for (source::Line &line : node.lines) {
        clean(line.text, syntax);
    }
    const bool heading = node.kind == NodeKind::heading;
    std::string &plain = node.text.plain;
    while (heading && (plain.ends_with(':') || plain.ends_with("：") || plain.ends_with(' '))) {
        plain.resize(plain.size() - (plain.ends_with("：") ? 3 : 1));
    }
}

} // namespace

AnnotatedOutline annotate(source::Outline plain) {
    AnnotatedOutline outline;
    outline.syntax = plain.syntax;
    outline.blocks.reserve(plain.nodes.size());
    for (Node &node : plain.nodes) {
        clean(node, outline.syntax);
        if (node.kind == NodeKind::heading) {
            drop_permalink(node.text);
        }
        outline.blocks.emplace_back().node = std::move(node);
    }
    return outline;
}

bool is_wholly_links(const source::Text &text) {
    if (text.links.empty()) {
        return false;
    }
    std::size_t at = 0;
    std::string rest;
    for (const source::InlineLink &link : text.links) {
        if (link.offset < at || link.offset > text.plain.size()) {
            continue;
        }
        rest += text.plain.substr(at, link.offset - at);
        at = std::min(link.offset + link.length, text.plain.size());
    }
    rest += text.plain.substr(at);
    return !has_letter(rest);
}

bool is_prose(const Block &block) {
    if (!is_paragraph(block)) {
        return false;
    }
    const source::Text &text = block.node.text;
    if (!has_letter(text.plain) || text.all_image || text.all_struck || is_wholly_links(text) ||
        is_url(text.plain)) {
        return false;
    }
    const std::string start = folded(std::string_view(text.plain).substr(0, 40));
    for (const char *label : {"tags:", "tags :", "created:", "published:", "updated:", "category:",
                              "categories:", "keywords:", "schlagworte:", "etiquetas:"}) {
        if (start.starts_with(label)) {
            return false;
        }
    }
    const bool footnote = start.size() > 2 && (start[0] == '[' || start[0] == '(') &&
                          start[1] >= '0' && start[1] <= '9' && start.find_first_of("])") < 5;
    return !footnote && !is_only_date(text.plain);
}

bool is_lead_in(const Block &block) {
    const std::string_view text = trimmed(block.node.text.plain);
    return is_paragraph(block) && (text.ends_with(':') || text.ends_with("："));
}

bool has_list_word(std::string_view text) {
    return contains(PhraseSet::list_word, folded(text));
}

namespace {

/// Text of a script without spaces that is made of words for lists and words beside them.
bool names_list_unspaced(std::string_view text) {
    bool found = false;
    while (!text.empty()) {
        const std::size_t word = longest_prefix(PhraseSet::list_word, text);
        const std::size_t filler = longest_prefix(PhraseSet::list_filler, text);
        const std::size_t size = letter_size(text, 0);
        const bool digit = text[0] >= '0' && text[0] <= '9';
        if (!digit && (is_letter_at(text, 0) ||
                       (word == 0 && filler == 0 && has_letter(text.substr(0, size))))) {
            return false;
        }
        found = found || word > 0;
        text.remove_prefix(std::max({word, filler, size}));
    }
    return found;
}

bool is_possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("s'") || word.ends_with("’s") ||
           word.ends_with("s’");
}

} // namespace

bool names_list(std::string_view text) {
    if (text.size() > 200) {
        return false;
    }
    std::string rest(text);
    if (const std::string event = find_event(text); !event.empty()) {
        if (const auto at = rest.find(event); at != std::string::npos) {
            rest.erase(at, event.size());
        }
    }
    bool found = false;
    bool owner_next = false;
    for (const std::string_view word : words_of(rest)) {
        const std::string bare = folded(bare_word(word));
        if (bare.empty() || bare.find_first_not_of("0123456789") == std::string::npos) {
            continue;
        }
        if (equals(PhraseSet::list_word, bare)) {
            found = true;
        } else if (equals(PhraseSet::credit_by, bare)) {
            owner_next = true;
        } else if (!equals(PhraseSet::list_filler, bare) && !is_possessive(bare_word(word)) &&
                   !(owner_next && looks_like_name(word, 1, 1))) {
            return names_list_unspaced(folded(text));
        }
    }
    return found;
}

} // namespace ideary::ideas
