// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// How much a line reads like the title of a talk, by the weights of corpus/titles.weights.
#pragma once

#include <string_view>

namespace ideary::ideas {

/// Above 0 the line reads like a title, below like a line of a guide or form; an empty line
/// scores 0. One line says little: add up the scores of a list. corpus/README.md has the formula.
double title_score(std::string_view line);
/// L9: what a line adds to the score of its list: its own score, or 0 when it is too short to tell.
double score_in_list(std::string_view line);
/// L9: the lines of a list with a lower score are no ideas.
inline constexpr double least_list_score = -2;
inline constexpr std::string_view veto_rule = "L9: the list reads like a guide or a form";

/// Bytes of the weights that are built in.
std::string_view title_weights();

} // namespace ideary::ideas
