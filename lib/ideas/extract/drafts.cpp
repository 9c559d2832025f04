// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What is done to drafts of ideas however they were found: their bodies, and the last filter.
#include <algorithm>

#include "ideas/extract/extract.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

std::size_t bytes_of(const std::vector<std::string> &texts) {
    std::size_t bytes = 0;
    for (const std::string &text : texts) {
        bytes += 4 + text.size();
    }
    return bytes;
}

std::size_t shared_text_budget(const AnnotatedOutline &outline) {
    std::size_t bytes = 0;
    for (const Block &block : outline.blocks) {
        bytes += block.node.text.plain.size();
    }
    return (std::size_t{64} << 10) + 8 * bytes;
}

void add_paragraph(std::string &body, std::string_view text) {
    text = trimmed(text);
    if (!text.empty()) {
        body += body.empty() ? "" : "\n\n";
        body += text;
    }
}

void add_links(std::vector<Link> &links, const source::Text &text) {
    constexpr std::size_t max_links = 200;
    for (const source::InlineLink &link : text.links) {
        const bool web = link.target.starts_with("http://") || link.target.starts_with("https://");
        const bool known =
            std::ranges::any_of(links, [&](const Link &other) { return other.url == link.target; });
        if (web && !known && links.size() < max_links) {
            links.push_back({link.text, link.target});
        }
    }
}

void add_block(Idea &idea, const Block &block) {
    add_paragraph(idea.body, block.node.text.plain);
    add_links(idea.links, block.node.text);
    if (is_item(block)) {
        for (const source::Line &line : block.node.lines) {
            add_paragraph(idea.body, line.text.plain);
            add_links(idea.links, line.text);
        }
    }
    for (const source::Text &more : block.node.more) {
        add_paragraph(idea.body, more.plain);
        add_links(idea.links, more);
    }
    for (const source::Text &cell : block.node.cells) {
        add_paragraph(idea.body, cell.plain);
        add_links(idea.links, cell);
    }
}

void drop_closing_headings(std::vector<Draft> &drafts) {
    const auto listed = [](const Draft &draft) {
        return draft.origin == Origin::item || draft.origin == Origin::row;
    };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(drafts, listed));
    if (count * 5 < drafts.size() * 4) {
        return;
    }
    const auto last = static_cast<std::size_t>(
        std::find_if(drafts.rbegin(), drafts.rend(), listed).base() - drafts.begin());
    std::size_t at = 0;
    std::erase_if(drafts, [&](const Draft &draft) { // looks at each once, in order
        const bool after = at++ >= last;
        return draft.origin == Origin::prose &&
               (after || contains(PhraseSet::about_talks, folded(draft.idea.title)));
    });
}

} // namespace ideary::ideas
