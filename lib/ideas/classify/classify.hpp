// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Decides which headings, lists and items can hold ideas.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

/// N3, N4, S5: the class of a heading by its words alone.
SectionClass classify_heading(std::string_view text);
/// N2: text that a blog puts around a post: `3 Comments`, `Share this`.
bool is_boilerplate(std::string_view text);
/// Classifies all headings, passes stop and unwanted on to subsections, and finds the owner of each
/// list (A2).
void classify_sections(const AnnotatedOutline &outline, std::vector<Section> &sections,
                       const std::vector<std::string> &authors);

/// Where an item's children end: the first block in [at, end) after `at` that is no deeper item.
std::size_t end_of_children(const std::vector<Block> &blocks, std::size_t at, std::size_t end);
/// L4: whether an item, its children apart, is rejected.
enum class Rejection {
    kept,
    catch_all, ///< `and more`: its children are kept
    no_idea,   ///< a link, a date, a placeholder, done: its children are rejected too
};
/// L7: the title cell of a row holds no title.
bool is_no_title(const source::Text &cell);
/// L4: the text only says that there is more (`Misc`, `and much more`, `Whatever …`).
bool is_catch_all(std::string_view plain);
/// L4: the rule that rejects an item, with its reason; empty if none does.
std::string_view rejection_rule(const Node &node);
Rejection classify_item(const Node &node);
/// L9: whether the heading, or without one the title of the document, leaves open what its lists
/// hold.
bool leaves_open(const AnnotatedOutline &outline, const Section &section);
/// L9: vetoes the items in [first, last) when together they read like no titles.
void veto_unlike_titles(AnnotatedOutline &outline, std::size_t first, std::size_t last);
/// L3–L5, L7, L9, N4: rejects items and rows of a section, and marks items that are topics.
/// The section becomes a stop when its list holds addresses.
void classify_lists(AnnotatedOutline &outline, Section &section);

/// Columns of a table by its header row.
struct Columns {
    std::size_t title = 0;
    std::size_t speaker = none;
    bool form = false; ///< L7: questions and answers, dates: no ideas
};
/// The columns of the table that the row at `at` belongs to.
Columns read_columns(const std::vector<Block> &blocks, std::size_t at, std::size_t end);

// Credits.
/// A2: the owner that a heading names; the full name is taken from the paragraph below.
std::optional<std::string> section_owner(std::string_view heading, std::string_view below);
/// A3: the person whom an item credits at its end.
std::optional<std::string> item_credit(const source::Text &text);
/// A3: a full name or a handle in brackets or after a dash at the end of an item.
std::optional<std::string> name_at_end(const source::Text &text);
/// L7: replaces the authors by the people a cell names. A lone given name replaces nobody.
void credit_cell(std::vector<std::string> &authors, std::string_view cell);
/// The people that a text names: `Ann Lee & Bo Ray`, `Ann Lee, Bo Ray`.
std::vector<std::string> split_people(std::string_view text);

} // namespace ideary::ideas
