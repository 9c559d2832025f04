// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// P1: documents that are proposals, and parts of proposals inside lists.
#include <algorithm>
#include <optional>
#include <set>

#include "ideas/extract/extract.hpp"
#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"

namespace ideary::ideas {

namespace {

bool is_part(const Block &block) {
    return is_heading(block) &&
           is(Say::proposal_part, folded(without_first_signs(block.node.text.plain)));
}

bool is_title_part(const Block &block) {
    return is_part(block) && is_title_label(block.node.text.plain);
}

/// At least half of the headings are parts, and two of them differ.
bool is_proposal(const Page &page) {
    std::size_t headings = 0;
    std::size_t parts = 0;
    std::set<std::string> different;
    for (const Block &block : page.blocks) {
        headings += is_heading(block) ? 1 : 0;
        if (is_part(block)) {
            ++parts;
            different.insert(folded(block.node.text.plain));
        }
    }
    return parts * 2 >= headings && different.size() >= 2;
}

/// Where each proposal begins: at its `Title` part, or at a heading with parts below it.
std::vector<std::size_t> starts_of(const Page &page) {
    std::vector<std::size_t> titles;
    std::vector<std::size_t> owners;
    std::size_t last_heading = none;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        const Block &block = page.blocks[at];
        if (!is_heading(block)) {
            continue;
        }
        if (is_title_part(block)) {
            titles.push_back(at);
        }
        if (!is_part(block)) {
            last_heading = at;
        } else if (last_heading != none &&
                   page.blocks[last_heading].node.level < block.node.level) {
            owners.push_back(last_heading);
            last_heading = none;
        }
    }
    return titles.empty() ? owners : titles;
}

Draft draft_from(const Page &page, std::size_t first, std::size_t last,
                 const std::vector<std::string> &authors) {
    Draft draft;
    draft.origin = Origin::proposal;
    draft.idea.authors = authors;
    for (std::size_t at = first; at < last; ++at) {
        if (!is_empty(page.blocks[at])) {
            add_block(draft.idea, page.blocks[at]);
        }
    }
    return draft;
}

/// One proposal that begins at a heading: at `Title`, its paragraph is the title.
Draft draft_at(const Page &page, std::size_t start, std::size_t last,
               const std::vector<std::string> &authors) {
    std::size_t title = start;
    if (is_title_part(page.blocks[start])) {
        const std::size_t next = next_block(page.blocks, start + 1);
        title = next < last && !is_heading(page.blocks[next]) ? next : start;
    }
    Draft draft = draft_from(page, title + 1, last, authors);
    draft.idea.title = page.blocks[title].node.text.plain;
    draft.idea.source.line = page.blocks[title].node.line;
    add_links(draft.idea.links, page.blocks[title].node.text);
    return draft;
}

} // namespace

std::optional<std::vector<Draft>> emit_proposals(const Page &page,
                                                 const std::vector<std::string> &authors) {
    if (!is_proposal(page)) {
        return std::nullopt;
    }
    std::vector<Draft> drafts;
    const std::vector<std::size_t> starts = starts_of(page);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t last = i + 1 < starts.size() ? starts[i + 1] : page.blocks.size();
        drafts.push_back(draft_at(page, starts[i], last, authors));
    }
    if (drafts.empty()) {
        drafts.push_back(draft_from(page, 0, page.blocks.size(), authors));
        drafts[0].idea.title =
            page.title.empty() ? std::string(first_sentence(drafts[0].idea.body)) : page.title;
        drafts[0].idea.source.line = page.title_line > 0 ? page.title_line : 1;
    }
    return drafts;
}

void fold_parts(Page &page) {
    fold_fields(page);
    std::vector<std::pair<int, bool>> open; // level, is a part
    for (Block &block : page.blocks) {
        if (!is_heading(block)) {
            block.part = block.part || (!open.empty() && open.back().second);
            continue;
        }
        const int level = block.node.level;
        while (!open.empty() && open.back().first >= level) {
            open.pop_back();
        }
        const bool inside = !open.empty() && open.back().second;
        const bool part = inside || (is_part(block) && !open.empty());
        open.emplace_back(level, part);
        if (part) {
            block.part = true;
            block.node.kind = NodeKind::paragraph;
        }
    }
}

} // namespace ideary::ideas
