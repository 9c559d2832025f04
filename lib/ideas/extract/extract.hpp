// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Extracts drafts of ideas from classified sections, in document order. normalize.cpp and
// topics.cpp complete them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ideary/idea.hpp"
#include "ideas/classify/classify.hpp"
#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

/// What an idea was in its document.
enum class Origin { prose, heading, item, row, session, proposal };

struct Draft {
    Idea idea;
    Origin origin = Origin::item; ///< prose: a heading with nothing but prose below it
    std::optional<Kind> kind;     ///< corrected by hand
    bool given = false;           ///< stands below a heading of talks that were given
    std::string heading;          ///< the nearest heading above it, or topic item: its topic
};

/// Bytes of authors and headings that all ideas of a document may hold together. It bounds the
/// copies of a long heading above thousands of short items.
std::size_t shared_text_budget(const AnnotatedOutline &outline);
/// Bytes of a list of texts, each a few more.
std::size_t bytes_of(const std::vector<std::string> &texts);

/// Adds a paragraph to a body; nothing when it is empty.
void add_paragraph(std::string &body, std::string_view text);
/// Adds the links of a text that lead to the web.
void add_links(std::vector<Link> &links, const source::Text &text);
/// Adds all that a block says to a body, with its links.
void add_block(Idea &idea, const Block &block);

/// A list of wishes: S2–S5, L1–L7, A1–A3. authors are the document's.
std::vector<Draft> extract_list(AnnotatedOutline &outline, std::vector<Section> &sections,
                                const std::vector<std::string> &authors);
/// N3, by place: where at least four ideas in five are items or rows, drops headings with prose
/// only that follow the last list, or that speak of talks.
void drop_closing_headings(std::vector<Draft> &drafts);

/// C4: whether the document is notes of a conference.
bool is_notes(const AnnotatedOutline &outline);
/// C1–C3: its sessions. Their authors are the speakers that the text names.
std::vector<Draft> extract_notes(AnnotatedOutline &outline);

/// P1: it is the label of a proposal's title.
bool is_title_label(std::string_view label);
/// P1: it is the label of who gives the talk.
bool is_speaker_label(std::string_view label);
/// P1: lists of labelled fields, at least two labels and more than half of the items, are filled-in
/// forms: body of the heading or the item above.
void attach_fields(AnnotatedOutline &outline);
/// P1: labels of a form that stand in front of their text, in lines or items, become headings where
/// the whole document is such a form.
void promote_labels(AnnotatedOutline &outline);
/// P1: the proposals that the document is made of; nothing when it is none.
std::optional<std::vector<Draft>> extract_proposals(const AnnotatedOutline &outline,
                                                    const std::vector<std::string> &authors);

} // namespace ideary::ideas
