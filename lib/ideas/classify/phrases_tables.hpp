// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The tables that stand in files of their own, for their length.
#pragma once

#include "ideas/classify/phrases.hpp"

namespace ideary::ideas {

std::span<const PhraseRow> stop_table();
std::span<const PhraseRow> invite_table();
std::span<const PhraseRow> list_table(Say table); ///< what lists and items say
std::span<const PhraseRow> name_table(Say table); ///< people, days, events, parts, columns

} // namespace ideary::ideas
