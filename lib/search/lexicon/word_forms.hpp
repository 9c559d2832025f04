// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Other forms of English words, which stems do not join.
#pragma once

#include <string>
#include <vector>

namespace ideary::search {

/// How the word could be written on the other side of the Atlantic (optimise, optimize); most of
/// these words do not exist.
std::vector<std::string> other_spellings(const std::string &form);

/// Words that may have this stem: the stem and common endings.
std::vector<std::string> forms_of_stem(const std::string &stem);

} // namespace ideary::search
