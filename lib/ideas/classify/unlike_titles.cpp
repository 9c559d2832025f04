// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L9: lists that read like a guide or a form, in languages whose phrases no table holds.
#include "ideas/classify/classify.hpp"
#include "ideas/classify/section_contents.hpp"
#include "ideas/classify/title_score.hpp"

namespace ideary::ideas {

bool leaves_open(const AnnotatedOutline &outline, const Section &section) {
    return section.section_class == SectionClass::undecided &&
           (section.heading != none || classify_heading(outline.title) != SectionClass::list_title);
}

void veto_unlike_titles(AnnotatedOutline &outline, std::size_t first, std::size_t last) {
    double score = 0;
    for (std::size_t at = first; at < last; ++at) {
        const Block &block = outline.blocks[at];
        score += is_kept(block) && !block.topic ? score_in_list(block.node.text.plain) : 0;
    }
    if (score >= least_list_score) {
        return;
    }
    for (std::size_t at = first; at < last; ++at) {
        Block &block = outline.blocks[at];
        block.vetoed = true;
        block.rule = block.rule.empty() ? veto_rule : block.rule;
    }
}

} // namespace ideary::ideas
