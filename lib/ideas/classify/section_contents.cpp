// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/section_contents.hpp"

namespace ideary::ideas {
namespace {

/// A lead-in above a list of which nothing is left introduces nothing.
bool leads_nowhere(const Page &page, const Section &section, std::size_t at) {
    const std::size_t next = next_block(page.blocks, at + 1);
    return is_lead_in(page.blocks[at]) && next < section.last && !is_paragraph(page.blocks[next]) &&
           page.blocks[next].struck;
}

} // namespace

bool is_live(const Block &block) {
    const bool listed = is_item(block) || block.node.kind == NodeKind::row;
    return listed && !block.struck && !block.part;
}

Shape shape_of(const Page &page, const Section &section) {
    Shape shape;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Block &block = page.blocks[at];
        if (is_live(block) && shape.list == none) {
            shape.list = at;
        }
        shape.field = shape.field || (is_item(block) && block.part && shape.list == none);
        if (!is_prose(block) || leads_nowhere(page, section, at)) {
            continue;
        }
        shape.prose = true;
        shape.parts = shape.parts || block.part;
        const std::size_t next = next_block(page.blocks, at + 1);
        const bool leads = is_lead_in(block) && next < section.last && is_live(page.blocks[next]);
        if (shape.list == none && leads) {
            shape.led_in = true;
        } else if (shape.list == none) {
            shape.prose_before = true;
        }
    }
    return shape;
}

} // namespace ideary::ideas
