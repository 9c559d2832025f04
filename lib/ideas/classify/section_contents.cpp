// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/section_contents.hpp"

namespace ideary::ideas {
namespace {

/// A lead-in above a list of which nothing is left introduces nothing.
bool leads_nowhere(const AnnotatedOutline &outline, const Section &section, std::size_t at) {
    const std::size_t next = next_block(outline.blocks, at + 1);
    if (!is_lead_in(outline.blocks[at])) {
        return false;
    }
    return next >= section.last ||
           (!is_paragraph(outline.blocks[next]) && outline.blocks[next].rejected);
}

} // namespace

bool is_kept(const Block &block) {
    const bool listed = is_item(block) || block.node.kind == NodeKind::row;
    return listed && !block.rejected && !block.part;
}

SectionContents contents_of(const AnnotatedOutline &outline, const Section &section) {
    SectionContents contents;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Block &block = outline.blocks[at];
        contents.empty = contents.empty && is_empty(block);
        contents.items += is_kept(block) ? 1 : 0;
        if (is_kept(block) && contents.list == none) {
            contents.list = at;
        }
        contents.field = contents.field || (is_item(block) && block.part && contents.list == none);
        if (!is_prose(block) || leads_nowhere(outline, section, at)) {
            continue;
        }
        contents.prose = true;
        contents.parts = contents.parts || block.part;
        const std::size_t next = next_block(outline.blocks, at + 1);
        const bool leads =
            is_lead_in(block) && next < section.last && is_kept(outline.blocks[next]);
        if (contents.list == none && leads) {
            contents.led_in = true;
        } else if (contents.list == none) {
            contents.prose_before = true;
        }
    }
    return contents;
}

} // namespace ideary::ideas
