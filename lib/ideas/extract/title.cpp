// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// S1: the title of a document.
#include <algorithm>
#include <optional>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

namespace {

void drop(Block &block) {
    block.node.kind = NodeKind::form;
}

/// N1, S8: tag lines above the title of scraped text: each is, or is followed by, a line that
/// begins with a comma.
void drop_tag_lines(Page &page) {
    const auto is_comma = [&](std::size_t at) {
        return at < page.blocks.size() && is_paragraph(page.blocks[at]) &&
               page.blocks[at].node.text.plain.starts_with(',');
    };
    std::size_t at = next_block(page.blocks, 0);
    while (at < page.blocks.size() && is_paragraph(page.blocks[at])) {
        const std::size_t next = next_block(page.blocks, at + 1);
        if (!is_comma(at) && !is_comma(next)) {
            break;
        }
        drop(page.blocks[at]);
        at = next;
    }
}

/// `Talk 2: …` is one of several and names no list.
bool is_numbered_one(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && text[colon - 1] >= '0' &&
           text[colon - 1] <= '9' && words_of(text.substr(0, colon)).size() == 2;
}

bool names_list_or_event(const std::string &text) {
    if (is_numbered_one(text)) {
        return false;
    }
    return has_list_word(text) || opens(Say::invite, folded(without_first_signs(text))) ||
           !find_event(text).empty();
}

/// The heading that is the title: the first H1, else the heading that everything begins with; and
/// only if no other has its level, or it names a list or an event.
std::optional<std::size_t> find_title_heading(const Page &page) {
    const auto first = std::ranges::find_if(page.blocks, is_heading);
    if (first == page.blocks.end()) {
        return std::nullopt;
    }
    auto found = std::ranges::find_if(
        page.blocks, [](const Block &b) { return is_heading(b) && b.node.level == 1; });
    const bool any_h1 = found != page.blocks.end();
    if (!any_h1) {
        found = first;
        const auto prose = std::find_if(page.blocks.begin(), first, [](const Block &b) {
            return !is_empty(b) && !(is_paragraph(b) && !is_prose(b));
        });
        if (prose != first) {
            return std::nullopt;
        }
    }
    const auto same_level = std::ranges::count_if(page.blocks, [&](const Block &b) {
        return is_heading(b) && b.node.level == found->node.level;
    });
    const bool accepted =
        same_level == 1 || (found == first && names_list_or_event(found->node.text.plain));
    return accepted ? std::optional(static_cast<std::size_t>(found - page.blocks.begin()))
                    : std::nullopt;
}

/// The first line that stands alone, when nothing but empty blocks stands above it. A bare line
/// straight above a list is none, nor a lead-in.
std::optional<std::size_t> find_title_line(const Page &page) {
    std::size_t at = next_block(page.blocks, 0);
    while (at < page.blocks.size() && is_paragraph(page.blocks[at]) && !is_prose(page.blocks[at])) {
        at = next_block(page.blocks, at + 1);
    }
    if (at >= page.blocks.size() || !is_paragraph(page.blocks[at])) {
        return std::nullopt;
    }
    const Block &block = page.blocks[at];
    const bool one_line = block.node.lines.size() <= 1;
    const bool above_list =
        at + 1 < page.blocks.size() && is_item(page.blocks[at + 1]) && !block.node.blank_after;
    if (!one_line || above_list || is_labelled(block.node.text.plain) || is_lead_in(block) ||
        text::points(block.node.text.plain) > 120 || block.node.text.plain.ends_with('.') ||
        next_block(page.blocks, at + 1) == page.blocks.size()) {
        return std::nullopt;
    }
    return at;
}

/// An H1 (or the first heading or line) that says the title again.
void drop_repeated_title(Page &page) {
    const std::string title = folded(page.title);
    bool first = true;
    for (Block &block : page.blocks) {
        if (is_empty(block)) {
            continue;
        }
        const bool candidate = (is_heading(block) && (block.node.level == 1 || first)) ||
                               (is_paragraph(block) && first);
        if (candidate && folded(block.node.text.plain) == title) {
            page.title_line = page.title_line == 0 ? block.node.line : page.title_line;
            drop(block);
        }
        first = first && !is_heading(block) && !is_paragraph(block);
    }
}

} // namespace

void find_title(Page &page, const source::Metadata &metadata) {
    if (page.syntax == source::Syntax::plain) {
        drop_tag_lines(page);
    }
    page.title = metadata.title.value;
    page.title_line = metadata.title.line;
    const std::string &where = metadata.title.where;
    // A title of the head of an HTML page ("text") counts less than its H1; one given from outside
    // names the source, and the document still has a title of its own that is no idea.
    const bool own = !where.empty() && where != "option" && where != "sidecar" && where != "text";
    if (!own) {
        auto found = find_title_heading(page);
        if (!found && std::ranges::none_of(page.blocks, [](const Block &b) {
                return is_heading(b) && b.node.level == 1;
            })) {
            found = find_title_line(page);
        }
        if (found) {
            Block &block = page.blocks[*found];
            const std::string text = block.node.text.plain;
            page.title_line = block.node.line;
            drop(block);
            page.title = page.title.empty() || where == "text" ? text : page.title;
        }
    }
    if (!page.title.empty()) {
        drop_repeated_title(page);
    }
}

} // namespace ideary::ideas
