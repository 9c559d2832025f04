// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Verdicts: which headings, lists and items can hold ideas at all. Sections come in, marked
// sections and blocks go out. It must not know what an idea looks like when it is made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

/// N3, N4, S5: what a heading says to us, by words alone.
Verdict judge_heading(std::string_view text);
/// N2: `3 Comments`, `Share this`: what stands around a post.
bool is_furniture(std::string_view text);
/// Judges all headings, hands stop and negative down, and finds who owns which list (A2).
void judge_sections(const Page &page, std::vector<Section> &sections,
                    const std::vector<std::string> &authors);

/// Where an item's children end: the first block in [at, end) after `at` that is no deeper item.
std::size_t end_of_children(const std::vector<Block> &blocks, std::size_t at, std::size_t end);
/// L4: why an item (without what stands below it) is no idea.
enum class Strike {
    no,
    says_more, ///< a catch-all: its children stay
    points,    ///< a link, a date, a placeholder, done: children go with it
};
/// L7: the cell where a row has its title holds none.
bool is_no_title(const source::Text &cell);
/// L4: it wholly says that there is more (`Misc`, `and much more`, `Whatever …`).
bool says_more(std::string_view plain);
Strike judge_item(const Node &node);
/// L3–L5, L7, N4: strikes out items and rows of a section, and marks items that are topics.
/// May make a stop of the section whose list turns out to be addresses.
void judge_lists(Page &page, Section &section);

/// Columns of a table, by its head row.
struct Columns {
    std::size_t title = 0;
    std::size_t speaker = none;
    bool form = false; ///< L7: questions and answers, dates: no ideas
};
/// What the columns of the table are, of which a row stands at `at`.
Columns read_columns(const std::vector<Block> &blocks, std::size_t at, std::size_t end);

// Credits.
/// A2: whose list a heading says it is; the full name is taken from the paragraph below.
std::optional<std::string> section_owner(std::string_view heading, std::string_view below);
/// A3: whom an item credits at its end.
std::optional<std::string> item_credit(const source::Text &text);

} // namespace ideary::ideas
