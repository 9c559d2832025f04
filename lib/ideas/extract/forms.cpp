// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// P1: filled-in forms: labels that stand in front of their text, in lines and in items.
#include <algorithm>
#include <set>

#include "ideas/extract/extract.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

bool is_title_label(std::string_view label) {
    return equals(PhraseSet::title_label, folded(without_leading_punctuation(label)));
}

bool is_speaker_label(std::string_view label) {
    return equals(PhraseSet::speaker_label, folded(without_leading_punctuation(label)));
}

namespace {

constexpr int max_form_depth = 8; ///< fields nested deeper than any form are items

/// `Abstract: …`: bytes of a label out of the table of parts, its colon with it; else 0.
std::size_t label_of(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::size_t colon = text.substr(0, longest).find(':');
    if (const std::size_t wide = text.substr(0, longest).find("："); wide < colon) {
        colon = wide;
    }
    if (colon == std::string_view::npos) {
        return 0;
    }
    const std::string label = folded(without_leading_punctuation(trimmed(text.substr(0, colon))));
    const bool known = equals(PhraseSet::proposal_part, label) ||
                       equals(PhraseSet::title_label, label) ||
                       equals(PhraseSet::speaker_label, label);
    return known ? colon + (text[colon] == ':' ? 1 : 3) : 0;
}

} // namespace

bool is_labelled(std::string_view text) {
    return label_of(text) > 0;
}

namespace {

/// The items at one level of a run of them, children apart: how many, how many of them fields.
struct Fields {
    std::size_t items = 0, fields = 0;
    std::set<std::string> labels;
};

Fields count_fields(const AnnotatedOutline &outline, std::size_t first, std::size_t last) {
    Fields found;
    for (std::size_t at = first; at < last; ++at) {
        const Block &block = outline.blocks[at];
        if (block.node.level != outline.blocks[first].node.level) {
            continue;
        }
        ++found.items;
        if (const std::size_t label = label_of(block.node.text.plain); label > 0) {
            ++found.fields;
            found.labels.insert(folded(block.node.text.plain.substr(0, label)));
        }
    }
    return found;
}

/// The end of the run of items that begins here, siblings of the first and what is below them.
std::size_t end_of_run(const AnnotatedOutline &outline, std::size_t first) {
    const Node &node = outline.blocks[first].node;
    std::size_t last = first + 1;
    while (last < outline.blocks.size() && is_item(outline.blocks[last]) &&
           outline.blocks[last].node.list == node.list &&
           outline.blocks[last].node.level >= node.level) {
        ++last;
    }
    return last;
}

} // namespace

void attach_fields(AnnotatedOutline &outline) {
    std::vector<int> open; // levels whose run is looked at already
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        if (!is_item(outline.blocks[at])) {
            open.clear();
            continue;
        }
        const int level = outline.blocks[at].node.level;
        if (at > 0 && is_item(outline.blocks[at - 1]) &&
            outline.blocks[at - 1].node.list != outline.blocks[at].node.list) {
            open.clear();
        }
        while (!open.empty() && open.back() > level) {
            open.pop_back();
        }
        if (outline.blocks[at].part || level > max_form_depth ||
            (!open.empty() && open.back() == level) ||
            label_of(outline.blocks[at].node.text.plain) == 0) {
            if (open.empty() || open.back() != level) {
                open.push_back(level);
            }
            continue;
        }
        open.push_back(level);
        const std::size_t last = end_of_run(outline, at);
        const Fields found = count_fields(outline, at, last);
        const bool form = found.labels.size() >= 2 && found.fields * 2 > found.items;
        for (std::size_t i = at; form && i < last; ++i) {
            outline.blocks[i].part = true;
        }
    }
}

namespace {

/// The lines of a paragraph or item, one text each.
std::vector<source::Line> lines_of(const Block &block) {
    std::vector<source::Line> lines = block.node.lines;
    if (is_item(block) || lines.empty()) {
        source::Line line;
        line.number = block.node.line;
        line.text = block.node.text;
        lines.insert(lines.begin(), std::move(line));
    }
    return lines;
}

/// All of the document is one form, or several: no headings but labels, and few lines of lists.
bool is_labelled_form(const AnnotatedOutline &outline) {
    std::set<std::string> labels;
    std::size_t items = 0;
    bool title = false;
    for (const Block &block : outline.blocks) {
        if (is_heading(block) || block.node.kind == NodeKind::row) {
            return false;
        }
        if (!is_paragraph(block) && !is_item(block)) {
            continue;
        }
        bool labelled = false;
        for (const source::Line &line : lines_of(block)) {
            const std::size_t label = label_of(line.text.plain);
            labelled = labelled || label > 0;
            if (label > 0) {
                labels.insert(folded(line.text.plain.substr(0, label)));
                title = title || is_title_label(line.text.plain.substr(0, label));
            }
        }
        items += is_item(block) && !labelled ? 1 : 0;
    }
    return title ? labels.size() >= 2 && items <= labels.size() * 4
                 : labels.size() >= 3 && items == 0;
}

/// A label as a heading, or what stands after it as a paragraph.
Block block_of(const source::Line &line, std::size_t label, bool heading) {
    Block block;
    block.node.kind = heading ? NodeKind::heading : NodeKind::paragraph;
    block.label = heading;
    block.node.level = heading ? bold_level : 0;
    block.node.line = block.node.end_line = line.number;
    const std::string_view plain = line.text.plain;
    block.node.text.plain =
        heading ? without_final_punctuation(plain.substr(0, label)) : trimmed(plain.substr(label));
    for (source::InlineLink link : line.text.links) {
        if (!heading && link.offset >= label) {
            link.offset -= std::min(link.offset, plain.size() - block.node.text.plain.size());
            block.node.text.links.push_back(std::move(link));
        }
    }
    return block;
}

} // namespace

void promote_labels(AnnotatedOutline &outline) {
    if (!is_labelled_form(outline)) {
        return;
    }
    std::vector<Block> result;
    for (Block &block : outline.blocks) {
        if (!is_paragraph(block) && !is_item(block)) {
            result.push_back(std::move(block));
            continue;
        }
        for (const source::Line &line : lines_of(block)) {
            const std::size_t label = label_of(line.text.plain);
            if (label > 0) {
                result.push_back(block_of(line, label, true));
            }
            if (has_letter(std::string_view(line.text.plain).substr(label))) {
                result.push_back(block_of(line, label, false));
            }
        }
    }
    outline.blocks = std::move(result);
}

} // namespace ideary::ideas
