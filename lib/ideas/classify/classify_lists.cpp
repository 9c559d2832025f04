// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L3, L4, L5, N4: which items of which lists are no ideas.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

namespace {

struct List {
    std::size_t first, last; ///< blocks, half open
};

/// Runs of items, and of rows of one table, in a section.
std::vector<List> lists_of(const Page &page, const Section &section) {
    std::vector<List> lists;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Node &node = page.blocks[at].node;
        const bool row = node.kind == NodeKind::row;
        if (!row && node.kind != NodeKind::item) {
            continue;
        }
        const bool goes_on = !lists.empty() && lists.back().last == at &&
                             page.blocks[at - 1].node.kind == node.kind &&
                             page.blocks[at - 1].node.list == node.list &&
                             page.blocks[at - 1].node.table == node.table;
        if (page.blocks[at].part && !goes_on) {
            continue;
        }
        if (goes_on) {
            lists.back().last = at + 1;
        } else {
            lists.push_back({at, at + 1});
        }
    }
    return lists;
}

/// What leads in a list: the paragraph straight above it, or the bare line that became its heading.
std::string_view lead_of(const Page &page, const Section &section, const List &list) {
    std::size_t at = list.first;
    while (at > section.first && is_empty(page.blocks[at - 1])) {
        --at;
    }
    if (at > section.first) {
        const Block &above = page.blocks[at - 1];
        const std::string_view text = above.node.text.plain;
        const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
        return is_paragraph(above) && !ends ? text : std::string_view{};
    }
    const bool bare = section.heading != none && page.blocks[section.heading].bare;
    return bare ? std::string_view(page.blocks[section.heading].node.text.plain)
                : std::string_view{};
}

/// L5, N4: the lead-in says that the list below holds no ideas.
bool lead_forbids(std::string_view lead) {
    if (lead.empty()) {
        return false;
    }
    const std::string sentence = folded_end(last_sentence(lead));
    return holds(Say::negative, sentence) || closes(Say::logistics_lead, sentence) ||
           opens(Say::logistics_open, sentence);
}

bool item_has_address(const Node &node) {
    return has_address(node.text.plain) ||
           std::ranges::any_of(node.text.links, [](const source::InlineLink &link) {
               return link.target.starts_with("mailto:");
           });
}

void strike_all(Page &page, const List &list) {
    for (std::size_t at = list.first; at < list.last; ++at) {
        page.blocks[at].struck = true;
    }
}

/// L4: strikes items one by one. Gives how many there were, how many fell.
std::pair<std::size_t, std::size_t> strike_items(Page &page, const List &list) {
    std::size_t all = 0;
    std::size_t fallen = 0;
    for (std::size_t at = list.first; at < list.last; ++at) {
        Block &block = page.blocks[at];
        if (block.part) {
            continue;
        }
        ++all;
        const Strike strike = judge_item(block.node);
        if (strike == Strike::no) {
            continue;
        }
        const std::size_t end = end_of_children(page.blocks, at, list.last);
        if (strike == Strike::says_more && end > at + 1) {
            block.topic = true;
            continue;
        }
        for (std::size_t i = at; i < end; ++i) {
            page.blocks[i].struck = true;
        }
        all += end - at - 1;
        fallen += end - at;
        at = end - 1;
    }
    return {all, fallen};
}

/// L3: when every top-level item that is left has children, these items are topics.
void mark_topics(Page &page, const List &list) {
    std::vector<std::size_t> tops;
    for (std::size_t at = list.first; at < list.last; ++at) {
        const Block &block = page.blocks[at];
        if (block.node.level != page.blocks[list.first].node.level || block.struck || block.part) {
            continue;
        }
        const std::size_t end = end_of_children(page.blocks, at, list.last);
        const bool parent = std::any_of(page.blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                        page.blocks.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Block &b) { return !b.struck && !b.part; });
        if (!parent) {
            return;
        }
        tops.push_back(at);
    }
    for (const std::size_t at : tops) {
        page.blocks[at].topic = true;
    }
}

void judge_table(Page &page, const List &list) {
    const Columns columns = read_columns(page.blocks, list.first, list.last);
    for (std::size_t at = list.first; at < list.last; ++at) {
        Block &block = page.blocks[at];
        const auto &cells = block.node.cells;
        block.struck = columns.form || block.node.header || columns.title >= cells.size() ||
                       is_no_title(cells[columns.title]);
    }
}

} // namespace

std::size_t end_of_children(const std::vector<Block> &blocks, std::size_t at, std::size_t end) {
    std::size_t next = at + 1;
    while (next < end && is_item(blocks[next]) && blocks[next].node.list == blocks[at].node.list &&
           blocks[next].node.level > blocks[at].node.level) {
        ++next;
    }
    return next;
}

namespace {

/// P1, L5: more than half of the items, two at least, name parts of a proposal: `An abstract of 200
/// words`. They say what to send in.
bool lists_parts(const Page &page, const List &list) {
    std::size_t parts = 0;
    std::size_t all = 0;
    for (std::size_t at = list.first; at < list.last; ++at) {
        if (page.blocks[at].part) {
            continue;
        }
        ++all;
        const std::string whole = folded(page.blocks[at].node.text.plain);
        std::string_view text = without_first_signs(whole);
        const std::size_t blank = text.find(' ');
        if (blank != std::string_view::npos && is(Say::filler, text.substr(0, blank))) {
            text.remove_prefix(blank + 1);
        }
        const std::size_t end = std::min(text.find_first_of("0123456789(:,"), text.find(" of "));
        const bool brief = words_of(text).size() <= 7;
        parts += brief && is(Say::proposal_part, trimmed(text.substr(0, end))) ? 1 : 0;
    }
    return parts >= 2 && parts * 2 > all;
}

} // namespace

void judge_lists(Page &page, Section &section) {
    for (const List &list : lists_of(page, section)) {
        const bool table = page.blocks[list.first].node.kind == NodeKind::row;
        if (lead_forbids(lead_of(page, section, list))) {
            strike_all(page, list);
            continue;
        }
        if (table) {
            judge_table(page, list);
            continue;
        }
        if (lists_parts(page, list)) {
            strike_all(page, list);
            continue;
        }
        const auto [all, fallen] = strike_items(page, list);
        if (fallen * 2 > all) {
            strike_all(page, list);
            const bool address =
                std::any_of(page.blocks.begin() + static_cast<std::ptrdiff_t>(list.first),
                            page.blocks.begin() + static_cast<std::ptrdiff_t>(list.last),
                            [](const Block &b) { return item_has_address(b.node); });
            section.verdict = address && section.heading != none ? Verdict::stop : section.verdict;
            continue;
        }
        mark_topics(page, list);
    }
}

} // namespace ideary::ideas
