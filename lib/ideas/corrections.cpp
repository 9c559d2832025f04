// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/corrections.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

/// A line of the document that could be an idea.
struct Candidate {
    int line = 0;
    std::size_t block = none;
    const source::Text *text = nullptr;
};

std::vector<Candidate> candidates_of(const AnnotatedOutline &outline) {
    std::vector<Candidate> found;
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        const Node &node = outline.blocks[at].node;
        if (node.kind == NodeKind::row && !node.cells.empty()) {
            found.push_back({node.line, at, &node.cells[0]});
        } else if (node.kind == NodeKind::paragraph && node.lines.size() > 1) {
            for (const source::Line &line : node.lines) {
                found.push_back({line.number, at, &line.text});
            }
        } else if (!is_empty(outline.blocks[at])) {
            found.push_back({node.line, at, &node.text});
        }
    }
    return found;
}

/// The candidate or draft that a correction means: its title, nearest to its line; else its line.
template <class Range, class Line, class Title>
auto find_meant(Range &range, const IdeaCorrection &correction, Line line, Title title) {
    auto best = range.end();
    const std::string wanted = folded(correction.title);
    for (auto it = range.begin(); it != range.end(); ++it) {
        const bool fits =
            wanted.empty() ? line(*it) == correction.line : folded(title(*it)).starts_with(wanted);
        const auto distance = [&](auto at) { return std::abs(line(*at) - correction.line); };
        if (fits && (best == range.end() || distance(it) < distance(best))) {
            best = it;
        }
    }
    return best;
}

std::vector<std::string> path_to(const AnnotatedOutline &outline, std::size_t block) {
    const std::vector<Section> sections = make_sections(outline);
    for (std::size_t i = sections.size(); i-- > 0;) {
        if (sections[i].heading == block) {
            return path_of(outline, sections, sections[i].parent);
        }
        if (sections[i].first <= block && block < sections[i].last) {
            return path_of(outline, sections, i);
        }
    }
    return {};
}

/// An idea that no rule found. A heading takes the prose below it as its body.
Draft draft_of(const AnnotatedOutline &outline, const Candidate &candidate,
               const std::vector<std::string> &authors) {
    Draft draft;
    draft.origin = Origin::item;
    draft.idea.title = candidate.text->plain;
    draft.idea.authors = authors;
    draft.idea.source.line = candidate.line;
    draft.idea.section = path_to(outline, candidate.block);
    draft.heading = draft.idea.section.empty() ? "" : draft.idea.section.back();
    add_links(draft.idea.links, *candidate.text);
    const Block &block = outline.blocks[candidate.block];
    for (std::size_t at = candidate.block + 1;
         is_heading(block) && at < outline.blocks.size() && is_paragraph(outline.blocks[at]);
         ++at) {
        add_block(draft.idea, outline.blocks[at]);
    }
    return draft;
}

Remark stale(const IdeaCorrection &correction) {
    Remark remark;
    remark.line = correction.line;
    remark.text =
        "the correction of this line has nothing to correct" +
        (correction.title.empty() ? std::string() : " (" + correction.title + " is not found)");
    return remark;
}

} // namespace

std::vector<Remark> apply_corrections(const std::vector<IdeaCorrection> &corrections,
                                      const AnnotatedOutline &outline,
                                      const std::vector<std::string> &authors,
                                      std::vector<Draft> &drafts) {
    std::vector<Remark> remarks;
    std::vector<Candidate> candidates = candidates_of(outline);
    for (const IdeaCorrection &correction : corrections) {
        auto draft = find_meant(
            drafts, correction, [](const Draft &d) { return d.idea.source.line; },
            [](const Draft &d) -> const std::string & { return d.idea.title; });
        if (correction.is_idea == false) {
            if (draft == drafts.end()) {
                remarks.push_back(stale(correction));
            } else {
                drafts.erase(draft);
            }
            continue;
        }
        if (draft == drafts.end() && correction.is_idea) {
            const auto meant = find_meant(
                candidates, correction, [](const Candidate &c) { return c.line; },
                [](const Candidate &c) -> const std::string & { return c.text->plain; });
            if (meant != candidates.end()) {
                drafts.push_back(draft_of(outline, *meant, authors));
                draft = drafts.end() - 1;
            }
        }
        if (draft == drafts.end()) {
            remarks.push_back(stale(correction));
        } else {
            draft->kind = correction.kind ? correction.kind : draft->kind;
        }
    }
    std::ranges::stable_sort(drafts, {}, [](const Draft &d) { return d.idea.source.line; });
    return remarks;
}

} // namespace ideary::ideas
