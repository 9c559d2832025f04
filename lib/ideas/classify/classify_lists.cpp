// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L3, L4, L5, L9, N4: which items of which lists are no ideas.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

struct List {
    std::size_t first, last; ///< blocks, half open
};

/// Runs of items, and of rows of one table, in a section.
std::vector<List> lists_of(const AnnotatedOutline &outline, const Section &section) {
    std::vector<List> lists;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Node &node = outline.blocks[at].node;
        const bool row = node.kind == NodeKind::row;
        if (!row && node.kind != NodeKind::item) {
            continue;
        }
        const bool goes_on = !lists.empty() && lists.back().last == at &&
                             outline.blocks[at - 1].node.kind == node.kind &&
                             outline.blocks[at - 1].node.list == node.list &&
                             outline.blocks[at - 1].node.table == node.table;
        if (outline.blocks[at].part && !goes_on) {
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

/// What leads in a list: the paragraph directly above it, or the bare line that became its heading.
std::string_view lead_of(const AnnotatedOutline &outline, const Section &section,
                         const List &list) {
    std::size_t at = list.first;
    while (at > section.first && is_empty(outline.blocks[at - 1])) {
        --at;
    }
    if (at > section.first) {
        const Block &above = outline.blocks[at - 1];
        const std::string_view text = above.node.text.plain;
        const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
        return is_paragraph(above) && !ends ? text : std::string_view{};
    }
    const bool bare = section.heading != none && outline.blocks[section.heading].bare;
    return bare ? std::string_view(outline.blocks[section.heading].node.text.plain)
                : std::string_view{};
}

/// L5, N4: the lead-in says that the list below holds no ideas.
bool lead_forbids(std::string_view lead) {
    if (lead.empty()) {
        return false;
    }
    const std::string sentence = folded_end(last_sentence(lead));
    return contains(PhraseSet::unwanted, sentence) ||
           ends_with(PhraseSet::logistics_lead, sentence) ||
           starts_with(PhraseSet::logistics_open, sentence);
}

/// L5, N3: the lead-in invites to the list, whatever the heading above says.
bool lead_invites(std::string_view lead) {
    if (lead.empty()) {
        return false;
    }
    const std::string sentence = folded_end(last_sentence(lead));
    return contains(PhraseSet::invite, sentence) || starts_with(PhraseSet::invite, folded(lead));
}

/// N2: what stands below a footnote mark (`[1] House rules`) belongs to the footnote.
bool is_below_footnote(const AnnotatedOutline &outline, const Section &section, const List &list) {
    for (std::size_t at = list.first; at > section.first; --at) {
        const Block &above = outline.blocks[at - 1];
        if (is_paragraph(above)) {
            const std::string &text = above.node.text.plain;
            return text.size() > 3 && text[0] == '[' && text[1] >= '0' && text[1] <= '9' &&
                   text.find(']') < 5;
        }
        if (above.node.kind == NodeKind::rule || is_heading(above)) {
            break;
        }
    }
    return false;
}

/// Items of which more than half satisfy a test.
template <class Test>
bool most_items(const AnnotatedOutline &outline, const List &list, std::size_t least, Test test) {
    std::size_t all = 0;
    std::size_t found = 0;
    for (std::size_t at = list.first; at < list.last; ++at) {
        if (!outline.blocks[at].part) {
            ++all;
            found += test(outline.blocks[at].node) ? 1 : 0;
        }
    }
    return found >= least && found * 2 > all;
}

/// L5: steps to follow: more than half of the items hold a shell command.
bool holds_command(const Node &node) {
    return contains(PhraseSet::command, folded(node.text.plain));
}

/// L5: a format of sessions with its length: `Lightning talks (5 minutes)`, `Workshop: 2 hours`.
bool is_format(const Node &node) {
    const std::string whole = folded(node.text.plain);
    std::string_view text = without_leading_punctuation(whole);
    const std::size_t space = text.find(' ');
    if (space != std::string_view::npos && equals(PhraseSet::filler, text.substr(0, space))) {
        text.remove_prefix(space + 1);
    }
    const bool length = contains(PhraseSet::duration, whole);
    const std::size_t end = std::min(text.find_first_of("(:,-"), text.size());
    return starts_with(PhraseSet::format_name, text) &&
           (length || equals(PhraseSet::format_name, trimmed(text.substr(0, end))));
}

bool item_has_address(const Node &node) {
    return has_address(node.text.plain) ||
           std::ranges::any_of(node.text.links, [](const source::InlineLink &link) {
               return link.target.starts_with("mailto:");
           });
}

void reject(Block &block, std::string_view rule) {
    block.rejected = true;
    block.rule = block.rule.empty() ? rule : block.rule;
}

void reject_all(AnnotatedOutline &outline, const List &list, std::string_view rule) {
    for (std::size_t at = list.first; at < list.last; ++at) {
        reject(outline.blocks[at], rule);
    }
}

/// L4: rejects items one by one. Returns how many there were, how many fell.
std::pair<std::size_t, std::size_t> reject_items(AnnotatedOutline &outline, const List &list) {
    std::size_t all = 0;
    std::size_t fallen = 0;
    for (std::size_t at = list.first; at < list.last; ++at) {
        Block &block = outline.blocks[at];
        if (block.part) {
            continue;
        }
        ++all;
        const Rejection rejection = classify_item(block.node);
        if (rejection == Rejection::kept) {
            continue;
        }
        const std::size_t end = end_of_children(outline.blocks, at, list.last);
        if (rejection == Rejection::catch_all && end > at + 1) {
            block.topic = true;
            continue;
        }
        for (std::size_t i = at; i < end; ++i) {
            reject(outline.blocks[i],
                   i == at ? rejection_rule(block.node) : "L4: below such an item");
        }
        all += end - at - 1;
        fallen += end - at;
        at = end - 1;
    }
    return {all, fallen};
}

/// L3: when every top-level item that is left has children, these items are topics.
void mark_topics(AnnotatedOutline &outline, const List &list) {
    std::vector<std::size_t> tops;
    for (std::size_t at = list.first; at < list.last; ++at) {
        const Block &block = outline.blocks[at];
        if (block.node.level != outline.blocks[list.first].node.level || block.rejected ||
            block.part) {
            continue;
        }
        const std::size_t end = end_of_children(outline.blocks, at, list.last);
        const bool parent =
            std::any_of(outline.blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                        outline.blocks.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const Block &b) { return !b.rejected && !b.part; });
        if (!parent) {
            return;
        }
        tops.push_back(at);
    }
    for (const std::size_t at : tops) {
        outline.blocks[at].topic = true;
        const SectionClass own = classify_heading(outline.blocks[at].node.text.plain);
        if (own == SectionClass::stop || own == SectionClass::unwanted) {
            const std::size_t end = end_of_children(outline.blocks, at, list.last);
            for (std::size_t i = at; i < end; ++i) {
                reject(outline.blocks[i], "L3: an item that reads like a heading of logistics");
            }
        }
    }
}

void classify_table(AnnotatedOutline &outline, const List &list) {
    const Columns columns = read_columns(outline.blocks, list.first, list.last);
    for (std::size_t at = list.first; at < list.last; ++at) {
        Block &block = outline.blocks[at];
        const auto &cells = block.node.cells;
        block.rule =
            columns.form ? "L7: a table of questions or dates" : "L7: a row without a title";
        block.rejected = columns.form || block.node.header || columns.title >= cells.size() ||
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
bool lists_parts(const AnnotatedOutline &outline, const List &list) {
    std::size_t parts = 0;
    std::size_t all = 0;
    for (std::size_t at = list.first; at < list.last; ++at) {
        if (outline.blocks[at].part) {
            continue;
        }
        ++all;
        const std::string whole = folded(outline.blocks[at].node.text.plain);
        std::string_view text = without_leading_punctuation(whole);
        const std::size_t blank = text.find(' ');
        if (blank != std::string_view::npos && equals(PhraseSet::filler, text.substr(0, blank))) {
            text.remove_prefix(blank + 1);
        }
        const std::size_t end = std::min(text.find_first_of("0123456789(:,"), text.find(" of "));
        const bool brief = words_of(text).size() <= 7;
        parts += brief && equals(PhraseSet::proposal_part, trimmed(text.substr(0, end))) ? 1 : 0;
    }
    return parts >= 2 && parts * 2 > all;
}

/// L5: boxes to tick below the name of a field: `Track`, `Session format`.
bool are_choices(const AnnotatedOutline &outline, const Section &section, const List &list) {
    if (section.heading == none ||
        !equals(PhraseSet::proposal_part,
                folded(outline.blocks[section.heading].node.text.plain))) {
        return false;
    }
    return std::all_of(outline.blocks.begin() + static_cast<std::ptrdiff_t>(list.first),
                       outline.blocks.begin() + static_cast<std::ptrdiff_t>(list.last),
                       [](const Block &block) { return block.node.text.checkbox; });
}

/// L5: what the items of a list are that holds no ideas; empty: none of it.
std::string_view logistics_of(const AnnotatedOutline &outline, const Section &section,
                              const List &list) {
    if (are_choices(outline, section, list)) {
        return "L5: choices of a form";
    }
    if (lists_parts(outline, list)) {
        return "L5: parts of a proposal";
    }
    if (most_items(outline, list, 2, holds_command)) {
        return "L5: steps with commands";
    }
    return most_items(outline, list, 2, is_format) ? "L5: formats of sessions" : "";
}

} // namespace

void classify_lists(AnnotatedOutline &outline, Section &section) {
    bool invited = false; // a list of a stop section that its lead-in invites to
    for (const List &list : lists_of(outline, section)) {
        const bool table = outline.blocks[list.first].node.kind == NodeKind::row;
        const std::string_view lead = lead_of(outline, section, list);
        if (section.section_class == SectionClass::stop) {
            if (!lead_invites(lead)) {
                reject_all(outline, list, section.rule);
                continue;
            }
            invited = true;
        }
        if (lead_forbids(lead)) {
            reject_all(outline, list, "L5, N4: the lead-in names logistics or what is not wanted");
            continue;
        }
        if (is_below_footnote(outline, section, list)) {
            reject_all(outline, list, "N2: below a footnote");
            continue;
        }
        if (table) {
            classify_table(outline, list);
            continue;
        }
        if (const std::string_view rule = logistics_of(outline, section, list); !rule.empty()) {
            reject_all(outline, list, rule);
            continue;
        }
        const auto [all, fallen] = reject_items(outline, list);
        if (fallen * 2 > all) {
            reject_all(outline, list, "L5: more than half of the list is no ideas");
            const bool address =
                std::any_of(outline.blocks.begin() + static_cast<std::ptrdiff_t>(list.first),
                            outline.blocks.begin() + static_cast<std::ptrdiff_t>(list.last),
                            [](const Block &b) { return item_has_address(b.node); });
            section.section_class =
                address && section.heading != none ? SectionClass::stop : section.section_class;
            continue;
        }
        mark_topics(outline, list);
        if (leaves_open(outline, section) && !lead_invites(lead)) {
            veto_unlike_titles(outline, list.first, list.last);
        }
    }
    if (invited && section.section_class == SectionClass::stop) {
        section.section_class = SectionClass::list_title;
    }
}

} // namespace ideary::ideas
