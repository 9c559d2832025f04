// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a section is made of, once its lists are classified.
#pragma once

#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

struct SectionContents {
    std::size_t list = none;   ///< first item or row that is kept
    std::size_t items = 0;     ///< items and rows that are kept
    bool empty = true;         ///< nothing to read stands in it
    bool prose = false;        ///< some prose, wherever it stands
    bool prose_before = false; ///< prose above the list that is no lead-in
    bool led_in = false;       ///< directly above the list stands a lead-in
    bool field = false;        ///< P1: labelled fields of a form stand above any list
    bool parts = false;        ///< P1: some of the prose is the part of a proposal
};

/// An item or row that is neither rejected nor part of a proposal.
bool is_kept(const Block &block);
SectionContents contents_of(const AnnotatedOutline &outline, const Section &section);

} // namespace ideary::ideas
