// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/document/annotated_outline.hpp"

#include <algorithm>

#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

std::size_t next_block(const std::vector<Block> &blocks, std::size_t at) {
    while (at < blocks.size() && is_empty(blocks[at])) {
        ++at;
    }
    return at;
}

namespace {

/// T1: a sign at the end of a heading that links to the heading itself (`¶`, `#`).
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

/// T1: a kramdown attribute list at the end (`{: .lead}`), and in scraped text code marks.
void clean(source::Text &text, source::Syntax syntax) {
    std::string &plain = text.plain;
    const std::size_t block = plain.rfind(" {:");
    if (syntax == source::Syntax::markdown && block != std::string::npos && plain.ends_with('}') &&
        plain.find('}', block) + 1 == plain.size()) {
        plain.resize(block);
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
}

} // namespace

Page make_page(source::Outline outline) {
    Page page;
    page.syntax = outline.syntax;
    page.blocks.reserve(outline.nodes.size());
    for (Node &node : outline.nodes) {
        clean(node, page.syntax);
        if (node.kind == NodeKind::heading) {
            drop_permalink(node.text);
        }
        page.blocks.push_back(Block{.node = std::move(node)});
    }
    return page;
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

bool is_only_date(std::string_view text) {
    if (text.size() > 120) {
        return false;
    }
    bool day_or_month = false;
    bool number = false;
    std::size_t others = 0;
    for (const std::string_view word : words_of(text)) {
        const std::string bare = folded(bare_word(word));
        if (bare.empty()) {
            continue;
        }
        if (bare.find_first_of("0123456789") != std::string::npos) {
            const bool mixed =
                bare.find_first_not_of("0123456789./-:,ndrsthauhm") != std::string::npos;
            number = number || !mixed;
            others += mixed ? 1 : 0;
        } else if (is(Say::month, bare) || is(Say::day, bare)) {
            day_or_month = true;
        } else {
            others += bare.size() > 3 ? 1 : 0; // `at`, `Uhr`, `CET` and the like are free
        }
    }
    // `2024-03-01`, `26.08.2014, 08:00 Uhr` have no name of a month; a place is one or two words.
    const std::size_t digits = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
    return number && (day_or_month ? others <= 2 : digits >= 6 && others <= 1);
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
    return holds(Say::list_word, folded(text));
}

namespace {

/// A phrase of letters without blanks (Chinese, Japanese): what is left without words for lists.
bool names_list_unspaced(std::string text) {
    bool found = false;
    for (const Say table : {Say::list_word, Say::list_filler}) {
        for (const PhraseRow &row : rows(table)) {
            if (row.language != "ja" && row.language != "zh") {
                continue;
            }
            const std::string word = folded(row.text);
            for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
                text.erase(at, word.size());
                found = found || table == Say::list_word;
            }
        }
    }
    return found && !has_letter(text);
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
        if (is(Say::list_word, bare)) {
            found = true;
        } else if (is(Say::credit_by, bare)) {
            owner_next = true;
        } else if (!is(Say::list_filler, bare) && !is_possessive(bare_word(word)) &&
                   !(owner_next && looks_like_name(word, 1, 1))) {
            return names_list_unspaced(folded(text));
        }
    }
    return found;
}

} // namespace ideary::ideas
