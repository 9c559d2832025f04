// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a section is made of: a judged section comes in, what emit.cpp decides by goes out.
#pragma once

#include "ideas/document/annotated_outline.hpp"

namespace ideary::ideas {

/// What a section is made of, once its lists are judged.
struct Shape {
    std::size_t list = none;   ///< first item or row that lives
    bool prose = false;        ///< some prose, wherever it stands
    bool prose_before = false; ///< prose above the list that is no lead-in
    bool led_in = false;       ///< straight above the list stands a lead-in
    bool field = false;        ///< P1: labelled fields of a form stand above any list
    bool parts = false;        ///< P1: some of the prose is the part of a proposal
};

/// An item or row that is neither struck out nor part of a proposal.
bool is_live(const Block &block);
Shape shape_of(const Page &page, const Section &section);

} // namespace ideary::ideas
