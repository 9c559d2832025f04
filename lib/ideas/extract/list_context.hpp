// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the ideas of one list have in common: what it is about, and its languages.
#pragma once

#include <string>
#include <vector>

#include "ideary/idea.hpp"
#include "ideas/extract/extract.hpp"
#include "ideas/topics/topics.hpp"

namespace ideary::ideas {

/// The topics that the title of a list, its event and the headings above nearly all of it name.
std::vector<std::string> list_subject(const Topics &topics, const Source &source,
                                      const std::vector<Draft> &drafts);

/// Sets the language of each idea: what its text shows, else what the text below its heading shows,
/// else that of the list.
void set_languages(std::vector<Draft> &drafts, const std::string &list_language);

} // namespace ideary::ideas
