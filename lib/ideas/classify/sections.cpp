// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Pass 9: headings with a level stack; S6 falls out of it.
#include <algorithm>

#include "ideas/extract/normalize.hpp"
#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

std::vector<Section> make_sections(const Page &page) {
    std::vector<Section> sections(1);
    sections[0].last = page.blocks.size();
    std::vector<std::size_t> open; // sections, outermost first, without the first
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        const Block &block = page.blocks[at];
        if (!is_heading(block) || block.part) {
            continue;
        }
        sections.back().last = at;
        while (!open.empty() &&
               page.blocks[sections[open.back()].heading].node.level >= block.node.level) {
            open.pop_back();
        }
        Section section;
        section.heading = at;
        section.first = at + 1;
        section.last = page.blocks.size();
        section.parent = open.empty() ? 0 : open.back();
        sections[section.parent].has_children = true;
        open.push_back(sections.size());
        sections.push_back(section);
    }
    return sections;
}

std::vector<std::string> path_of(const Page &page, const std::vector<Section> &sections,
                                 std::size_t section) {
    std::vector<std::string> path;
    while (section != none && sections[section].heading != none) {
        path.emplace_back(
            start_of(page.blocks[sections[section].heading].node.text.plain, largest_title));
        section = sections[section].parent;
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace ideary::ideas
