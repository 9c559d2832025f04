// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The document as the passes of this module see it: the outline's nodes with their annotations, and
// the sections they form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/metadata/metadata.hpp"
#include "source/model/outline.hpp"

namespace ideary::ideas {

using source::Node;
using source::NodeKind;

inline constexpr std::size_t none = static_cast<std::size_t>(-1);
/// Levels of the headings that are none by markup: below all marked ones (S9), bare lines last.
inline constexpr int bold_level = 1000;
inline constexpr int bare_level = 1001;

struct Block {
    Node node;
    bool bare = false;     ///< a heading that was a bare line (S7, S8)
    bool session = false;  ///< a heading that is a session's title (C1)
    bool label = false;    ///< a heading that was a label in front of its text (P1)
    bool part = false;     ///< belongs to a part of a proposal: only body of the heading above (P1)
    bool rejected = false; ///< item or row that is no idea (L4, L5)
    bool vetoed = false;   ///< item that is no idea, but its list still counts as one (L9)
    std::string_view rule; ///< of a rejected or vetoed block: the rule and the reason
    bool topic = false;    ///< item that is a topic and no idea (L3)
};

enum class SectionClass {
    undecided,  ///< its contents decide
    list_title, ///< invites or names a list: no idea itself, its lists are searched
    stop,       ///< N3: nothing below it is an idea
    given,      ///< lists talks that were given: its items are talks, not wishes
    unwanted,   ///< N4: lists what is not wanted; nothing below it is an idea
};

/// A heading with what stands below it, up to the next heading of any level.
struct Section {
    std::size_t heading = none;      ///< block; none: what stands before the first heading
    std::size_t parent = none;       ///< section
    std::size_t first = 0, last = 0; ///< its own blocks, half open
    bool has_children = false;
    SectionClass section_class = SectionClass::undecided;
    std::string_view rule;           ///< of the class: the rule and the reason
    std::vector<std::string> owners; ///< A2: whose list it is; empty: the document's authors
};

/// A document as a flat list of blocks.
struct AnnotatedOutline {
    source::Syntax syntax = source::Syntax::markdown;
    std::vector<Block> blocks;
    std::string title;
    int title_line = 0;
    std::vector<Section> sections; ///< of a list, once it is split
    int head_year = 0;             ///< S1: of a date right below the title; 0 if none
    bool shared_cut = false;       ///< shared headings or authors were cut to the budget
};

inline bool is_heading(const Block &block) {
    return block.node.kind == NodeKind::heading;
}
inline bool is_item(const Block &block) {
    return block.node.kind == NodeKind::item;
}
inline bool is_paragraph(const Block &block) {
    return block.node.kind == NodeKind::paragraph;
}
/// Nothing to read: rules, directives, definitions.
inline bool is_empty(const Block &block) {
    return block.node.kind == NodeKind::rule || block.node.kind == NodeKind::directive;
}

/// The next block from `at` on that is not empty; blocks.size() when there is none.
std::size_t next_block(const std::vector<Block> &blocks, std::size_t at);

// Passes, in this order.
AnnotatedOutline annotate(source::Outline outline);
/// S8: what a line is in scraped text: lines become paragraphs of their own.
void split_plain_lines(AnnotatedOutline &outline);
/// S1: finds the title and takes it out of the blocks.
void find_title(AnnotatedOutline &outline, const source::Metadata &metadata);
/// S9: prose inside `<details>`, with its lists, is body of the heading above.
void attach_details(AnnotatedOutline &outline);
/// L8: short lines that are a list without markers become items.
void promote_bare_items(AnnotatedOutline &outline);
/// S7, S8, S9: lines that are headings become headings.
void promote_headings(AnnotatedOutline &outline);
/// P1: headings that are parts of a proposal become body of the heading above.
void attach_parts(AnnotatedOutline &outline);
/// The sections, the first is what stands before all headings; parents come before children.
std::vector<Section> make_sections(const AnnotatedOutline &outline);
/// Headings above this section and its own, outermost first.
std::vector<std::string> path_of(const AnnotatedOutline &outline,
                                 const std::vector<Section> &sections, std::size_t section);

// Questions about blocks.
/// Its text is nothing but links.
bool is_wholly_links(const source::Text &text);
/// N2, S2: a paragraph that is prose: no image, no lone link, no tags, no footnote.
bool is_prose(const Block &block);
/// P1: it begins with a label of a form, `Abstract: …`.
bool is_labelled(std::string_view text);
/// The paragraph ends in a colon: it leads in what follows.
bool is_lead_in(const Block &block);
/// The text is a date, perhaps with a place or an hour, and nothing else.
bool is_only_date(std::string_view text);
/// What follows a date at the head of the text and a colon or dash; empty if no date stands there.
std::string_view after_date(std::string_view text);
/// S5: made only of words for a list, an owner, a year or an event.
bool names_list(std::string_view text);
/// It has a word for a list somewhere.
bool has_list_word(std::string_view text);
/// The event that a title names, such as `PyCon AU 2018`; empty when it names none. With the year
/// apart from the name they are brought together.
std::string find_event(std::string_view title);

} // namespace ideary::ideas
