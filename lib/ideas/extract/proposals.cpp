// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// P1: documents that are proposals, and parts of proposals inside lists.
#include <algorithm>
#include <optional>
#include <set>

#include "ideas/extract/extract.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

bool is_part(const Block &block) {
    if (!is_heading(block)) {
        return false;
    }
    const std::string label = folded(without_leading_punctuation(block.node.text.plain));
    return equals(PhraseSet::proposal_part, label) ||
           (block.label &&
            (equals(PhraseSet::title_label, label) || equals(PhraseSet::speaker_label, label)));
}

bool is_title_part(const Block &block) {
    return is_part(block) && is_title_label(block.node.text.plain);
}

/// At least half of the headings are parts, and two of them differ.
bool is_proposal(const AnnotatedOutline &outline) {
    std::size_t headings = 0;
    std::size_t parts = 0;
    std::set<std::string> different;
    for (const Block &block : outline.blocks) {
        headings += is_heading(block) ? 1 : 0;
        if (is_part(block)) {
            ++parts;
            different.insert(folded(block.node.text.plain));
        }
    }
    return parts * 2 >= headings && different.size() >= 2;
}

/// Where each proposal begins: at its `Title` part, or at a heading with parts below it.
std::vector<std::size_t> starts_of(const AnnotatedOutline &outline) {
    std::vector<std::size_t> titles;
    std::vector<std::size_t> owners;
    std::size_t last_heading = none;
    std::size_t speaker = none;
    bool speaker_first = false; // each proposal begins with who gives it
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        const Block &block = outline.blocks[at];
        if (!is_heading(block)) {
            continue;
        }
        const bool names_speaker = block.label && is_speaker_label(block.node.text.plain);
        speaker_first = speaker_first || (titles.empty() && names_speaker && owners.empty());
        if (names_speaker) {
            speaker = at;
        }
        if (is_title_part(block)) {
            titles.push_back(speaker_first && speaker != none ? speaker : at);
            speaker = none;
        }
        if (!is_part(block)) {
            last_heading = at;
        } else if (last_heading != none &&
                   outline.blocks[last_heading].node.level < block.node.level) {
            owners.push_back(last_heading);
            last_heading = none;
        }
    }
    return titles.empty() ? owners : titles;
}

Draft draft_from(const AnnotatedOutline &outline, std::size_t first, std::size_t last,
                 const std::vector<std::string> &authors) {
    Draft draft;
    draft.origin = Origin::proposal;
    draft.idea.authors = authors;
    for (std::size_t at = first; at < last; ++at) {
        if (!is_empty(outline.blocks[at])) {
            add_block(draft.idea, outline.blocks[at]);
        }
    }
    return draft;
}

/// The paragraph that a label leads in; none when another label follows.
std::size_t value_of(const AnnotatedOutline &outline, std::size_t label, std::size_t last) {
    const std::size_t next = next_block(outline.blocks, label + 1);
    return next < last && !is_heading(outline.blocks[next]) ? next : none;
}

/// One proposal that begins at a heading: with a `Title` below, its paragraph is the title. Nothing
/// for a form that is not filled in.
std::optional<Draft> draft_at(const AnnotatedOutline &outline, std::size_t start, std::size_t last,
                              const std::vector<std::string> &authors) {
    std::size_t title = start;
    std::vector<std::string> speakers;
    AnnotatedOutline rest;
    for (std::size_t at = start; at < last; ++at) {
        const Block &block = outline.blocks[at];
        const bool labelled = is_heading(block) && is_part(block);
        const bool is_title = labelled && is_title_label(block.node.text.plain);
        if (is_title || (labelled && is_speaker_label(block.node.text.plain))) {
            const std::size_t value = value_of(outline, at, last);
            if (is_title && value == none) {
                return std::nullopt;
            }
            if (is_title) {
                title = value;
            } else if (value != none) {
                speakers = split_people(outline.blocks[value].node.text.plain);
            }
            at = value == none ? at : value;
        } else if (at != title) {
            rest.blocks.push_back(block);
        }
    }
    Draft draft = draft_from(rest, 0, rest.blocks.size(), speakers.empty() ? authors : speakers);
    draft.idea.title = outline.blocks[title].node.text.plain;
    draft.idea.source.line = outline.blocks[title].node.line;
    add_links(draft.idea.links, outline.blocks[title].node.text);
    return draft;
}

} // namespace

std::optional<std::vector<Draft>> extract_proposals(const AnnotatedOutline &outline,
                                                    const std::vector<std::string> &authors) {
    if (!is_proposal(outline)) {
        return std::nullopt;
    }
    std::vector<Draft> drafts;
    const std::vector<std::size_t> starts = starts_of(outline);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t last = i + 1 < starts.size() ? starts[i + 1] : outline.blocks.size();
        if (auto draft = draft_at(outline, starts[i], last, authors)) {
            drafts.push_back(std::move(*draft));
        }
    }
    if (starts.empty()) {
        drafts.push_back(draft_from(outline, 0, outline.blocks.size(), authors));
        drafts[0].idea.title = outline.title.empty()
                                   ? std::string(first_sentence(drafts[0].idea.body))
                                   : outline.title;
        drafts[0].idea.source.line = outline.title_line > 0 ? outline.title_line : 1;
    }
    return drafts;
}

void attach_parts(AnnotatedOutline &outline) {
    attach_fields(outline);
    std::vector<std::pair<int, bool>> open; // level, is a part
    for (Block &block : outline.blocks) {
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
