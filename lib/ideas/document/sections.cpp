// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Pass 9: headings with a level stack; S6 falls out of it.
#include <algorithm>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

std::vector<Section> make_sections(const AnnotatedOutline &outline) {
    std::vector<Section> sections(1);
    sections[0].last = outline.blocks.size();
    std::vector<std::size_t> open; // sections, outermost first, without the first
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        const Block &block = outline.blocks[at];
        if (!is_heading(block) || block.part) {
            continue;
        }
        sections.back().last = at;
        while (!open.empty() &&
               outline.blocks[sections[open.back()].heading].node.level >= block.node.level) {
            open.pop_back();
        }
        Section section;
        section.heading = at;
        section.first = at + 1;
        section.last = outline.blocks.size();
        section.parent = open.empty() ? 0 : open.back();
        sections[section.parent].has_children = true;
        open.push_back(sections.size());
        sections.push_back(section);
    }
    return sections;
}

std::vector<std::string> path_of(const AnnotatedOutline &outline,
                                 const std::vector<Section> &sections, std::size_t section) {
    std::vector<std::string> path;
    while (section != none && sections[section].heading != none) {
        path.emplace_back(
            start_of(outline.blocks[sections[section].heading].node.text.plain, max_title_bytes));
        section = sections[section].parent;
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace ideary::ideas
